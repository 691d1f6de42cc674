#!/usr/bin/env bash
# Plants a change of x264 in a clone, builds the module and holds what it executes against the committed baseline: the gate is red.
# Prints a line for each job of the quick tier that runs the module. Ten minutes on two cores; needs what 'run' needs.
set -euo pipefail
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf -- "$work"' EXIT

# plant NAME: reads a patch of x264 and runs the gate with it.
plant() {
    printf '== %s\n' "$1"
    git clone --quiet -- "$root" "$work/$1"
    cat >"$work/$1/toolchain/patches/x264-planted-msa.diff"
    cd -- "$work/$1"
    dotnet test Afmpeg.Tests.sln --filter 'FullyQualifiedName~RegressionSpec.A_module_executes' >test.log 2>&1 || true
    grep -oE '[a-z]+/[^ ]+/gpl\+O3-simd128-msa: [0-9,]+ operations, before [0-9,]+ \([^)]*\)' test.log | sort -u || cat test.log
    grep -E '^(Passed|Failed)!' test.log || true
}

plant without-satd-kernels <<'DIFF'
--- a/common/pixel.c
+++ b/common/pixel.c
@@ -1475,7 +1475,6 @@
         INIT8( ssd, _msa );
         INIT7( sad_x3, _msa );
         INIT7( sad_x4, _msa );
-        INIT8( satd, _msa );
         INIT4( hadamard_ac, _msa );
 
         pixf->intra_sad_x3_4x4   = x264_intra_sad_x3_4x4_msa;
DIFF

plant by-O2 <<'DIFF'
--- a/Makefile
+++ b/Makefile
@@ -9,7 +9,7 @@
 vpath %.rc $(SRCPATH)
 vpath %.manifest $(SRCPATH)
 
-CFLAGS += $(CFLAGSPROF)
+CFLAGS := $(patsubst -O3,-O2,$(CFLAGS)) $(CFLAGSPROF)
 LDFLAGS += $(LDFLAGSPROF)
 
 GENERATED =
DIFF
