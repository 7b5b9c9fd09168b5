# Two commands on a fresh machine: `make run` and `make test`. `make help` lists the rest.
VENV ?= .venv
PY   := $(VENV)/bin/python
PORT ?= 8501
SUDO := $(shell [ "$$(id -u)" = 0 ] || echo sudo)
APT  := $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends

.DEFAULT_GOAL := help
.PHONY: help run curate data codebook test test-fast test-slow lint browser office pdfjs spark proxy deploy-test lock bundle sbom bench-pages bench-exports bench-queries bench-clicks synthetic clean

help:  ## list the commands
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: $(VENV)/.runtime  ## start the dashboard on http://127.0.0.1:8501; SNAPSHOT=folder opens other tables
	$(if $(SNAPSHOT),POLICY_TABLES="$(abspath $(SNAPSHOT))") $(PY) -m streamlit run app.py --server.port $(PORT)

synthetic: $(VENV)/.runtime  ## a made-up snapshot of DOCUMENTS=500 documents in test-output/synthetic
	$(PY) -m benchmarks.synthesize --documents $(or $(DOCUMENTS),500)

curate: $(VENV)/.runtime  ## start the editors' desk, for this machine only; open the address that it prints
	$(PY) -m streamlit run desk.py --server.port $(PORT)

data: $(VENV)/.runtime  ## validate the curated files and publish a snapshot
	$(PY) -m curation build

codebook: $(VENV)/.runtime  ## write docs/CODEBOOK.md from schema and code lists
	$(PY) -m curation codebook

test: $(VENV)/.dev browser lint  ## all tests but the slow ones, with a real browser
	$(PY) -m pytest -q -m "not slow"

test-fast: $(VENV)/.dev  ## tests that need no browser
	$(PY) -m pytest -q -m "not slow and not browser"

test-slow: $(VENV)/.dev $(VENV)/.release $(VENV)/.spark $(VENV)/.ocr $(VENV)/.judges browser office pdfjs spark proxy  ## LibreOffice, other tools, OCR, Spark, nginx, fuzz and kill suites
	@for suite in $$(grep -rl "mark.slow" tests --include=test_*.py | sort); do echo "$$suite"; $(PY) -m pytest -q -m slow $$suite || exit 1; done

deploy-test: $(VENV)/.dev browser proxy  ## nginx, two processes, a browser; one process is killed
	$(PY) -m pytest -q tests/deploy/test_proxy.py tests/deploy/test_files.py tests/service

lock: $(VENV)/.release  ## lock all packages with their hashes for every system
	$(PY) -m deploy.lock

bundle: $(VENV)/.release  ## dist/policy: a folder that installs without a network
	rm -rf dist/policy
	$(PY) -m deploy.bundle dist/policy

sbom: $(VENV)/.release  ## dist/sbom.json: what a release holds, as CycloneDX
	$(PY) -m deploy.sbom dist/sbom.json

lint: $(VENV)/.dev  ## ruff and mypy
	$(PY) -m ruff check .
	$(PY) -m mypy app.py serve.py desk.py app_pages components service charts reports wording compare loaders model curation

bench-pages: $(VENV)/.dev  ## median server time of every page
	$(PY) -m benchmarks.bench_pages

bench-queries: $(VENV)/.dev  ## median time of every question to the tables at several sizes
	$(PY) -m benchmarks.bench_queries

bench-exports: $(VENV)/.dev  ## median times of every export
	$(PY) -m benchmarks.bench_exports

bench-clicks: $(VENV)/.dev  ## from a click to the repainted chart, against a floor; with PEERS=1 against Dash, Panel and a naive app
	$(if $(PEERS),$(PY) -m pip install -q -r benchmarks/peers/requirements.txt)
	$(PY) -m benchmarks.clicks $(if $(PEERS),--peers) $(if $(DOCUMENTS),--documents $(DOCUMENTS))

browser:
	@command -v chromium >/dev/null && fc-list :lang=zh | grep -q . || { \
	  echo "Installing Chromium and a Chinese font for the browser tests"; \
	  $(SUDO) apt-get update -qq && $(APT) chromium fonts-noto-cjk fontconfig; }

office:
	@command -v soffice >/dev/null && command -v pdftoppm >/dev/null || { \
	  echo "Installing LibreOffice for the slow tests"; \
	  $(SUDO) apt-get update -qq && $(APT) libreoffice-writer libreoffice-calc libreoffice-impress poppler-utils; }

pdfjs:
	@test -e $(VENV)/pdfjs/node_modules/pdfjs-dist/build/pdf.mjs || { \
	  command -v npm >/dev/null || { echo "Installing npm to fetch pdf.js"; $(SUDO) apt-get update -qq && $(APT) npm; }; \
	  npm install --silent --no-audit --no-fund --prefix $(VENV)/pdfjs pdfjs-dist@6.5.438; }

spark:
	@command -v java >/dev/null || { \
	  echo "Installing Java for the tests against a Spark Connect server"; \
	  $(SUDO) apt-get update -qq && $(APT) openjdk-17-jre-headless procps; }

proxy:
	@{ command -v nginx || test -x /usr/sbin/nginx; } >/dev/null && command -v ip >/dev/null || { \
	  echo "Installing nginx for the tests of the deployment"; \
	  $(SUDO) apt-get update -qq && $(APT) nginx-light iproute2; }

clean:  ## remove what the commands made
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis test-output

$(VENV)/.runtime: requirements.txt
	python3 -m venv $(VENV)
	$(PY) -m pip install -q --disable-pip-version-check -r requirements.txt
	touch $@

$(VENV)/.spark: requirements-spark.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-spark.txt
	touch $@

$(VENV)/.ocr: requirements-ocr.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-ocr.txt
	touch $@

$(VENV)/.judges: requirements-judges.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-judges.txt
	touch $@

$(VENV)/.release: requirements-release.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-release.txt
	touch $@

$(VENV)/.dev: requirements-dev.txt $(VENV)/.runtime
	$(PY) -m pip install -q --disable-pip-version-check -r requirements-dev.txt
	touch $@
