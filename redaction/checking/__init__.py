"""What is looked at again: the output for what is left, and doubts for a person to decide."""
