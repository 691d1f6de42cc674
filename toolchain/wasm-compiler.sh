#!/usr/bin/env bash
# Writes the WebAssembly compilers BUILD_WORK/bin/wcc and w++ and the folder of headers and libraries they see.
# Environment: BUILD_WORK.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}"
need_tools clang-19 clang++-19 wasm-ld-19

# --sysroot=/usr would let the host's own headers leak in; this one holds wasi-libc alone.
write_sysroot() {
    local kind
    for kind in include lib; do
        [[ -d /usr/$kind/wasm32-wasi ]] ||
            die "/usr/$kind/wasm32-wasi does not exist; install the packages that toolchain/packages.txt lists (wasi-libc)"
        mkdir -p -- "$BUILD_WORK/sysroot/$kind"
        ln -sfnT -- "/usr/$kind/wasm32-wasi" "$BUILD_WORK/sysroot/$kind/wasm32-wasi"
    done
}

# write_wrapper NAME COMPILER
write_wrapper() {
    local wrapper=$BUILD_WORK/bin/$1
    {
        echo '#!/bin/sh'
        printf 'exec %s --target=wasm32-wasi --sysroot=%q -fuse-ld=%q %q' \
            "$2" "$BUILD_WORK/sysroot" "$(command -v wasm-ld-19)" "$(file_prefix_map)"
        printf ' -D_WASI_EMULATED_%s' SIGNAL PROCESS_CLOCKS MMAN GETPID
        # shellcheck disable=SC2016 # the wrapper's own arguments, not this script's
        echo ' -Wno-unused-command-line-argument "$@"'
    } >"$wrapper"
    chmod +x -- "$wrapper"
}

mkdir -p -- "$BUILD_WORK/bin"
write_sysroot
write_wrapper wcc clang-19
write_wrapper w++ clang++-19
