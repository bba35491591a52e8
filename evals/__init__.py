"""What "good" means in numbers: annotated data, one scorer per module, baselines in the same run, tables."""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as in api: what is measured is what people run
