#!/usr/bin/env bash
# Fetches one upstream tarball from Debian's source package into OUT/FILE, unless the right one is there.
# Environment: APT_ROOT (see apt-root.sh), NAME, VERSION, FILE, SHA256 (as in sources.json), OUT (a folder).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${APT_ROOT:?}" "${NAME:?}" "${VERSION:?}" "${FILE:?}" "${SHA256:?}" "${OUT:?}"
mkdir -p -- "$OUT"
OUT=$(cd -- "$OUT" && pwd)

# unpack.sh takes the one tarball that it finds: those of other versions go.
remove_others() { find "$OUT" -maxdepth 1 -name "${NAME}_*.orig.tar.*" ! -name "$FILE" -delete; }

checksum() { sha256sum -- "$1" | cut -d' ' -f1; }

if [[ -f $OUT/$FILE && $(checksum "$OUT/$FILE") == "$SHA256" ]]; then
    remove_others
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
    found=$(find "$temporary" -name '*.orig.tar.*' -printf '%f ')
    die "Debian's source package $NAME holds ${found:-no upstream tarball }where $FILE (version $VERSION) was expected: the mirror has moved on; put the new version, file and sha256 into toolchain/sources.json"
fi

observed=$(checksum "$temporary/$FILE")
[[ $observed == "$SHA256" ]] ||
    die "$FILE has sha256 $observed, expected $SHA256; it was not kept; correct toolchain/sources.json if that file is the one you mean"
mv -f -- "$temporary/$FILE" "$OUT/$FILE"
remove_others
note "fetched $FILE"
