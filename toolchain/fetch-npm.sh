#!/usr/bin/env bash
# Downloads a package of npm and unpacks it into the folder OUT; nothing is installed and none of its scripts is run.
# npm says which registry is asked. What it brings is held against the SHA-512 of npm.json before it is unpacked.
# Environment: NAME, VERSION, INTEGRITY (sha512-BASE64, as npm writes it), OUT.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

: "${NAME:?}" "${VERSION:?}" "${INTEGRITY:?}" "${OUT:?}"

command -v npm >/dev/null || die "npm is not on PATH; install the package npm, then run this step again"
mkdir -p -- "$(dirname -- "$OUT")"
# Beside OUT, so that OUT appears in one rename, complete.
temporary=$(mktemp -d -- "$(cd -- "$(dirname -- "$OUT")" && pwd)/.fetch-XXXXXX")
trap 'rm -rf -- "$temporary"' EXIT

# A registry that does not answer is given up after minutes, not after a quarter of an hour; a slow one has three for the largest package.
(cd -- "$temporary" && npm pack "$NAME@$VERSION" --ignore-scripts --loglevel error --cache "$temporary/cache" --fetch-retries 1 --fetch-timeout 180000 >&2) ||
    die "npm could not download $NAME@$VERSION (its own message is above); check the network and \`npm ping\`, then run this step again"

archives=("$temporary"/*.tgz)
[[ ${#archives[@]} -eq 1 && -f ${archives[0]} ]] || die "npm pack $NAME@$VERSION left ${#archives[@]} files, expected one .tgz"
expected=$(base64 --decode <<<"${INTEGRITY#sha512-}" | od -An -v -tx1 | tr -d ' \n')
observed=$(sha512sum <"${archives[0]}" | cut -d' ' -f1)
[[ $observed == "$expected" ]] ||
    die "$NAME@$VERSION has the SHA-512 $observed, expected $expected (toolchain/npm.json); it was not kept"

mkdir -- "$temporary/content"
tar -xzf "${archives[0]}" -C "$temporary/content" --strip-components=1 --no-same-owner
chmod 755 "$temporary/content"
printf '%s\n' "$INTEGRITY" >"$temporary/content/.integrity"
rm -rf -- "$OUT"
mv -- "$temporary/content" "$OUT"
