# Every recipe calls an ordinary command or one script of scripts/, which can be run by itself as well.
.DEFAULT_GOAL := help
.PHONY: help quote check test tools wasm bench package clean

help: ## this list
	@awk -F ':[^#]*## ' '/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

quote: ## build natively and print the proposal of the example project; needs only cargo
	cargo run --release --features cli --bin tonnage -- quote tests/projects/wuhan_shop.json --table

check: ## format, lints and native tests: what to run before every commit
	scripts/check_format.sh
	scripts/check_lints.sh
	scripts/check_native.sh

test: ## install what is missing, then run every test: native, Node, Chromium, npm consumers
	scripts/test.sh

tools: ## install what the build and the tests need and this machine lacks
	scripts/install_tools.sh

wasm: tools ## the wasm tests alone, in Node and in Chromium
	scripts/check_wasm.sh

bench: ## time a room against its limits, and beside EnergyPlus on fresh rooms
	scripts/bench.sh

package: tools ## build the npm package into pkg/dist and check its size
	scripts/build_package.sh

clean: ## remove everything that was built; the cache of tools stays
	cargo clean
	rm -rf pkg/dist
