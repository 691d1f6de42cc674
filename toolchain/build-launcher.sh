#!/usr/bin/env bash
# Compiles launcher.c into BUILD_OUT/launcher, with clang-19, or with the host's cc where that is missing.
# Environment: BUILD_OUT.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_OUT:?}"
compiler=$(command -v clang-19 || command -v cc) ||
    die "neither clang-19 nor cc was found; install one of them (apt-get install clang-19, or gcc), then run this step again"
mkdir -p -- "$BUILD_OUT"
"$compiler" -std=c11 -O2 -Wall -Wextra -Werror -o "$BUILD_OUT/.launcher" "$toolchain/launcher.c"
# Renamed when complete, so that a launcher in use is replaced, not written into.
mv -f -- "$BUILD_OUT/.launcher" "$BUILD_OUT/launcher"
