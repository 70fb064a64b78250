#!/usr/bin/env bash
# Walks the real window on the sample collection, on a virtual display and in a temporary library,
# and leaves pictures under target/tour.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

ensure_build
ensure_display
say "Building the front end."
build_ui >/dev/null
say "Building the engine and the window; the first time takes several minutes."
cargo build --release --locked -p dossier-desktop -p dossier-cli -p dossier-acceptance
rm -rf target/tour
target/release/tour --window target/release/dossier-desktop --pictures target/tour
