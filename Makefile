# Cadre. `make` without a target lists the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help

# make install: the prefix, and the root below which it is installed (for packagers).
PREFIX ?= /usr/local
DESTDIR ?=
SYSCONFDIR ?= /etc
UNITDIR ?= $(PREFIX)/lib/systemd/system

SWIFT ?= swift
# The executable contains Swift's libraries, so that it runs without an installed Swift.
RELEASE := -c release --static-swift-stdlib
BUILT = .build/release/cadre
DOCDIR = $(PREFIX)/share/doc/cadre
COMPLETIONS = $(PREFIX)/share/bash-completion/completions
ZSH_COMPLETIONS = $(PREFIX)/share/zsh/site-functions
FISH_COMPLETIONS = $(PREFIX)/share/fish/vendor_completions.d
BENCHES = ZeroMQBench CadreBench
SOURCES = Package.swift Sources Tests $(wildcard Benchmarks)

.PHONY: help setup build run test lint format bench drill install uninstall clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 18

setup: ## install missing Debian packages, check for Swift
	@.ci/setup

build: setup ## build the executable: .build/release/cadre
	$(SWIFT) build $(RELEASE) --product cadre

run: build ## play NATO's training mission of 2004 on a real bus
	@$(BUILT) demo

# Warnings of the project's targets are errors here, so that `lint` can use the same build. CommandTests run the debug
# executable of that build. Tests that need root (a separate network or systemd) run as root and are reported as skipped
# otherwise.
test lint drill: export CADRE_WARNINGS_AS_ERRORS := 1
# Tests that start daemons and compute plans starve each other if all run at once.
test drill: export SWT_EXPERIMENTAL_MAXIMUM_PARALLELIZATION_WIDTH := 4

test: setup ## build and run all tests (as root also those that need root)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

lint: setup ## check the formatting, and warnings of the project's code
	$(SWIFT) format lint --strict --recursive --parallel $(SOURCES)
	$(SWIFT) build --build-tests
	@for script in .ci/run .ci/setup $$(find Deploy Tests -name '*.sh'); do bash -n $$script || exit 1; done

format: ## format all sources
	$(SWIFT) format format --in-place --recursive --parallel $(SOURCES)

bench: setup ## measure, with reference measurements of the machine
	@for bench in cadre $(BENCHES); do $(SWIFT) build $(RELEASE) --product $$bench || exit 1; done
	@for bench in $(BENCHES); do echo; echo "== $$bench"; .build/release/$$bench || exit 1; done

drill: setup ## run the tests with their long drills: an hour and more
	$(SWIFT) build --build-tests
	CADRE_DRILLS=long $(SWIFT) test --skip-build --disable-xctest

# Does not build: `sudo make install` after `make build` must not leave files of root in the build folder.
install: ## install the executable, unit, example configuration (PREFIX, DESTDIR)
	@test -x $(BUILT) || { echo "nothing to install yet: run 'make build' first" >&2; exit 1; }
	install -D -m 755 $(BUILT) $(DESTDIR)$(PREFIX)/bin/cadre
	strip --strip-debug $(DESTDIR)$(PREFIX)/bin/cadre
	install -d $(DESTDIR)$(UNITDIR) $(DESTDIR)$(DOCDIR) $(DESTDIR)$(COMPLETIONS) $(DESTDIR)$(SYSCONFDIR)/cadre
	install -d $(DESTDIR)$(ZSH_COMPLETIONS) $(DESTDIR)$(FISH_COMPLETIONS)
	sed 's|/usr/local/bin/|$(PREFIX)/bin/|' systemd/cadre.service >$(DESTDIR)$(UNITDIR)/cadre.service
	chmod 644 $(DESTDIR)$(UNITDIR)/cadre.service
	cp -R Deploy/. LICENSE CHANGELOG.md Examples $(DESTDIR)$(DOCDIR)/
	$(BUILT) --generate-completion-script bash >$(DESTDIR)$(COMPLETIONS)/cadre
	$(BUILT) --generate-completion-script zsh >$(DESTDIR)$(ZSH_COMPLETIONS)/_cadre
	$(BUILT) --generate-completion-script fish >$(DESTDIR)$(FISH_COMPLETIONS)/cadre.fish
	@# An existing configuration is the operator's: the new example is in share/doc.
	test -e $(DESTDIR)$(SYSCONFDIR)/cadre/cadre.yaml || \
		install -m 644 Deploy/cadre.yaml $(DESTDIR)$(SYSCONFDIR)/cadre/cadre.yaml
	@test -n "$(DESTDIR)" || echo "next: systemctl daemon-reload && systemctl enable --now cadre"

uninstall: ## remove the installed files; configuration and data stay
	rm -f $(DESTDIR)$(PREFIX)/bin/cadre $(DESTDIR)$(UNITDIR)/cadre.service $(DESTDIR)$(COMPLETIONS)/cadre
	rm -f $(DESTDIR)$(ZSH_COMPLETIONS)/_cadre $(DESTDIR)$(FISH_COMPLETIONS)/cadre.fish
	rm -rf $(DESTDIR)$(DOCDIR)

clean: ## remove the build
	rm -rf .build
