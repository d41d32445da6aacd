# Two commands do everything: `make play` and `make test`. `make` alone tells the rest.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.ready
DEV    := $(VENV)/.ready-dev

.PHONY: help play setup setup-dev test units types lint format docs bench weights clean

help: ## Tell what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

play: setup ## Set up what is needed and open the trainer
	@$(BIN)/speakup

setup: $(STAMP) ## Set up the trainer, without the tools for developers

setup-dev: $(DEV) ## Set up the trainer and the tools for developers

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "speakup needs Python 3.11 or newer. Say which one: make PYTHON=python3.12 play" >&2; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(STAMP): $(BIN)/python pyproject.toml
	@echo "Setting up speakup (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@echo "Getting ready to read what you say (once) ..."
	@$(BIN)/speakup score "I am here." >/dev/null
	@touch $@

$(DEV): $(BIN)/python pyproject.toml
	@echo "Setting up speakup and its tools (once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(STAMP)

test: lint types units ## Set up what is needed and run every test, types and lint

units: $(DEV) ## Run the tests
	@$(BIN)/python -m pytest --numprocesses 2

types: $(DEV) ## Check the types
	@$(BIN)/mypy

lint: $(DEV) ## Check style and layout
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

format: $(DEV) ## Lay out the code
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

docs: $(DEV) ## Write the reference of the scenario format and its schema anew
	@$(BIN)/python -m scenarios.reference

bench: $(DEV) ## Measure speed, side by side
	@$(BIN)/python tests/bench.py

weights: $(DEV) ## Calibrate the weights from the marked responses and sayings
	@$(BIN)/python -m scenarios.sayings | $(BIN)/python -m scoring.calibrate scoring/marked/*.jsonl scoring/marked/sayings/*.jsonl -

clean: ## Remove what was built
	@rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
