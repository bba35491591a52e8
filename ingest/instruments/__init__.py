"""Official instruments and the criteria catalogue: what findings and recommendations are measured against."""
