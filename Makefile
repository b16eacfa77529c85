# One command each. `make` alone lists them.
#
# Needs Python 3.11 or newer and make; for the client's checks and browser tests also Node.js and
# Chromium, which are installed where that is possible and asked for where it is not.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# The first that runs and is new enough: a name on the PATH may be a shim without a Python behind it.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
TOOLS := frontend/tools

# Stamps carry a checksum of what they stand for: a changed lock is installed, an unchanged one isn't.
sum = $(shell cat $(1) 2>/dev/null | cksum | tr -d ' ')
APP_STAMP := $(VENV)/app-$(call sum,requirements/app.txt).stamp
DEV_STAMP := $(VENV)/dev-$(call sum,requirements/dev.txt).stamp
NODE_STAMP := $(TOOLS)/node_modules/lock-$(call sum,$(TOOLS)/package-lock.json).stamp

.PHONY: help
help: ## List these commands
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- using it ---------------------------------------------------------------------------------

# The demo holds made-up people only, so phones in the same network may look at it.
HOST ?= 0.0.0.0

.PHONY: run
run: $(APP_STAMP) ## Serve the demo on http://localhost:8000, to phones too (HOST=127.0.0.1: not)
	@LINLI_DEMO=true $(BIN)/python -m linli serve --host $(HOST)

# --- working on it ----------------------------------------------------------------------------

.PHONY: setup
setup: $(DEV_STAMP) $(NODE_STAMP) chromium ## Install everything that the checks and tests need

.PHONY: test
test: check unit e2e ## All checks and all tests; what CI runs

.PHONY: check
check: format lint types layers client ## Format, lint, types, layers, client

.PHONY: format lint types layers client
format: $(DEV_STAMP)
	$(BIN)/ruff format --check --quiet
lint: $(DEV_STAMP)
	$(BIN)/ruff check --quiet
types: $(DEV_STAMP)
	$(BIN)/mypy --no-error-summary
layers: $(DEV_STAMP)
	$(BIN)/lint-imports --no-cache
client: $(NODE_STAMP)
	npm --prefix $(TOOLS) run --silent check

.PHONY: unit
unit: $(DEV_STAMP) $(NODE_STAMP) ## Tests without a browser, on SQLite and PostgreSQL
	$(BIN)/pytest -m "not e2e" -n 2 --dist loadscope

.PHONY: e2e
e2e: setup pack ## Tests with the packed client in a real browser
	$(BIN)/pytest -m e2e -n 2 --dist loadscope

.PHONY: bench
bench: $(DEV_STAMP) ## Benchmarks, as ratios to the limit measured in the same run
	$(BIN)/python benchmarks/run.py

.PHONY: pack
pack: $(NODE_STAMP) ## Pack the client into frontend/dist
	npm --prefix $(TOOLS) run --silent pack

.PHONY: fix
fix: $(DEV_STAMP) ## Format, and repair what the linter can
	$(BIN)/ruff format --quiet
	$(BIN)/ruff check --fix --quiet

.PHONY: lock
lock: $(DEV_STAMP) ## Lock the requirements anew, with hashes and without any address
	$(BIN)/python deploy/lock.py app dev

# --- set-up -----------------------------------------------------------------------------------

$(BIN)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; $(PYTHON) is older. Try: make PYTHON=python3.12 ..."; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ echo "Python lacks venv. On Debian and Ubuntu: apt install python3-venv"; rm -rf $(VENV); exit 1; }

$(APP_STAMP): | $(BIN)/python
	@echo "Installing what the server needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	@$(BIN)/python deploy/link.py
	@rm -f $(VENV)/app-*.stamp && touch $@

$(DEV_STAMP): $(APP_STAMP)
	@echo "Installing what the checks need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@rm -f $(VENV)/dev-*.stamp && touch $@

$(NODE_STAMP): | node
	@echo "Installing the client's tools ..."
	@npm --prefix $(TOOLS) ci --silent
	@touch $@

.PHONY: node chromium
node:
	@sh deploy/system-package npm nodejs npm
chromium:
	@command -v chromium >/dev/null || \
		sh deploy/system-package chromium-headless-shell chromium-headless-shell fonts-noto-cjk || \
		sh deploy/system-package chromium chromium fonts-noto-cjk
