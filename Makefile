# The office's doors: `make help` lists them. Windows has make.cmd with the same words.
PYTHON ?= python3
JOBS ?= 2

# A stamp carries the sum of what it was made from, so `make test` on a finished .venv starts at once.
sum = $(firstword $(shell cat pyproject.toml $(1) 2>/dev/null | cksum))
RUN := .venv/run-$(call sum,requirements/run.txt)
DEV := .venv/dev-$(call sum,requirements/dev.txt)
BENCH := .venv/bench-$(call sum,requirements/dev.txt requirements/bench.txt)

BIN := .venv/bin
PIP := PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore $(BIN)/python -m pip install -qq
# An editable install brings no byte code, and an environment may forbid writing it on the way: write it here, once.
COMPILE := PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q kendal_git
PYTEST := $(BIN)/python -m pytest -q -n $(JOBS)
FLOWS := $(wildcard .github/workflows/*.yml templates/starter/dot.github/workflows/*.yml)
# pytest says 5 when no test carries the mark: nothing failed.
OR_NONE := || [ $$? -eq 5 ]

.DEFAULT_GOAL := help
.PHONY: setup demo test test-all stress browser node model lint format bench lock clean help

setup: $(DEV) ## make .venv with everything to work on the package
	@echo "ready: $(BIN)/kendal"

demo: $(if $(wildcard $(DEV)),$(DEV),$(RUN)) ## see the five steps happen in a scratch repository
	@$(BIN)/kendal demo

test: $(DEV) ## the Python tests: all but the slow ones and those of browser and Node
	@$(PYTEST) -m "not browser and not node and not slow"

test-all: test browser node model ## what needs Node and Chromium, too, and the check of the publishing protocol

stress: $(DEV) ## the slow tests: kills at every point, races, each rule taken away
	@sh tools/prepare-pds.sh
	@$(PYTEST) -m "slow and not browser" $(OR_NONE)

browser: $(DEV) ## only the tests that open pages in Chromium
	@sh tools/prepare-browser.sh
	@$(PYTEST) -m browser $(OR_NONE)

node: $(DEV) ## only the tests that need Node: GitHub's own descriptions, Bluesky's own server
	@sh tools/prepare-node.sh tests/github/openapi
	@sh tools/prepare-pds.sh
	@$(PYTEST) -m "node and not slow" $(OR_NONE)

model: $(DEV) ## try every order of events of the publishing protocol
	@$(BIN)/python tests/protocol/publish_model.py >.venv/model.log || { cat .venv/model.log; exit 1; }
	@tail -n 1 .venv/model.log

lint: $(DEV) ## ruff, mypy, and the workflows
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet || { echo "not formatted: run 'make format'"; exit 1; }
	@$(BIN)/mypy --no-error-summary
	@$(BIN)/zizmor --quiet --offline --no-config --no-progress --collect=workflows $(FLOWS)
	@$(BIN)/check-jsonschema -qq --builtin-schema vendor.github-workflows $(FLOWS)
	@echo "lint: clean"

format: $(DEV) ## put every file into the house's form
	@$(BIN)/ruff check --quiet --fix-only
	@$(BIN)/ruff format --quiet

bench: $(BENCH) ## measure against the yardsticks (docs/benchmarks.md)
	@$(COMPILE)
	@$(BIN)/python -m benchmarks.startup; first=$$?; echo; $(BIN)/python -m benchmarks.check && exit $$first
	@sh tools/prepare-pds.sh
	@$(BIN)/python -m benchmarks.channels; first=$$?; echo; $(BIN)/python -m benchmarks.publish && exit $$first

lock: ## choose the newest versions again and lock them by hash
	@sh tools/lock.sh "$(PYTHON)"

clean: ## remove what these commands made
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist public
	@find . -name __pycache__ -not -path './.git/*' -prune -exec rm -rf {} +

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-9s %s\n", $$1, $$2 }' Makefile

.venv/usable:
	@command -v git >/dev/null || { echo "git is missing: install it first (Debian, Ubuntu: sudo apt install git)"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "kendal_git needs Python 3.11 or newer, and $(PYTHON) is $$($(PYTHON) --version 2>&1)."; \
	  echo "Say which one to use: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@echo "making .venv (once) ..."
	@$(PYTHON) -m venv --clear .venv
	@touch $@

$(RUN): .venv/usable
	@echo "installing what kendal needs (once) ..."
	@$(PIP) --require-hashes -r requirements/run.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@$(COMPILE)
	@rm -f .venv/run-* && touch $@

$(DEV): .venv/usable
	@echo "installing what working on kendal needs (once) ..."
	@$(PIP) --require-hashes -r requirements/dev.txt
	@$(PIP) --no-build-isolation --no-deps --editable .
	@$(COMPILE)
	@rm -f .venv/dev-* && touch $@

$(BENCH): $(DEV)
	@echo "installing the yardsticks (once) ..."
	@$(PIP) --require-hashes -r requirements/bench.txt
	@rm -f .venv/bench-* && touch $@
