#!/usr/bin/env bash
# Builds openh264's own unit tests of its kernels and leaves BUILD_OUT/codec_unittest.wasm, stripped. build-openh264.sh comes first: the
# objects that it left are what is tested.
# Environment: BUILD_WORK, BUILD_OUT, BUILD_TARGET, BUILD_JOBS, BUILD_PACKAGES (the folder of unpacked Debian packages, googletest among them).
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_OUT:?}" "${BUILD_TARGET:?}" "${BUILD_JOBS:?}" "${BUILD_PACKAGES:?}"
one_of BUILD_TARGET "$BUILD_TARGET" wasm
need_library libopenh264.a build-openh264.sh
use_compiler
googletest=$BUILD_PACKAGES/googletest/usr/src/googletest
[[ -d $googletest ]] || die "$googletest does not exist; run fetch-package.sh with PACKAGE=googletest and OUT=$BUILD_PACKAGES/googletest first"

# The tests of kernels; the others need clips or threads. Of the interface's tests, only main is compiled.
decoder=(Deblock IdctResAddPred)
encoder=(DecodeMbAux EncoderMbAux GetIntraPredictor MotionCompensation Sample)
ln -sfn -- "$googletest" "$BUILD_WORK/src/openh264/gtest"
cd -- "$BUILD_WORK/build/openh264"
mkdir -p res
make -j"$BUILD_JOBS" -f ../../src/openh264/Makefile OS=linux ARCH=wasm32 CC="$cc" CXX="$cxx" AR=llvm-ar-19 USE_ASM=No USE_STACK_PROTECTOR=No \
    CFLAGS_OPT="-O1 -msimd128 -DNDEBUG -I$toolchain/stubs -DGTEST_HAS_STREAM_REDIRECTION=0" CXXFLAGS='-fno-exceptions -fno-rtti -fno-pic' \
    DECODER_UNITTEST_OBJS="$(printf 'test/decoder/DecUT_%s.o ' "${decoder[@]}")" \
    ENCODER_UNITTEST_OBJS="$(printf 'test/encoder/EncUT_%s.o ' "${encoder[@]}")" \
    PROCESSING_UNITTEST_OBJS=test/processing/ProcessUT_VaaCalc.o COMMON_UNITTEST_OBJS='' \
    API_TEST_OBJS=test/api/simple_test.o \
    CODEC_UNITTEST_LDFLAGS_SUFFIX='' LDFLAGS="$wasi_libraries $wasi_stack" codec_unittest
mkdir -p -- "$BUILD_OUT"
# Renamed when complete, so that nobody sees half a file.
llvm-strip-19 -o "$BUILD_OUT/.codec_unittest.wasm" codec_unittest
mv -f -- "$BUILD_OUT/.codec_unittest.wasm" "$BUILD_OUT/codec_unittest.wasm"
