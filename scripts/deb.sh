#!/usr/bin/env bash
# Makes the Debian package with the window and the command line, unpacks it into an empty folder and
# tries both from there.
set -euo pipefail
# shellcheck source=scripts/setup.sh
. "$(dirname "${BASH_SOURCE[0]}")/setup.sh"

ensure_build
ensure_display
have dpkg-deb || fail "dpkg-deb is missing: packages for Debian are made on Debian and its kin."
say "Building the front end."
build_ui >/dev/null
say "Building the engine and the window; the first time takes several minutes."
cargo build --release --locked -p dossier-desktop -p dossier-cli -p dossier-acceptance
node scripts/notices.mjs target/release/notices.txt
rm -rf target/release/bundle/deb
ui/node_modules/.bin/tauri bundle --bundles deb --ci
deb=$(ls target/release/bundle/deb/*.deb)

say "Trying $deb."
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
dpkg-deb --extract "$deb" "$place"
for file in usr/bin/dossier usr/bin/dossier-desktop usr/share/applications/Dossier.desktop \
    usr/share/icons/hicolor/128x128/apps/dossier-desktop.png usr/share/doc/dossier/NOTICES.txt; do
    [ -s "$place/$file" ] || fail "The package has no $file."
done
"$place/usr/bin/dossier" --version
"$place/usr/bin/dossier-desktop" --version
target/release/tour --window "$place/usr/bin/dossier-desktop" --pictures target/tour-deb --quick
say "The package works: $deb"
