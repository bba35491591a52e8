"""Redacted copies: a new file is written from the redacted text alone, checked, and only then gets its name.

::

    path -read_source-> Source -Redactor-> Redaction -sheet-> Sheet -writer-> bytes -publish (checked)-> file

No byte of the original is carried over, so there is nothing to clean: no old revision, no layer under a box, no
comment, property, attachment or script can come along.
"""
