#!/usr/bin/env bash
# Unpacks the sources of one build into BUILD_WORK/src/NAME and applies patches/NAME-*.diff to them.
# Environment: BUILD_SOURCES (the folder of the tarballs), BUILD_WORK, BUILD_FLAVOUR (gpl: x264, lgpl: openh264).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_SOURCES:?}" "${BUILD_WORK:?}" "${BUILD_FLAVOUR:?}"
need_tools tar patch xz bzip2 gzip
one_of BUILD_FLAVOUR "$BUILD_FLAVOUR" gpl lgpl

# unpack NAME
unpack() {
    local name=$1 tarballs diff target=$BUILD_WORK/src/$1
    mapfile -t tarballs < <(compgen -G "$BUILD_SOURCES/${name}_*.orig.tar.*")
    [[ ${#tarballs[@]} -eq 1 ]] ||
        die "$BUILD_SOURCES holds ${#tarballs[@]} tarballs of $name (${tarballs[*]##*/}), expected one; run fetch-source.sh, or delete the ones that sources.json does not name"
    fresh_folder "$target"
    # Debian's own repackaged tarballs and upstream's all have one folder at the top.
    tar --extract --file "${tarballs[0]}" --directory "$target" --strip-components=1 --no-same-owner
    for diff in "$toolchain/patches/$name"-*.diff; do
        [[ -f $diff ]] || continue
        patch --directory="$target" --strip=1 --forward --quiet --input="$diff" >&2 ||
            die "$diff does not apply to ${tarballs[0]##*/}; adapt the patch to that version"
    done
    note "unpacked ${tarballs[0]##*/}"
}

unpack zlib
case $BUILD_FLAVOUR in
    gpl) unpack x264 ;;
    lgpl) unpack openh264 ;;
esac
unpack ffmpeg
