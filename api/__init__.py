"""The faces of the product: command line, HTTP, web page; settings and wiring."""
