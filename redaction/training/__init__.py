"""Training of the classifier: synthetic report paragraphs, judgments, the loop, the export; not used at run time.

``python -m redaction.training.train --help`` says how to run it.
"""
