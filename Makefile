# Everything a person or a machine does with Dossier. Each target installs what is missing first.

.PHONY: run test tour bench deb setup-build setup-test

run: ## Builds Dossier and opens its window; ARGS="--library DIR" names a library.
	@bash scripts/run.sh $(ARGS)

test: ## Checks and tests everything: engine, front end, real window.
	@bash scripts/test.sh

tour: ## Walks the real window on the sample collection and leaves pictures under target/tour.
	@bash scripts/tour.sh

bench: ## Measures what speed is promised for.
	@bash scripts/bench.sh

deb: ## Makes the Debian package and tries it.
	@bash scripts/deb.sh

setup-build: ## Installs what building needs.
	@bash scripts/setup.sh build

setup-test: ## Installs what testing needs.
	@bash scripts/setup.sh build test
