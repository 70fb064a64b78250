#!/usr/bin/env bash
# Makes the Debian package with the window and the command line, and tries both: installed, and removed
# again, where that can be done; else unpacked into an empty folder.
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
package=$(dpkg-deb --field "$deb" Package)
is_installed() { dpkg --status "$package" 2>/dev/null | grep -q '^Status: .* installed$'; }
scratch=$(mktemp -d)
if [ "$(id -u)" = 0 ] && have apt-get && ! is_installed; then
    say "Installing it."
    trap 'rm -rf "$scratch"; DEBIAN_FRONTEND=noninteractive apt-get -qq purge -y "$package" >/dev/null' EXIT
    DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$(realpath "$deb")" >/dev/null
    is_installed || fail "The package was not installed."
    place=
else
    say "Unpacking it: to install it takes an administrator, and a machine without it."
    trap 'rm -rf "$scratch"' EXIT
    place=$scratch/root
    dpkg-deb --extract "$deb" "$place"
fi
for file in usr/bin/dossier usr/bin/dossier-desktop usr/share/applications/Dossier.desktop \
    usr/share/icons/hicolor/128x128/apps/dossier-desktop.png usr/share/doc/dossier/NOTICES.txt; do
    [ -s "$place/$file" ] || fail "The package has no $file."
done
"$place/usr/bin/dossier" --version
"$place/usr/bin/dossier-desktop" --version
"$place/usr/bin/dossier" import crates/library/samples --library "$scratch/library"
"$place/usr/bin/dossier" search 'transit weapon' --library "$scratch/library" --limit 3 --json >"$scratch/hits.json"
grep -q '"Tarsen shows its hand"' "$scratch/hits.json" || fail "The command line finds nothing."
target/release/tour --window "$place/usr/bin/dossier-desktop" --pictures target/tour-deb --quick
say "The package works: $deb"
