# make dossier: sets everything up and builds a dossier from the examples.  make test: sets up and runs the tests.
PYTHON ?= python3
BIN := .venv/bin
SHARED ?= $(or $(BELEGG_SHARED),../shared)

.PHONY: help setup dossier test checkers check format lint types layers evaluate bench model clean

help: ## show what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: .venv/.ready ## the environment in .venv, from the lock file

.venv/.ready: pyproject.toml uv.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv
	@$(BIN)/python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Belegg needs Python 3.11 or newer (PYTHON=…)"; rm -rf .venv; exit 1; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.5'
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv sync --active --frozen --inexact --quiet --compile-bytecode
	@$(BIN)/python -m compileall -q src
	@touch $@

dossier: setup ## build a dossier from examples/ and say where to open it
	$(BIN)/belegg build examples/articles -o dossier
	@echo "Open $(CURDIR)/dossier/index.html in a browser."

test: setup ## run the tests
	$(BIN)/python -m pytest

checkers: ## what the tests look the page over with, where npm is: axe-core and html-validate
	npm ci --silent --no-audit --no-fund --prefix tests/show/checkers

check: setup format lint types layers test ## all that must hold before a commit

format: setup
	$(BIN)/ruff format --check .

lint: setup
	$(BIN)/ruff check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

evaluate: setup ## measure against the annotated stories in $(SHARED)/gold
	$(BIN)/belegg evaluate $(SHARED)/gold/stories

bench: setup ## seconds and memory: five articles, and 1,000
	$(BIN)/python -m bench

model: setup ## train the language model again from $(SHARED)/data
	@VIRTUAL_ENV=$(CURDIR)/.venv $(BIN)/uv sync --active --frozen --inexact --quiet --group training
	$(BIN)/python -m training

clean: ## remove what was built
	rm -rf .venv dossier build dist
