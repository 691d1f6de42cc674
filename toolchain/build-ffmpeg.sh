#!/usr/bin/env bash
# Builds FFmpeg's command line tool and leaves BUILD_OUT/ffmpeg (native) or BUILD_OUT/ffmpeg.wasm, stripped.
# Environment: BUILD_WORK, BUILD_OUT, BUILD_TARGET, BUILD_FLAVOUR, BUILD_OPTIMIZE, BUILD_ASM, BUILD_THREADS, BUILD_JOBS,
# BUILD_MSA (whether FFmpeg's MSA kernels are compiled in, on generic vectors), BUILD_FFMPEG_OPTIONS (further configure options
# separated by spaces, may be empty).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_OUT:?}" "${BUILD_TARGET:?}" "${BUILD_FLAVOUR:?}" "${BUILD_OPTIMIZE:?}" "${BUILD_ASM:?}" \
    "${BUILD_THREADS:?}" "${BUILD_MSA:?}" "${BUILD_JOBS:?}" "${BUILD_FFMPEG_OPTIONS?}"
one_of BUILD_FLAVOUR "$BUILD_FLAVOUR" gpl lgpl
one_of BUILD_ASM "$BUILD_ASM" true false
one_of BUILD_THREADS "$BUILD_THREADS" true false
one_of BUILD_MSA "$BUILD_MSA" true false
need_tools pkg-config
need_source ffmpeg
need_library libz.a build-zlib.sh
need_library libwebp.a build-libwebp.sh
use_compiler

optimize=$BUILD_OPTIMIZE
[[ $BUILD_MSA == true ]] && optimize+=" $msa_include -DMSA_ON_VECTORS"
# FFmpeg keeps its configure line in the product, so that no option may hold a folder's name.
options=(--cc="$cc" --cxx="$cxx" --ld="$cc" --host-cc=clang-19 --ar=llvm-ar-19 --nm=llvm-nm-19 --ranlib=llvm-ranlib-19 --strip=llvm-strip-19
    --pkg-config=pkg-config --pkg-config-flags=--static --disable-stripping --optflags="$optimize")

add_target() {
    [[ $BUILD_TARGET == wasm ]] || return 0
    [[ $BUILD_ASM == false && $BUILD_THREADS == false ]] ||
        die "BUILD_ASM=$BUILD_ASM and BUILD_THREADS=$BUILD_THREADS for target wasm, expected false and false; correct toolchain/products.json"
    options+=(--enable-cross-compile --target-os=none --arch=wasm32 --disable-runtime-cpudetect --enable-fast-unaligned
        --extra-ldflags="$wasi_libraries"
        --extra-ldexeflags="$wasi_stack -Wl,--max-memory=4294967296")
}

add_flavour() {
    case $BUILD_FLAVOUR in
        gpl)
            need_library libx264.a build-x264.sh
            encoder=libx264
            options+=(--enable-gpl)
            ;;
        lgpl)
            need_library libopenh264.a build-openh264.sh
            encoder=libopenh264
            ;;
    esac
    options+=("--enable-$encoder" "--enable-encoder=$encoder")
}

add_components() {
    local components=("$toolchain/components.txt")
    [[ $BUILD_TARGET == native ]] && components+=("$toolchain/components-native.txt")
    mapfile -t -O "${#options[@]}" options < <(list_entries "${components[@]}")
}

add_switches() {
    local own
    [[ $BUILD_ASM == true ]] || options+=(--disable-asm)
    if [[ $BUILD_THREADS == true ]]; then
        options+=(--enable-pthreads)
    else
        options+=(--disable-pthreads)
    fi
    read -ra own <<<"$BUILD_FFMPEG_OPTIONS"
    options+=("${own[@]}")
}

configure() {
    local needed
    fresh_folder "$BUILD_WORK/build/ffmpeg"
    cd -- "$BUILD_WORK/build/ffmpeg"
    # Only libraries of this build may be linked, none of the host's.
    export PKG_CONFIG_LIBDIR=$PWD/../../prefix/lib/pkgconfig
    ../../src/ffmpeg/configure "${options[@]}" ||
        die "FFmpeg's configure failed; the end of its log $PWD/ffbuild/config.log tells why"
    # configure drops what it cannot build, without a message.
    for needed in "$encoder" libwebp; do
        grep -q "^#define CONFIG_${needed^^}_ENCODER 1$" config_components.h ||
            die "FFmpeg's configure left out the encoder $needed; its log $PWD/ffbuild/config.log tells why"
    done
}

install_product() {
    local product=ffmpeg
    [[ $BUILD_TARGET == wasm ]] && product=ffmpeg.wasm
    mkdir -p -- "$BUILD_OUT"
    # Renamed when complete, so that nobody sees half a file.
    llvm-strip-19 -o "$BUILD_OUT/.$product" ffmpeg_g
    mv -f -- "$BUILD_OUT/.$product" "$BUILD_OUT/$product"
}

# In this order: --disable-everything, among the components, would undo an encoder enabled ahead of it.
add_target
add_components
add_flavour
add_switches
configure
make -j"$BUILD_JOBS" ffmpeg_g
install_product
