#!/usr/bin/env bash
# Compiles zlib into BUILD_WORK/prefix. Its own configure would only probe for what every target here has.
# Environment: BUILD_WORK, BUILD_TARGET, BUILD_OPTIMIZE, BUILD_JOBS.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_TARGET:?}" "${BUILD_OPTIMIZE:?}" "${BUILD_JOBS:?}"
need_source zlib
use_compiler

source_folder=$BUILD_WORK/src/zlib
prefix=$(library_prefix)
units=(adler32 compress crc32 deflate infback inffast inflate inftrees trees uncompr zutil)
read -ra optimize <<<"$BUILD_OPTIMIZE"

fresh_folder "$BUILD_WORK/build/zlib"
cd -- "$BUILD_WORK/build/zlib"
printf '%s\n' "${units[@]}" |
    xargs -P "$BUILD_JOBS" -I{} "$cc" "${optimize[@]}" "$(file_prefix_map)" \
        -D_LARGEFILE64_SOURCE=1 -DHAVE_HIDDEN -I"$source_folder" -c "$source_folder/{}.c" -o {}.o
llvm-ar-19 rcs libz.a "${units[@]/%/.o}"

mkdir -p -- "$prefix/include" "$prefix/lib/pkgconfig"
cp -- "$source_folder/zlib.h" "$source_folder/zconf.h" "$prefix/include/"
cp -- libz.a "$prefix/lib/"

# FFmpeg finds its libraries through pkg-config.
version=$(sed -n 's/^#define ZLIB_VERSION "\(.*\)"/\1/p' "$source_folder/zlib.h")
sed -e "s|@prefix@|$prefix|" -e "s|@exec_prefix@|$prefix|" -e "s|@libdir@|$prefix/lib|" -e "s|@sharedlibdir@|$prefix/lib|" \
    -e "s|@includedir@|$prefix/include|" -e "s|@VERSION@|$version|" "$source_folder/zlib.pc.in" >"$prefix/lib/pkgconfig/zlib.pc"
