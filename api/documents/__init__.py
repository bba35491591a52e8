"""Pages to print and hand on: one description of a page, written as HTML or as DOCX."""
