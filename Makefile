# One verb per habit. `make` lists them. Needs python3 (3.11 or newer) and make, nothing else.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV ?= .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
STAMP := $(VENV)/.installed
SCENARIO ?= scenarios/tutorial/01-opensnoop.yaml
FUZZ_KINDS ?= object:100000 machine:500 scenario:20000 profile:5000 rundir:2000
FUZZ_PROGRAMS ?= 100000
FUZZ_SEED ?= 1
FUZZ_JOBS ?= 2

# the first of these that is there and recent enough
CANDIDATES := python3.13 python3.12 python3.11 python3.14 python3
ENOUGH := import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
PYTHON ?= $(firstword $(foreach p,$(CANDIDATES),$(shell $(p) -c '$(ENOUGH)' 2>/dev/null && echo $(p))))

OBJECT_SOURCES := $(sort $(wildcard scenarios/*/*.bpf.c scenarios/*/*/*.bpf.c))

# A file's tests stay together: they share what is made once.
PYTEST_ARGS ?= -n 2 --dist loadfile

.PHONY: help install run test test-all check fix bench bench-memory bench-report validate fuzz fuzz-programs fuzz-verifier pictures notebooks objects clean distclean

help: ## list these targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

install: $(STAMP) ## make the environment in .venv

$(PY):
	@if [ -z "$(PYTHON)" ]; then \
	  echo "Python 3.11 to 3.14 is needed: none of $(CANDIDATES) is. Set PYTHON=..." >&2; \
	  exit 2; \
	fi
	@# Debian's python3 without python3-venv has no ensurepip: pip then comes from outside
	@echo "making $(VENV) with $(PYTHON)"
	@$(PYTHON) -m venv $(VENV) >/dev/null 2>&1 || { \
	  rm -rf $(VENV); \
	  $(PYTHON) -m venv --without-pip $(VENV) && \
	  $(PYTHON) -m pip --python $(PY) install --quiet pip; \
	} || { \
	  rm -rf $(VENV); \
	  echo "no virtual environment can be made: install python3-venv, or pip for $(PYTHON)" >&2; \
	  exit 2; \
	}

$(STAMP): pyproject.toml | $(PY)
	@echo "installing bpfsim and what it needs into $(VENV) (a minute or two)"
	@$(PY) -m pip install --quiet --disable-pip-version-check -e ".[c,dev]"
	@touch $@

run: $(STAMP) ## run the first tutorial scenario (SCENARIO=... for another)
	$(BIN)/bpfsim run $(SCENARIO)

test: $(STAMP) ## run the test suite on two CPUs (PYTEST_ARGS="-n auto" for more, "" for one)
	$(PY) -m pytest -q -m "not slow" $(PYTEST_ARGS)

test-all: $(STAMP) ## run the slow tests too
	$(PY) -m pytest -q $(PYTEST_ARGS)

check: $(STAMP) ## formatting, lint, types and the import arrows
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: $(STAMP) ## repair formatting and what lint can repair
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) ## measure the BPF machine beside clang -O2, hits a second beside SimPy, and maps
	$(PY) -m tests.bench.programs
	$(PY) -m tests.bench.hits
	$(PY) -m tests.bench.maps
	$(PY) -m tests.bench.rings

bench-memory: $(STAMP) ## measure the memory of runs: ten million records, and none
	$(PY) -m tests.bench.memory

bench-report: $(STAMP) ## measure the report of a run with ten million records
	$(PY) -m tests.bench.report

pictures: $(STAMP) ## take the pictures of docs/ (needs Chromium)
	$(PY) -m tests.pictures

notebooks: $(STAMP) ## execute the notebooks and rewrite their outputs
	$(PY) -m tests.notebook_runner

validate: $(STAMP) ## print published tables beside what the simulator makes of them
	$(PY) -m tests.validation.maps
	$(PY) -m tests.validation.ringbuf
	$(PY) -m tests.validation.uprobes
	$(PY) -m tests.validation.attach

fuzz: $(STAMP) ## give 100,000 mutated objects, scenarios, … to all that reads (half an hour)
	@status=0; for kind in $(FUZZ_KINDS); do \
	  $(PY) -m tests.fuzz --seed $(FUZZ_SEED) -j $(FUZZ_JOBS) \
	    --kind $${kind%%:*} --count $${kind##*:} || status=1; \
	done; exit $$status

fuzz-programs: $(STAMP) ## run 100,000 random programs on both engines, compiled and plain (an hour)
	$(PY) -m tests.programs --programs $(FUZZ_PROGRAMS) --seed $(FUZZ_SEED) --jobs $(FUZZ_JOBS)

fuzz-verifier: $(STAMP) ## verify 100,000 random programs, run those that are accepted (hours)
	$(PY) -m tests.verifier_programs --check --programs $(FUZZ_PROGRAMS) --seed $(FUZZ_SEED) --jobs $(FUZZ_JOBS)

objects: $(STAMP) ## rebuild the scenarios' BPF objects from their C sources
	@for source in $(OBJECT_SOURCES); do \
	  echo "bpfsim build $$source"; $(BIN)/bpfsim build "$$source"; \
	done

clean: ## remove caches and build products (runs/ and .venv stay)
	rm -rf build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -not -path './$(VENV)/*' -prune -exec rm -rf {} +

distclean: clean ## remove the environment as well
	rm -rf $(VENV)
