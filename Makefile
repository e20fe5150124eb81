# Run `make` to see what there is. Needs Python 3.11 or newer and make; all else goes into .venv.

PYTHON  ?= python3
VENV    := .venv
BIN     := $(VENV)/bin
READY   := $(VENV)/.ready
PIP     := $(BIN)/python -m pip install --quiet --disable-pip-version-check
STORE   := out/graph.kg

.DEFAULT_GOAL := help
.PHONY: help install graph docs test check lint format type bench calibrate golden lock clean

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(READY) ## Set up .venv from requirements.lock, every file checked by its hash
	@echo "$(VENV) is up to date"

graph: $(READY) ## Build the graph of the sample documents and draw it, into out/
	@mkdir -p out
	@$(BIN)/kg build seeds/documents --store $(STORE)
	@$(BIN)/kg export out/graph.ttl --store $(STORE)
	@$(BIN)/kg draw out/oversight.svg --store $(STORE)
	@$(BIN)/kg draw out/oversight.html --store $(STORE)
	@echo "Open out/oversight.html in a browser. The program is $(BIN)/kg."

docs: graph ## Draw the picture of the README anew, and write the page of the questions
	@$(BIN)/kg draw docs/south-yorkshire-police.svg --about "South Yorkshire Police" --store $(STORE)
	@$(BIN)/python -m kg.cli.guide $(STORE) > docs/questions.md

test: $(READY) ## Run the tests (KG_CORPUS=folder adds those that read a corpus); pages as seen go to out/screenshots
	@$(BIN)/python -m pytest

check: lint type test ## Everything a change must pass

lint: $(READY) ## Check style and formatting
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

format: $(READY) ## Put the code into its standard form
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

type: $(READY) ## Check types
	@$(BIN)/mypy

bench: $(READY) ## Time a build against the bare language model on the same documents
	@$(BIN)/python bench/run.py

# Of documents by which rules were written more claims are right than of fresh ones: hence --practised.
calibrate: $(READY) ## Learn anew what confidence means, from the documents of KG_CORPUS
	@test -n "$(KG_CORPUS)" || { echo "make: set KG_CORPUS to a folder whose dev/ holds annotated documents" >&2; exit 2; }
	@OPENBLAS_NUM_THREADS=1 $(BIN)/python -m kg.evaluate.calibrate tests/data/fresh --practised tests/data/practice $(KG_CORPUS)/dev

golden: $(READY) ## Rewrite the golden files, to be reviewed before they are committed
	@KG_GOLDEN=write $(BIN)/python -m pytest -k golden

lock: ## Pin every dependency anew (needs uv)
	uv pip compile pyproject.toml --group pyproject.toml:dev --universal --python-version 3.11 \
	  --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate --upgrade \
	  --output-file requirements.lock

clean: ## Remove what the other targets made
	rm -rf $(VENV) out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# The build takes files from npm (see hatch_build.py). Where npm is missing, pip is left to bring Node
# into a build environment that it throws away again.
# The file is touched last, so a broken or interrupted set-up is tried again the next time.
$(READY): requirements.lock pyproject.toml hatch_build.py
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "make: Python 3.11 or newer is needed; name it, as in: make PYTHON=python3.12" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) \
	  || { echo "make: no virtual environment could be made; on Debian: apt-get install python3-venv" >&2; exit 2; }
	@echo "Setting up $(VENV) ..."
	@$(PIP) --require-hashes --requirement requirements.lock
	@$(PIP) --no-deps $(if $(shell command -v npm),--no-build-isolation) --editable .
	@$(BIN)/python -m compileall -q kg
	@PYTHONDONTWRITEBYTECODE= $(BIN)/python -c 'import kg.lexicon; kg.lexicon.load_lexicon()'
	@touch $@
