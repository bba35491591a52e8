"""The page: plain HTML, style and modules of our own, and the routes that serve them."""
