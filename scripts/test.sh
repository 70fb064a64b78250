#!/usr/bin/env bash
# Checks and tests everything: format, lints, licences, front end, engine, browser, real window.
# Goes on after a failed stage, says at the end what failed, and repeats the runners' own summaries.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

logs=$root/target/test-logs
rm -rf "$logs"
mkdir -p "$logs"
failed=()
times=()

# Runs a stage with no input, its output shown and kept.
stage() {
    local name=$1 started=$SECONDS
    shift
    printf '\n== %s\n' "$name"
    if ! "$@" </dev/null 2>&1 | tee "$logs/$name.log"; then
        failed+=("$name")
        printf '== %s failed\n' "$name"
    fi
    times+=("$(printf '%5d s  %s' $((SECONDS - started)) "$name")")
}

in_ui() { (cd ui && npm run --silent "$@"); }

# One selection of packages and features throughout: cargo then builds each dependency once.
all=(--workspace --locked --features dossier-acceptance/desktop)

stage setup bash -c '. scripts/setup.sh && ensure_build && ensure_test'
hash -r
stage ui-build in_ui build
stage ui-check in_ui check
stage ui-lint in_ui lint
stage ui-test in_ui test
stage format cargo fmt --all --check
stage clippy cargo clippy "${all[@]}" --all-targets --quiet -- -D warnings
stage licences cargo deny --locked check --hide-inclusion-graph licenses bans sources
stage build cargo test "${all[@]}" --no-run --quiet
stage browser node --test --test-reporter=spec tests/e2e/playwright/*.test.mjs
stage engine cargo test "${all[@]}" --no-fail-fast

printf '\n== Time\n'
printf '%s\n' "${times[@]}"
printf '\n== Summaries\n'
sed 's/\x1b\[[0-9;]*m//g' "$logs/ui-test.log" | grep -E '^ *(Test Files|Tests) ' || true
grep -E '^ℹ (tests|pass|fail) ' "$logs/browser.log" || true
grep -E '^test result: ' "$logs/engine.log" || true
if [ ${#failed[@]} -gt 0 ]; then
    printf '\nFailed: %s\n' "${failed[*]}"
    exit 1
fi
