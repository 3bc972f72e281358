# Cadre. `make` alone lists what there is.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# make install: where to, and below which root (for packagers).
PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system

SWIFT ?= swift
# Swift's own libraries go into the executable: it then runs where no Swift is installed.
RELEASE := -c release --static-swift-stdlib
BUILT = .build/release/cadre
DOCDIR = $(PREFIX)/share/doc/cadre
COMPLETIONS = $(PREFIX)/share/bash-completion/completions
BENCHES = ZeroMQBench CadreBench
SOURCES = Package.swift Sources Tests $(wildcard Benchmarks)

.PHONY: help setup build run test lint format bench drill install uninstall clean

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install the Debian packages that are missing, check for Swift
	@.ci/setup

build: setup ## build the executable: .build/release/cadre
	$(SWIFT) build $(RELEASE) --product cadre

run: build ## watch NATO's training mission of 2004 unfold on a real bus
	@$(BUILT) demo

# Warnings of our own targets are errors here, so that `lint` finds this very build done. CommandTests run the debug
# executable of the same build. What needs root (a network, a systemd of its own) runs as root and is named elsewhere.
test lint drill: export CADRE_WARNINGS_AS_ERRORS := 1
# Tests that start daemons and compute plans starve each other when all begin at once.
test drill: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH := 4

test: setup ## build and run all tests (the root-only ones too, as root)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

lint: setup ## formatting, and no warning in our own code
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	$(SWIFT) build --build-tests
	@for script in .ci/run .ci/setup $$(find Deploy Tests -name '*.sh'); do bash -n $$script || exit 1; done

format: ## put all sources into the house's format
	$(SWIFT) format format --in-place --recursive --parallel $(SOURCES)

bench: setup ## measure, with the machine's own yardsticks
	@for bench in cadre $(BENCHES); do $(SWIFT) build $(RELEASE) --product $$bench || exit 1; done
	@for bench in $(BENCHES); do echo; echo "== $$bench"; .build/release/$$bench || exit 1; done

drill: setup ## the tests with their long drills: an hour and more
	$(SWIFT) build --build-tests
	CADRE_DRILLS=long $(SWIFT) test --skip-build --disable-xctest

# Not built here: `sudo make install` after `make build` must leave no root-owned build behind.
install: ## install the executable, unit, example configuration (PREFIX, DESTDIR)
	@test -x $(BUILT) || { echo "nothing to install yet: run 'make build' first" >&2; exit 1; }
	install -D -m 755 $(BUILT) $(DESTDIR)$(PREFIX)/bin/cadre
	strip --strip-debug $(DESTDIR)$(PREFIX)/bin/cadre
	install -d $(DESTDIR)$(UNITDIR) $(DESTDIR)$(DOCDIR) $(DESTDIR)$(COMPLETIONS) $(DESTDIR)$(SYSCONFDIR)/cadre
	sed 's|/usr/local/bin/|$(PREFIX)/bin/|' systemd/cadre.service >$(DESTDIR)$(UNITDIR)/cadre.service
	chmod 644 $(DESTDIR)$(UNITDIR)/cadre.service
	cp -R Deploy/. LICENSE CHANGELOG.md Examples $(DESTDIR)$(DOCDIR)/
	$(BUILT) --generate-completion-script bash >$(DESTDIR)$(COMPLETIONS)/cadre
	@# A configuration that is there is the operator's: the new example lies in share/doc.
	test -e $(DESTDIR)$(SYSCONFDIR)/cadre/cadre.yaml || \
		install -m 644 Deploy/cadre.yaml $(DESTDIR)$(SYSCONFDIR)/cadre/cadre.yaml
	@test -n "$(DESTDIR)" || echo "next: systemctl daemon-reload && systemctl enable --now cadre"

uninstall: ## remove what install put there; configuration and data stay
	rm -f $(DESTDIR)$(PREFIX)/bin/cadre $(DESTDIR)$(UNITDIR)/cadre.service $(DESTDIR)$(COMPLETIONS)/cadre
	rm -rf $(DESTDIR)$(DOCDIR)

clean: ## remove what was built
	rm -rf .build
