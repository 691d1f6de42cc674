#!/usr/bin/env bash
# Compiles the worker that embeds wazero (WORKER_SOURCES) into BUILD_OUT/wazero-worker, with the newest Go and the wazero library of Debian sid,
# unpacked in BUILD_WORK and not installed. BUILD_OUT/versions names the packages that it is made of, one a line: name, version.
# Environment: APT_ROOT (see apt-root.sh, of sid), WORKER_SOURCES, BUILD_WORK, BUILD_OUT.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${APT_ROOT:?}" "${WORKER_SOURCES:?}" "${BUILD_WORK:?}" "${BUILD_OUT:?}"
[[ -f $WORKER_SOURCES/main.go ]] || die "$WORKER_SOURCES/main.go does not exist; set WORKER_SOURCES to src/Afmpeg.Perf.Wazero"
[[ -f $APT_ROOT/apt.conf ]] || die "$APT_ROOT/apt.conf does not exist; run apt-root.sh first"
mkdir -p -- "$BUILD_WORK/packages" "$BUILD_OUT"

# The names of Go's packages move with its versions: golang-1.26-go, golang-1.27-go, ...
newest_go() {
    apt-cache -c "$APT_ROOT/apt.conf" pkgnames golang-1. | sed -n 's/^\(golang-1\.[0-9]*\)-go$/\1/p' | sort --version-sort | tail -n 1
}

# add PACKAGE: unpacked into the one root that all share, since Debian's Go keeps its sources in a package of their own and links to them.
add() {
    APT_ROOT=$APT_ROOT PACKAGE=$1 OUT=$BUILD_WORK/packages/$1 bash "$toolchain/fetch-package.sh" >&2
    cp -al -- "$BUILD_WORK/packages/$1/usr" "$BUILD_WORK/root/"
    cat -- "$BUILD_WORK/packages/$1/.package-version" >>"$BUILD_OUT/versions"
}

compile() {
    export GOROOT=$BUILD_WORK/root/usr/lib/${go/golang/go} GOPATH=$BUILD_WORK/root/usr/share/gocode GOCACHE=$BUILD_WORK/go-cache
    # Nothing is looked for on the network, and nothing of the user's own Go settings counts.
    export GO111MODULE=off GOTOOLCHAIN=local GOENV=off GOFLAGS='' CGO_ENABLED=0
    local words
    words=$("$GOROOT/bin/go" version 2>&1) ||
        die "the Go of Debian sid does not start here: ${words%%$'\n'*}; build on a newer Debian to measure wazero"
    (cd -- "$WORKER_SOURCES" && "$GOROOT/bin/go" build -trimpath -ldflags=-s -o "$BUILD_OUT/wazero-worker" .) >&2 ||
        die "$WORKER_SOURCES does not compile with $(paste -sd, -- "$BUILD_OUT/versions"); adapt it to what the compiler says above"
}

go=$(newest_go)
[[ -n $go ]] || die "the index in $APT_ROOT has no package golang-1.N-go; refresh it with apt-root.sh"
readonly go
rm -f -- "$BUILD_OUT/versions"
fresh_folder "$BUILD_WORK/root"
for package in "$go-go" "$go-src" golang-github-tetratelabs-wazero-dev golang-golang-x-sys-dev; do
    add "$package"
done
compile
