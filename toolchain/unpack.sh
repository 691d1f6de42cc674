#!/usr/bin/env bash
# Unpacks the sources of one build into BUILD_WORK/src/NAME and applies patches/NAME-*.diff to them; with BUILD_MSA, the headers of msa/ lie beside them.
# Environment: BUILD_SOURCES (the folder of the tarballs), BUILD_SOURCE_NAMES (what the build is made of, separated by spaces),
# BUILD_WORK, BUILD_FLAVOUR, BUILD_MSA.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_SOURCES:?}" "${BUILD_SOURCE_NAMES:?}" "${BUILD_WORK:?}" "${BUILD_FLAVOUR:?}" "${BUILD_MSA:?}"
need_tools tar patch xz bzip2 gzip
one_of BUILD_FLAVOUR "$BUILD_FLAVOUR" gpl lgpl
one_of BUILD_MSA "$BUILD_MSA" true false

# A patch of a source that this build does not use must not change the build's key.
concerns_build() {
    case $1 in
        *-msa.diff) [[ $BUILD_MSA == true ]] ;;
        *-openh264.diff) [[ $BUILD_FLAVOUR == lgpl ]] ;;
    esac
}

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
        if [[ ! -f $diff ]] || ! concerns_build "$diff"; then
            continue
        fi
        patch --directory="$target" --strip=1 --forward --quiet --input="$diff" >&2 ||
            die "$diff does not apply to ${tarballs[0]##*/}; adapt the patch to that version"
    done
    note "unpacked ${tarballs[0]##*/}"
}

read -ra names <<<"$BUILD_SOURCE_NAMES"
for name in "${names[@]}"; do
    unpack "$name"
done
if [[ $BUILD_MSA == true ]]; then
    # Below src/, so that compilers are given a relative path: FFmpeg keeps its configure line in the product.
    fresh_folder "$BUILD_WORK/src/msa"
    cp -- "$toolchain"/msa/*.h "$BUILD_WORK/src/msa/"
fi
