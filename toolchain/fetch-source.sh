#!/usr/bin/env bash
# Fetches one upstream tarball from Debian's source package into OUT/FILE, unless the right one is there.
# A suite drops a version when the next one of its series comes. The script then asks the archive's pool for the pinned file. If that is gone too, it takes
# the new version; apt has verified its signature. OUT/NAME.moved says so in one line: the pinned sha256, then version, file and sha256 of what was taken.
# With FILE empty nothing is pinned: whatever the archive has of the series VERSION is taken, and OUT/NAME.moved begins with that series.
# Environment: APT_ROOT (see apt-root.sh), NAME, VERSION, FILE, SHA256 (as in sources.json), PACKAGE (Debian's name, where it is not NAME), OUT (a folder).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${APT_ROOT:?}" "${NAME:?}" "${VERSION:?}" "${FILE?}" "${SHA256?}" "${OUT:?}" "${PACKAGE:=$NAME}"
mkdir -p -- "$OUT"
OUT=$(cd -- "$OUT" && pwd)

# unpack.sh takes the one tarball that it finds: those of other versions go.
remove_others() { find "$OUT" -maxdepth 1 -name "${NAME}_*.orig.tar.*" ! -name "$1" -delete; }

# Debian's version of an upstream tarball, and the series of a version: 5.1 of 5.1.9.
version_of() { sed -E "s/^${PACKAGE}_(.*)\.orig\.tar\..*$/\1/; s/\+dfsg.*$|\.dfsg.*$//" <<<"$1"; }
series_of() { cut -d. -f1,2 <<<"$1"; }

# fits VERSION: what may be taken, which is a newer one of the pinned version's series, or any of a series that is not pinned.
fits() {
    if [[ -z $FILE ]]; then
        [[ $1 == "$VERSION" || $1 == "$VERSION".* ]]
    else
        [[ $(series_of "$1") == $(series_of "$VERSION") && $(printf '%s\n' "$VERSION" "$1" | sort -V | tail -n 1) == "$1" ]]
    fi
}

# The pinned file from where the archive keeps it, whichever suite names it. No index vouches for it, but the checksum does.
pooled() {
    local mirror folder=${PACKAGE:0:1}
    [[ -n $FILE ]] || return 1
    [[ $PACKAGE != lib* ]] || folder=${PACKAGE:0:4}
    mirror=$(sed -n 's/^deb-src \(\[[^]]*\] \)\?\([^ ]*\) .*/\2/p' "$APT_ROOT/sources.list" | head -n 1)
    [[ -n $mirror ]] || return 1
    PATH=$PATH:/usr/lib/apt apt-helper -c "$APT_ROOT/apt.conf" download-file "${mirror%/}/pool/main/$folder/$PACKAGE/$FILE" "$temporary/$FILE" "SHA256:$SHA256" >&2 ||
        { rm -f -- "$temporary/$FILE"; return 1; }
    note "the suite does not offer $FILE: took it from the archive's pool"
}

checksum() { sha256sum -- "$1" | cut -d' ' -f1; }

if [[ -n $FILE && -f $OUT/$FILE && $(checksum "$OUT/$FILE") == "$SHA256" ]]; then
    remove_others "$FILE"
    rm -f -- "$OUT/$NAME.moved"
    note "$FILE is there already"
    exit 0
fi

[[ -f $APT_ROOT/sources.list ]] || die "$APT_ROOT/sources.list does not exist; run apt-root.sh first"
# Under OUT, so that the rename at the end stays on one file system and a half download never bears the final name.
temporary=$(mktemp -d -- "$OUT/.fetch-XXXXXX")
trap 'rm -rf -- "$temporary"' EXIT

(cd -- "$temporary" && apt-get -c "$APT_ROOT/apt.conf" source --only-source --download-only --tar-only -qq "$PACKAGE" >&2) || pooled ||
    die "apt-get could not fetch the source package $PACKAGE (its own message is above); check the network, refresh $APT_ROOT with apt-root.sh, and run this step again"

if [[ -z $FILE ]] || ! { [[ -f $temporary/$FILE ]] || pooled; }; then
    found=$(find "$temporary" -name "${PACKAGE}_*.orig.tar.*" -printf '%f\n' | head -n 1)
    version=$(version_of "$found")
    if [[ -z $found ]] || ! fits "$version"; then
        if [[ -n $FILE ]]; then
            expected="$FILE (version $VERSION) was expected, which is no newer version of the same series; put the new version, file and sha256"
        else
            expected="a version of the series $VERSION was expected; put the new series"
        fi
        die "Debian's source package $PACKAGE holds ${found:-no upstream tarball} where $expected into toolchain/sources.json"
    fi
    kept=$NAME${found#"$PACKAGE"}
    mv -f -- "$temporary/$found" "$OUT/$kept"
    remove_others "$kept"
    printf '%s %s %s %s\n' "${SHA256:-$VERSION}" "$version" "$kept" "$(checksum "$OUT/$kept")" >"$OUT/$NAME.moved"
    if [[ -n $FILE ]]; then
        note "the archive no longer has $NAME $VERSION: took $version"
    else
        note "took $PACKAGE $version, whose series $VERSION is not pinned"
    fi
    exit 0
fi

observed=$(checksum "$temporary/$FILE")
[[ $observed == "$SHA256" ]] ||
    die "$FILE has sha256 $observed, expected $SHA256; it was not kept; correct toolchain/sources.json if that file is the one you mean"
mv -f -- "$temporary/$FILE" "$OUT/$FILE"
remove_others "$FILE"
rm -f -- "$OUT/$NAME.moved"
note "fetched $FILE"
