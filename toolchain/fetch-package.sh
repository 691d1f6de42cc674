#!/usr/bin/env bash
# Downloads a Debian package and unpacks it into the folder OUT; nothing is installed. Last line: `version: X`.
# A folder that already holds the package is kept as it is, unless VERSIONS is given and lacks the version that is there.
# Environment: APT_ROOT (see apt-root.sh), PACKAGE, OUT, VERSIONS (those that are right; by default any).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${APT_ROOT:?}" "${PACKAGE:?}" "${OUT:?}" "${VERSIONS:=}"
stamp=.package-version

if [[ -f $OUT/$stamp && $(cut -d' ' -f1 "$OUT/$stamp") == "$PACKAGE" ]]; then
    version=$(cut -d' ' -f2 "$OUT/$stamp")
    if [[ -z $VERSIONS || " $VERSIONS " == *" $version "* ]]; then
        note "$PACKAGE is unpacked already"
        echo "version: $version"
        exit 0
    fi
fi

need_tools dpkg-deb
[[ -f $APT_ROOT/sources.list ]] || die "$APT_ROOT/sources.list does not exist; run apt-root.sh first"
mkdir -p -- "$(dirname -- "$OUT")"
# Beside OUT, so that OUT appears in one rename, complete.
temporary=$(mktemp -d -- "$(cd -- "$(dirname -- "$OUT")" && pwd)/.fetch-XXXXXX")
trap 'rm -rf -- "$temporary"' EXIT

(cd -- "$temporary" && apt-get -c "$APT_ROOT/apt.conf" download -qq "$PACKAGE" >&2) ||
    die "apt-get could not download the package $PACKAGE (its own message is above); check the network, refresh $APT_ROOT with apt-root.sh, and run this step again"

packages=("$temporary"/*.deb)
[[ ${#packages[@]} -eq 1 && -f ${packages[0]} ]] ||
    die "downloading $PACKAGE left ${#packages[@]} files, expected one .deb; the name may be an architecture's twin: name the package exactly"
version=$(dpkg-deb --field "${packages[0]}" Version)
mkdir -- "$temporary/content"
dpkg-deb --extract "${packages[0]}" "$temporary/content"
chmod 755 "$temporary/content"
printf '%s %s\n' "$PACKAGE" "$version" >"$temporary/content/$stamp"

rm -rf -- "$OUT"
mv -- "$temporary/content" "$OUT"
echo "version: $version"
