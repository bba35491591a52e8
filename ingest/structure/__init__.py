"""Structure: headings, printed labels and numbers, and where each block of a report stands."""
