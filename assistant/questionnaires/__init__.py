"""Questionnaires: questions found in a form, answered from the library, and written back into the same form."""
