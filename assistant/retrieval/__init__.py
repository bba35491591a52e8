"""Search: words and vectors fused, exact look-ups first, near-duplicates collapsed."""
