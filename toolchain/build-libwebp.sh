#!/usr/bin/env bash
# Compiles libwebp's encoder into BUILD_WORK/prefix. FFmpeg decodes WebP itself, so that no decoder is linked.
# Environment: BUILD_WORK, BUILD_TARGET, BUILD_OPTIMIZE, BUILD_ASM (whether the kernels for SSE2 and SSE4.1 are compiled in), BUILD_THREADS,
# BUILD_JOBS.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_TARGET:?}" "${BUILD_OPTIMIZE:?}" "${BUILD_ASM:?}" "${BUILD_THREADS:?}" "${BUILD_JOBS:?}"
one_of BUILD_ASM "$BUILD_ASM" true false
one_of BUILD_THREADS "$BUILD_THREADS" true false
need_source libwebp
use_compiler

source_folder=$BUILD_WORK/src/libwebp
prefix=$(library_prefix)
read -ra flags <<<"$BUILD_OPTIMIZE"
flags+=("$(file_prefix_map)" -DNDEBUG "-I$source_folder" "-I$source_folder/src")
[[ $BUILD_THREADS == false ]] || flags+=(-DWEBP_USE_THREAD)

# libwebp takes the kernels of the compiler's target, unless a config.h says which there are.
if [[ $BUILD_ASM == true ]]; then
    flags+=(-DWEBP_HAVE_SSE41)
else
    printf '#define HAVE_BUILTIN_BSWAP%s\n' 16 32 64 >"$source_folder/src/webp/config.h"
    flags+=(-DHAVE_CONFIG_H)
fi

# compile PATTERN FLAG...: the encoder's units of these names, and of the rest what it calls; kernels for other processors compile to nothing.
compile() {
    find "$source_folder"/{sharpyuv,src/dsp,src/enc,src/utils} -name "$1" -print0 |
        xargs -0 -n 8 -P "$BUILD_JOBS" "$cc" "${flags[@]}" "${@:2}" -c
}

compile_all() {
    fresh_folder "$BUILD_WORK/build/libwebp"
    cd -- "$BUILD_WORK/build/libwebp"
    compile '*[!1].c'
    if [[ $BUILD_ASM == true ]]; then
        compile '*_sse41.c' -msse4.1
    fi
    llvm-ar-19 rcs libwebp.a -- *.o
}

install_library() {
    local version
    version=$(sed -n 's/^AC_INIT(\[libwebp\], \[\([^]]*\)\].*/\1/p' "$source_folder/configure.ac")
    mkdir -p -- "$prefix/include/webp" "$prefix/lib/pkgconfig"
    cp -- "$source_folder"/src/webp/{encode,types}.h "$prefix/include/webp/"
    cp -- libwebp.a "$prefix/lib/"
    # FFmpeg finds its libraries through pkg-config.
    sed -e "s|@prefix@|$prefix|" -e "s|@exec_prefix@|$prefix|" -e "s|@libdir@|$prefix/lib|" -e "s|@includedir@|$prefix/include|" \
        -e "s|@PACKAGE_VERSION@|$version|" -e 's| @PTHREAD_[A-Z]*@||g' "$source_folder/src/libwebp.pc.in" >"$prefix/lib/pkgconfig/libwebp.pc"
}

compile_all
install_library
