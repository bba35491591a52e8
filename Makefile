# Thin names for start.py, which does the work on a machine without make too.
.PHONY: demo test check setup lock evals
demo: ; python3 start.py demo
test: ; python3 start.py test
check: ; python3 start.py check
setup: ; python3 start.py setup --dev
evals: setup ; .venv/bin/opcat evals
# Needs uv on the path; writes no index address into the files.
lock:
	uv pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 -q -o requirements.lock
	uv pip compile pyproject.toml --extra dev --universal --generate-hashes --no-emit-index-url --no-header --no-annotate --python-version 3.11 -q -c requirements.lock -o requirements-dev.lock
