#!/usr/bin/env bash
# Prints what there is to say about a WebAssembly module without running it, as one line of JSON.
# Environment: MODULE; BESIDE, optional: a script that is downloaded with it, whose sizes are added.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${MODULE:?}"
need_tools gzip brotli sha256sum llvm-objdump-19
[[ -f $MODULE ]] || die "$MODULE does not exist; build it first"

files=("$MODULE" ${BESIDE:+"$BESIDE"})

# bytes_of COMMAND...: what it writes of all files, each by itself.
bytes_of() {
    local file
    for file in "${files[@]}"; do "$@" -- "$file"; done | wc -c
}

# A SIMD instruction is one whose mnemonic begins with the 128-bit vector type or one of its lane shapes (v128.load, i16x8.add, ...):
# the specification names all of them so and no other instruction.
vector_instructions() {
    llvm-objdump-19 --disassemble --no-show-raw-insn "$MODULE" |
        awk '$2 ~ /^(v128|i8x16|i16x8|i32x4|i64x2|f32x4|f64x2)\./ { count++ } END { print count + 0 }'
}

printf '{"bytes":%d,"gzipBytes":%d,"brotliBytes":%d,"sha256":"%s","vectorInstructions":%d}\n' \
    "$(bytes_of cat)" \
    "$(bytes_of gzip -9 --no-name --stdout)" \
    "$(bytes_of brotli -q 11 --stdout)" \
    "$(sha256sum -- "$MODULE" | cut -d' ' -f1)" \
    "$(vector_instructions)"
