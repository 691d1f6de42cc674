#!/usr/bin/env bash
# Fetches one upstream tarball from Debian's source package into OUT/FILE, unless the right one is there.
# An archive drops a version when the next one of its series comes. The script then takes that version; apt has verified its signature. OUT/NAME.moved says so
# in one line: the pinned sha256, then version, file and sha256 of what was taken.
# Environment: APT_ROOT (see apt-root.sh), NAME, VERSION, FILE, SHA256 (as in sources.json), OUT (a folder).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${APT_ROOT:?}" "${NAME:?}" "${VERSION:?}" "${FILE:?}" "${SHA256:?}" "${OUT:?}"
mkdir -p -- "$OUT"
OUT=$(cd -- "$OUT" && pwd)

# unpack.sh takes the one tarball that it finds: those of other versions go.
remove_others() { find "$OUT" -maxdepth 1 -name "${NAME}_*.orig.tar.*" ! -name "$1" -delete; }

# Debian's version of an upstream tarball, and the series of a version: 5.1 of 5.1.9.
version_of() { sed -E "s/^${NAME}_(.*)\.orig\.tar\..*$/\1/; s/\+dfsg.*$|\.dfsg.*$//" <<<"$1"; }
series_of() { cut -d. -f1,2 <<<"$1"; }

checksum() { sha256sum -- "$1" | cut -d' ' -f1; }

if [[ -f $OUT/$FILE && $(checksum "$OUT/$FILE") == "$SHA256" ]]; then
    remove_others "$FILE"
    rm -f -- "$OUT/$NAME.moved"
    note "$FILE is there already"
    exit 0
fi

[[ -f $APT_ROOT/sources.list ]] || die "$APT_ROOT/sources.list does not exist; run apt-root.sh first"
# Under OUT, so that the rename at the end stays on one file system and a half download never bears the final name.
temporary=$(mktemp -d -- "$OUT/.fetch-XXXXXX")
trap 'rm -rf -- "$temporary"' EXIT

(cd -- "$temporary" && apt-get -c "$APT_ROOT/apt.conf" source --only-source --download-only --tar-only -qq "$NAME" >&2) ||
    die "apt-get could not fetch the source package $NAME (its own message is above); check the network, refresh $APT_ROOT with apt-root.sh, and run this step again"

if [[ ! -f $temporary/$FILE ]]; then
    found=$(find "$temporary" -name "${NAME}_*.orig.tar.*" -printf '%f\n' | head -n 1)
    version=$(version_of "$found")
    [[ -n $found && $(series_of "$version") == "$(series_of "$VERSION")" && $(printf '%s\n' "$VERSION" "$version" | sort -V | tail -n 1) == "$version" ]] ||
        die "Debian's source package $NAME holds ${found:-no upstream tarball} where $FILE (version $VERSION) was expected, which is no newer version of the same series; put the new version, file and sha256 into toolchain/sources.json"
    mv -f -- "$temporary/$found" "$OUT/$found"
    remove_others "$found"
    printf '%s %s %s %s\n' "$SHA256" "$version" "$found" "$(checksum "$OUT/$found")" >"$OUT/$NAME.moved"
    note "the archive no longer has $NAME $VERSION: took $version"
    exit 0
fi

observed=$(checksum "$temporary/$FILE")
[[ $observed == "$SHA256" ]] ||
    die "$FILE has sha256 $observed, expected $SHA256; it was not kept; correct toolchain/sources.json if that file is the one you mean"
mv -f -- "$temporary/$FILE" "$OUT/$FILE"
remove_others "$FILE"
rm -f -- "$OUT/$NAME.moved"
note "fetched $FILE"
