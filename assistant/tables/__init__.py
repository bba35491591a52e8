"""Tables inside documents: their rows counted, compared and read, with what was done to them."""
