#!/usr/bin/env bash
# Measures what speed is promised for; results stay under target/criterion.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

ensure_packages 'have cc' build-essential
ensure_rust
cargo bench --locked --workspace --exclude dossier-desktop --exclude dossier-acceptance --bench "*" -- "$@"
