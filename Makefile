# Two commands for everybody: `make demo` and `make test`. They make their own virtual environment in .venv.

PYTHON ?= python3
BIN := .venv/bin

.PHONY: demo test lint types tests generate golden fuzz benchmark pyright clean

demo: .venv/ready
	@$(BIN)/python examples/demo.py

test: .venv/ready lint types tests

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/python tools/generate.py --check

types:
	$(BIN)/mypy

tests:
	$(BIN)/python -m pytest -n auto -m many_cases
	$(BIN)/python -m pytest -n auto -m "not many_cases" --cov --cov-report=term-missing:skip-covered

# Writes the files that are made from others: decision tables, typing of facts.
generate: .venv/ready
	$(BIN)/python tools/generate.py

# Writes the golden outputs anew; read the difference before you commit it.
golden: .venv/ready
	$(BIN)/python tests/golden/refresh.py

# The properties with thousands of fresh examples; takes minutes.
fuzz: .venv/ready
	HYPOTHESIS_PROFILE=fuzz $(BIN)/python -m pytest tests/test_promises.py tests/test_conditions.py tests/test_lines.py tests/test_truth.py

# Measures what docs/lightness.md says.
benchmark: .venv/ready
	$(BIN)/python benchmarks/lightness.py

# A second type checker; fetches a Node.js package on first use, so it is no part of `make test`.
pyright: .venv/ready
	$(BIN)/pyright --pythonpath $(BIN)/python

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("jurisrights needs Python 3.11 or newer") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable . --group dev
	touch .venv/ready

clean:
	rm -rf .venv dist build .coverage .hypothesis .mypy_cache .pytest_cache .ruff_cache
