#!/usr/bin/env bash
# Builds x264 as a static library into BUILD_WORK/prefix.
# Environment: BUILD_WORK, BUILD_TARGET, BUILD_OPTIMIZE, BUILD_ASM, BUILD_THREADS, BUILD_JOBS, BUILD_MSA (whether x264's MSA kernels
# are compiled in, on generic vectors), and BUILD_X264_FLAGS:
#   own       x264 is compiled with BUILD_OPTIMIZE alone, so that the build is what its name says
#   upstream  x264's own flags stay where x264 puts them, as in the module that upstream ships
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_TARGET:?}" "${BUILD_OPTIMIZE:?}" "${BUILD_ASM:?}" "${BUILD_THREADS:?}" "${BUILD_X264_FLAGS:?}" "${BUILD_MSA:?}" \
    "${BUILD_JOBS:?}"
one_of BUILD_ASM "$BUILD_ASM" true false
one_of BUILD_THREADS "$BUILD_THREADS" true false
one_of BUILD_X264_FLAGS "$BUILD_X264_FLAGS" own upstream
one_of BUILD_MSA "$BUILD_MSA" true false
need_source x264
use_compiler

flags="$BUILD_OPTIMIZE $(file_prefix_map)"
[[ $BUILD_MSA == true ]] && flags+=" $msa_include"
options=(--prefix="$(library_prefix)" --enable-static --disable-cli --disable-opencl --disable-lto --bit-depth=8 --chroma-format=all
    --disable-avs --disable-swscale --disable-lavf --disable-ffms --disable-gpac --disable-lsmash
    --extra-cflags="$flags")
[[ $BUILD_TARGET == wasm ]] && options+=(--host=wasm32-unknown-wasi)
[[ $BUILD_ASM == false ]] && options+=(--disable-asm)
[[ $BUILD_THREADS == false ]] && options+=(--disable-thread)

configure() {
    fresh_folder "$BUILD_WORK/build/x264"
    cd -- "$BUILD_WORK/build/x264"
    CC=$cc AR=llvm-ar-19 RANLIB=llvm-ranlib-19 STRIP=llvm-strip-19 ../../src/x264/configure "${options[@]}" ||
        die "x264's configure failed; its log is $PWD/config.log"
    # x264 adds these by itself, ahead of and behind BUILD_OPTIMIZE.
    if [[ $BUILD_X264_FLAGS == own ]]; then
        sed -i -e '/^CFLAGS=/{s/ -O3 -ffast-math//;s/ -fno-tree-vectorize//}' config.mak
    fi
    note "$(grep '^CFLAGS=' config.mak)"
}

# What x264's configure does for a MIPS processor with MSA. Its Makefile compiles kernels only where there is an assembler,
# which those in C never call.
switch_msa_on() {
    sed -i -e 's/^SYS_ARCH=.*/SYS_ARCH=MIPS/' -e 's/^AS=.*/AS=true/' config.mak
    sed -i -e 's/^#define HAVE_MSA 0$/#define HAVE_MSA 1/' config.h
    [[ $(cat config.mak config.h) == *SYS_ARCH=MIPS$'\n'*AS=true$'\n'*'#define HAVE_MSA 1'$'\n'* ]] ||
        die "x264's configure wrote $PWD/config.mak and config.h otherwise than expected; adapt switch_msa_on to this version"
}

configure
[[ $BUILD_MSA == true ]] && switch_msa_on
make -j"$BUILD_JOBS" install-lib-static
