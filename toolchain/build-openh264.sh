#!/usr/bin/env bash
# Builds openh264 as a static library into BUILD_WORK/prefix.
# Environment: BUILD_WORK, BUILD_TARGET, BUILD_OPTIMIZE, BUILD_ASM, BUILD_JOBS.
# BUILD_THREADS has no say: openh264 always has its threads natively, and uses as many as FFmpeg's -threads asks for.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_TARGET:?}" "${BUILD_OPTIMIZE:?}" "${BUILD_ASM:?}" "${BUILD_JOBS:?}"
one_of BUILD_ASM "$BUILD_ASM" true false
need_source openh264
use_compiler

prefix=$(library_prefix)
flags="$BUILD_OPTIMIZE -DNDEBUG $(file_prefix_map)"
cxx_flags='-fno-exceptions -fno-rtti'
assembler=Yes
[[ $BUILD_ASM == true ]] || assembler=No
target=()
if [[ $BUILD_TARGET == wasm ]]; then
    # Debian's wasi-libc has no pthread.h. Position independent code, which the Makefile asks for, would be for a shared module.
    flags+=" -I$toolchain/stubs"
    cxx_flags+=' -fno-pic'
    target=(OS=linux ARCH=wasm32)
fi

fresh_folder "$BUILD_WORK/build/openh264"
cd -- "$BUILD_WORK/build/openh264"
make -j"$BUILD_JOBS" -f ../../src/openh264/Makefile "${target[@]}" CC="$cc" CXX="$cxx" AR=llvm-ar-19 \
    USE_ASM="$assembler" USE_STACK_PROTECTOR=No CFLAGS_OPT="$flags" CXXFLAGS="$cxx_flags" PREFIX="$prefix" install-static

if [[ $BUILD_TARGET == wasm ]]; then
    sed -i -e 's/-lstdc++/-lc++ -lc++abi/' -e 's/ -lpthread//' "$prefix/lib/pkgconfig/openh264.pc"
fi
