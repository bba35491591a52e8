"""The faces of the product: command line, HTTP, web page; settings and wiring."""

import os

# A product of all vectors with a question is bound by memory: a second thread of numpy's only waits in a loop, at the
# cost of the other requests. Set before numpy is loaded; whoever sets it otherwise keeps that.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
