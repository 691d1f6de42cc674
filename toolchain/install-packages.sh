#!/usr/bin/env bash
# install-packages.sh PACKAGE...: installs Debian packages, as root or through a sudo that asks no password.
# Exit status 3: it may not install; the one line of error holds the command that the user has to run.
# Environment: COMMAND, that command, which may install more; by default that of these packages.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

[[ $# -gt 0 ]] || die "no package named; usage: install-packages.sh PACKAGE..."

command -v apt-get >/dev/null ||
    die "apt-get is not here; building needs Debian or Ubuntu. Elsewhere, use the container docs/ci/Containerfile, or name your own native ffmpeg and module in a lanes file (docs/own-inputs.md)"

is_installed() { [[ $(dpkg-query --show --showformat='${Status}' "$1" 2>/dev/null) == 'install ok installed' ]]; }

missing=()
for package in "$@"; do
    is_installed "$package" || missing+=("$package")
done
if [[ ${#missing[@]} -eq 0 ]]; then
    note "installed already: $*"
    exit 0
fi

as_root=()
if [[ $EUID -ne 0 ]]; then
    if ! sudo -n true 2>/dev/null; then
        command=${COMMAND:-as root: apt-get update && apt-get install -y --no-install-recommends ${missing[*]}}
        note "${0##*/}: error: packages are missing (${#missing[@]}) and this user may not install them; run $command"
        exit 3
    fi
    as_root=(sudo -n)
fi

# An installation that was interrupted, by this suite's own stop too, is finished first: apt-get refuses to go on from there.
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive dpkg --configure -a || note "dpkg could not finish an interrupted installation; its own message is above"

"${as_root[@]}" apt-get update
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o APT::Get::AllowUnauthenticated=false install -y --no-install-recommends "${missing[@]}" ||
    die "apt-get could not install: ${missing[*]}; its own message is above; expected the packages of Debian 12 or 13 (component main); other systems: docs/running.md"
