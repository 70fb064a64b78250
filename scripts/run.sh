#!/usr/bin/env bash
# Builds Dossier and opens its window on the researcher's library.
# Without a display it walks the same window on a virtual one and leaves pictures.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    say "There is no display: the window is walked on a virtual one instead."
    exec bash scripts/tour.sh
fi
ensure_build
say "Building the front end."
build_ui >/dev/null
say "Building the engine and the window; the first time takes several minutes."
cargo build --release --locked -p dossier-desktop -p dossier-cli
exec target/release/dossier-desktop "$@"
