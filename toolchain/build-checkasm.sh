#!/usr/bin/env bash
# Builds x264's own test of its kernels for 8 bits and leaves BUILD_OUT/checkasm8.wasm, stripped. build-x264.sh comes first.
# Environment: BUILD_WORK, BUILD_OUT, BUILD_TARGET, BUILD_JOBS.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_OUT:?}" "${BUILD_TARGET:?}" "${BUILD_JOBS:?}"
one_of BUILD_TARGET "$BUILD_TARGET" wasm
need_library libx264.a build-x264.sh
use_compiler

cd -- "$BUILD_WORK/build/x264"
make -j"$BUILD_JOBS" checkasm8 LDFLAGS="$wasi_libraries $wasi_stack"
mkdir -p -- "$BUILD_OUT"
# Renamed when complete, so that nobody sees half a file.
llvm-strip-19 -o "$BUILD_OUT/.checkasm8.wasm" checkasm8
mv -f -- "$BUILD_OUT/.checkasm8.wasm" "$BUILD_OUT/checkasm8.wasm"
