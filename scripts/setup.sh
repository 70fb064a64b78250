#!/usr/bin/env bash
# Installs what is missing, and only that: `setup.sh build`, `setup.sh test`, `setup.sh display`.
# Sourced by the other scripts for the functions and the PATH.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools=$root/target/tools
cd "$root"
mkdir -p target

# Tools that were installed beside the project come first; rustup's own folder is often not on the path.
export PATH="$tools/node_modules/node/bin:$tools/bin:$PATH"
[ -d "${CARGO_HOME:-$HOME/.cargo}/bin" ] && export PATH="$PATH:${CARGO_HOME:-$HOME/.cargo}/bin"

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" = 0 ]; then
        "$@"
    elif [ -t 0 ] && have sudo; then
        sudo "$@"
    elif have sudo && sudo -n true 2>/dev/null; then
        sudo -n "$@"
    else
        fail "These need an administrator: $*"
    fi
}

# Installs Debian packages; the lists are fetched once, and only when something is missing.
apt_install() {
    have apt-get || fail "Missing: $*. Install what your system has in place of these Debian packages."
    say "Installing $*."
    if [ -z "${apt_is_current:-}" ]; then
        as_root apt-get -qq update
        apt_is_current=yes
    fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends "$@" >/dev/null
}

# Whether version $1 is at least version $2.
is_at_least() { [ "$(printf '%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

ensure_packages() {
    missing=()
    while [ $# -gt 0 ]; do
        # Pairs: a test that says whether it is there, the package that brings it.
        eval "$1" >/dev/null 2>&1 || missing+=("$2")
        shift 2
    done
    [ ${#missing[@]} = 0 ] || apt_install "${missing[@]}"
}

rust_version() { rustc --version 2>/dev/null | cut -d ' ' -f 2 | cut -d - -f 1; }

ensure_rust() {
    local needed
    needed=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
    if ! have cargo; then
        if have apt-get && { apt-cache show rustup >/dev/null 2>&1 || as_root apt-get -qq update; } &&
            apt-cache show rustup >/dev/null 2>&1; then
            apt_install rustup
        fi
        have rustup || fail "Rust $needed or newer is missing: install it from https://rustup.rs, then try again."
        rustup default stable
    fi
    is_at_least "$(rust_version)" "$needed" ||
        fail "Rust $needed or newer is needed; this is $(rust_version). With rustup: rustup update stable"
}

node_fits() { have node && is_at_least "$(node --version | tr -d v)" 20.19.0; }

ensure_node() {
    have npm || apt_install nodejs npm
    node_fits && return
    say "Installing a newer Node.js beside the project."
    npm install --silent --no-save --no-audit --no-fund --prefix "$tools" node@22 </dev/null
    hash -r
    node_fits || fail "Node.js 20.19 or newer is needed; this is $(node --version)."
}

# The front end's packages, as its lock has them.
ensure_ui_packages() {
    ensure_node
    [ ui/node_modules/.package-lock.json -nt ui/package-lock.json ] && return
    say "Installing the front end's packages."
    (cd ui && npm ci --silent --no-audit --no-fund </dev/null)
    touch ui/node_modules/.package-lock.json
}

ensure_build() {
    ensure_packages \
        'have cc' build-essential \
        'have pkg-config' pkg-config \
        'pkg-config --exists webkit2gtk-4.1' libwebkit2gtk-4.1-dev
    ensure_rust
    ensure_ui_packages
}

# What shows the real window to nobody, and fonts for the scripts of the sample collection.
ensure_display() {
    ensure_packages \
        'have Xvfb' xvfb \
        'have WebKitWebDriver' webkit2gtk-driver \
        'have fc-list' fontconfig \
        'fc-list | grep -q NotoSerif-' fonts-noto-core
}

ensure_test() {
    ensure_display
    ensure_packages 'have chromium' chromium
    rustup component add rustfmt clippy >/dev/null 2>&1 || true
    ensure_deny
}

# Checks licences. Built unoptimised: it runs for a second and is built for one use.
ensure_deny() {
    have cargo-deny && return
    say "Building cargo-deny."
    cargo install --quiet --locked --root "$tools" --target-dir "$tools/build" --profile dev \
        --config 'profile.dev.debug=false' cargo-deny@0.20.2 </dev/null
    rm -rf "$tools/build"
}

build_ui() { (cd ui && npm run --silent build </dev/null); }

if [ "${BASH_SOURCE[0]}" = "$0" ]; then
    [ $# -gt 0 ] || fail "Usage: setup.sh build|display|test …"
    for part in "$@"; do
        case $part in
            build) ensure_build ;;
            display) ensure_display ;;
            test) ensure_test ;;
            *) fail "Unknown part: $part" ;;
        esac
    done
fi
