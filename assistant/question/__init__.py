"""Understanding a question without a language model: its route, its filters, what it is about."""
