# shellcheck shell=bash
# Shared by the steps in this folder; sourced, never run.
# Messages go to standard error. A step's result, if it has one, goes to standard output, alone.

# shellcheck disable=SC2034 # used by the steps
toolchain=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
readonly toolchain

# One fixed moment for whatever would otherwise stamp the build with its time.
export SOURCE_DATE_EPOCH=1700000000
# Sorting and messages must not depend on the user's language.
export LC_ALL=C
# FFmpeg and x264 ask git for a version; the answer would be that of the repository they happen to be unpacked in.
export GIT_DIR=/nonexistent
# Flags of the user's own would end in the products (x264 and zlib read them).
unset CFLAGS CXXFLAGS CPPFLAGS LDFLAGS ASFLAGS

note() { printf '%s\n' "$*" >&2; }

die() {
    printf '%s: error: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

# need_tools TOOL...: every missing one is named at once.
need_tools() {
    local tool missing=()
    for tool in "$@"; do
        command -v "$tool" >/dev/null || missing+=("$tool")
    done
    [[ ${#missing[@]} -eq 0 ]] ||
        die "programs not found: ${missing[*]}; install the packages that toolchain/packages.txt lists, then run this step again"
}

# one_of NAME VALUE ALLOWED...
one_of() {
    local name=$1 value=$2 allowed
    shift 2
    for allowed in "$@"; do
        [[ $value == "$allowed" ]] && return
    done
    die "$name is '$value', expected one of: $*; correct it in toolchain/products.json"
}

# list_entries FILE...: lines without comments and blanks.
list_entries() { sed -e 's/#.*//' -e 's/[[:space:]]*$//' -e '/^$/d' "$@"; }

# fresh_folder DIR: empty, whatever an interrupted run left there.
fresh_folder() {
    rm -rf -- "$1"
    mkdir -p -- "$1"
}

# Where a library of this build is installed; the later steps find it there.
library_prefix() { printf '%s/prefix' "${BUILD_WORK:?}"; }

# need_source NAME
need_source() {
    [[ -d ${BUILD_WORK:?}/src/$1 ]] || die "$BUILD_WORK/src/$1 does not exist; run unpack.sh first"
}

# need_library FILE STEP
need_library() {
    [[ -f $(library_prefix)/lib/$1 ]] || die "$(library_prefix)/lib/$1 does not exist; run $2 first"
}

# use_compiler: sets cc and cxx for BUILD_TARGET, bare names found on PATH, because FFmpeg keeps its configure line in the product.
use_compiler() {
    one_of BUILD_TARGET "${BUILD_TARGET:?}" native wasm
    need_tools clang-19 clang++-19 llvm-ar-19 llvm-nm-19 llvm-ranlib-19 llvm-strip-19 make
    [[ ${BUILD_WORK:?} == /* && $BUILD_WORK != *[[:space:]]* ]] ||
        die "BUILD_WORK is '$BUILD_WORK', expected an absolute path without blanks: make and x264's configure cannot handle them; put the build elsewhere"
    case $BUILD_TARGET in
        native) cc=clang-19 cxx=clang++-19 ;;
        wasm)
            cc=wcc cxx=w++
            PATH=${BUILD_WORK:?}/bin:$PATH
            [[ -x $BUILD_WORK/bin/wcc ]] || die "$BUILD_WORK/bin/wcc does not exist; run wasm-compiler.sh first"
            ;;
    esac
    export cc cxx PATH
}

# Where a library or program, built in a folder of BUILD_WORK/build/, finds the headers of msa/.
# shellcheck disable=SC2034 # used by the steps
readonly msa_include=-I../../src/msa

# What a WebAssembly program is linked with: the emulations that the compiler's flags name, and a stack of 8 MiB, as natively.
# shellcheck disable=SC2034 # used by the steps
readonly wasi_libraries='-lwasi-emulated-signal -lwasi-emulated-process-clocks -lwasi-emulated-mman -lwasi-emulated-getpid' wasi_stack='-Wl,-z,stack-size=8388608 -Wl,--stack-first'

# __FILE__ in a message would put the build folder into the product.
file_prefix_map() { printf -- '-ffile-prefix-map=%s=.' "${BUILD_WORK:?}"; }
