"""Names of persons by rule: runs of capitalised words, what stands beside them, and every other mention."""
