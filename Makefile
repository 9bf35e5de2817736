# Everything here runs in .venv, which is made on first use from requirements.lock
# and left alone until that file or pyproject.toml changes.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/installed
BENCH_VENV := .venv-bench
BENCH_STAMP := $(BENCH_VENV)/installed
CATALOGS := $(patsubst %.po,%.mo,$(wildcard sim/words/locale/*/LC_MESSAGES/*.po))
UV_VENV := .venv-lock
OLDEST := 3.11
NEWEST := 3.13
RESOLVE = $(UV_VENV)/bin/uv pip compile pyproject.toml --quiet \
    --universal --python-version $(OLDEST) --fork-strategy fewest \
    --generate-hashes --no-header
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

# One thing at a time, even under `make -j`: pytest spreads over the cores by itself.
.NOTPARALLEL:

.PHONY: help
help:  ## Print this help
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' $(MAKEFILE_LIST) | expand -t 12

.PHONY: app
app: $(STAMP) $(CATALOGS) engine  ## Compare the sickness-benefit designs in the terminal, then serve the page
	$(BIN)/requisite compare sickness-benefit
	$(BIN)/requisite app

.PHONY: install
install: $(STAMP) $(CATALOGS) engine  ## Make the environment; the other targets do so by themselves

# One library serves all environments. The command knows whether it is that of the sources as they are.
.PHONY: engine
engine: $(STAMP) $(CATALOGS)
	@$(BIN)/python -m sim.cli.build_engine

.PHONY: test
test: $(STAMP) $(CATALOGS) engine  ## Run the tests, those in a browser included
	@chromium=$$(.ci/chromium $(BIN)/python) && \
	REQUISITE_CHROMIUM="$$chromium" $(BIN)/pytest -n auto --dist worksteal

.PHONY: lint
lint: $(STAMP)  ## Check style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

.PHONY: check
check: lint test  ## Lint and test: what a change must pass

# The simulators compared with are of no use to anybody else, so they have an environment of their own.
.PHONY: bench
bench: $(BENCH_STAMP)  ## Measure both engines, other simulators and C; write docs/performance.md
	@command -v cc >/dev/null || { echo "make bench needs a C compiler (Debian: apt install gcc)" >&2; exit 1; }
	@$(BENCH_VENV)/bin/python -m sim.cli.build_engine
	$(BENCH_VENV)/bin/python -m benchmarks.run

.PHONY: format
format: $(STAMP)  ## Put the code in its usual form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: words
words: $(STAMP)  ## Take new messages into the catalogs of translations, and drop old ones
	$(BIN)/python -m sim.words.catalog update
	$(BIN)/python -m sim.words.catalog compile

.PHONY: robust
robust: $(STAMP) $(CATALOGS) engine  ## Try the shipped services in plausible worlds, and keep what is found
	$(BIN)/python -m sim.analysis.robustness.keep
	$(BIN)/python -m sim.manual.worlds

.PHONY: notebook
notebook: $(STAMP) $(CATALOGS) engine  ## Run the notebook of docs/ anew, and keep what its cells show
	$(BIN)/python -m sim.manual.notebook

.PHONY: facts
facts: $(STAMP) $(CATALOGS) engine  ## Compare the shipped scenarios, and keep what the pages show at once
	$(BIN)/python -m sim.analysis.facts.keep

%.mo: %.po | $(STAMP)
	@$(BIN)/python -m sim.words.catalog compile

.PHONY: test-ends
test-ends:  ## Run the tests on the oldest and the newest Python supported
	@missing=; \
	for version in $(OLDEST) $(NEWEST); do \
	    if python$$version -c '' 2>/dev/null; then \
	        echo "== Python $$version"; \
	        $(MAKE) --no-print-directory test \
	            PYTHON=python$$version VENV=.venv-$$version || exit 1; \
	    else \
	        missing="$$missing python$$version"; \
	    fi; \
	done; \
	test -z "$$missing" || { echo "Not tested, for want of:$$missing" >&2; exit 1; }

# uv only writes the lock, and has an environment of its own: to install, pip is enough.
.PHONY: lock
lock:  ## Renew requirements.lock with the newest versions that suit pyproject.toml
	@.ci/python $(PYTHON)
	@test -x $(UV_VENV)/bin/uv || { $(PYTHON) -m venv --clear $(UV_VENV) && \
	    $(UV_VENV)/bin/python -m pip --disable-pip-version-check --quiet install uv; }
	@echo "Resolving for Python $(OLDEST) to $(NEWEST) ..."
	@$(RESOLVE) --group dev --upgrade --output-file $(UV_VENV)/resolved
	@{ echo '# What Requisite and its workshop run on, for Python $(OLDEST) to $(NEWEST).'; \
	    echo '# Written by "make lock", which also renews it; not to be edited by hand.'; \
	    cat $(UV_VENV)/resolved; } > requirements.lock
	@$(RESOLVE) --group dev --group bench --constraint requirements.lock \
	    --output-file $(UV_VENV)/resolved-bench
	@{ echo '# What "make bench" runs on: requirements.lock, and the simulators compared with.'; \
	    echo '# Written by "make lock", which also renews it; not to be edited by hand.'; \
	    cat $(UV_VENV)/resolved-bench; } > requirements-bench.lock
	@echo "requirements.lock renewed: $$(grep -c == requirements.lock) packages"

.PHONY: clean
clean:  ## Remove the environments and every cache
	rm -rf .venv .venv-* dist .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	rm -rf $(CATALOGS) sim/engines/fast/built
	find sim tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A broken or half-made environment is made anew. The stamp comes last, so that an
# interrupted installation is taken up again.
$(STAMP): pyproject.toml requirements.lock
	@.ci/python $(PYTHON)
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
	    echo "Making $(VENV) with $$($(PYTHON) --version) ..."; \
	    $(PYTHON) -m venv --clear $(VENV); }
	@echo "Installing what requirements.lock names; the first time takes a minute or two ..."
	@$(PIP) install --require-hashes --requirement requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(BENCH_STAMP): pyproject.toml requirements-bench.lock
	@.ci/python $(PYTHON)
	@$(PYTHON) -m venv --clear $(BENCH_VENV)
	@echo "Installing what requirements-bench.lock names; this takes a minute or two ..."
	@$(BENCH_VENV)/bin/python -m pip --disable-pip-version-check --quiet install \
	    --require-hashes --requirement requirements-bench.lock
	@$(BENCH_VENV)/bin/python -m pip --disable-pip-version-check --quiet install \
	    --no-deps --no-build-isolation --editable .
	@touch $@
