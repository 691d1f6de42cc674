#!/usr/bin/env bash
# Builds FFmpeg 9's libraries and, on top of them, the driver of ffmpeg9/ in the place of FFmpeg's command line tool, which needs threads since version 6.
# Leaves BUILD_OUT/ffmpeg9 (native) or BUILD_OUT/ffmpeg9.wasm, stripped. Environment: that of build-ffmpeg.sh, which does the work.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${BUILD_WORK:?}" "${BUILD_OUT:?}" "${BUILD_TARGET:?}"
need_source ffmpeg9

# build-ffmpeg.sh knows its sources as ffmpeg. ffmpeg9-driver.diff has fftools/Makefile build ffmpeg from fftools/driver.
ln -sfnT ffmpeg9 "$BUILD_WORK/src/ffmpeg"
mkdir -p -- "$BUILD_WORK/src/ffmpeg9/fftools/driver"
cp -- "$toolchain"/ffmpeg9/*.[ch] "$BUILD_WORK/src/ffmpeg9/fftools/driver/"
bash "$toolchain/build-ffmpeg.sh"

suffix=
[[ $BUILD_TARGET == wasm ]] && suffix=.wasm
mv -f -- "$BUILD_OUT/ffmpeg$suffix" "$BUILD_OUT/ffmpeg9$suffix"
