#!/usr/bin/env bash
# apt-root.sh DIR SUITE: creates or refreshes a private apt root in DIR that offers the sources and packages of one Debian suite.
# Nothing of the host's own apt changes and no right beyond writing to DIR is needed.
# One suite per root: with two, `apt-get source` takes the newer of two versions.
# Environment: MIRROR, the URL of a Debian archive, for a host whose own apt sources have none (Ubuntu) or no longer have the suite. Once it has worked
# it is remembered in DIR. If it lacks the suite, the host's own archive is asked. KEYRINGS, the folder of keyrings; by default apt's own.
set -euo pipefail
# shellcheck source=toolchain/lib.sh
source "$(dirname -- "${BASH_SOURCE[0]}")/lib.sh"

[[ $# -eq 2 ]] || die "$# arguments given, 2 expected; usage: apt-root.sh DIR SUITE"
mkdir -p -- "$1"
root=$(cd -- "$1" && pwd)
suite=$2
remembered=$root/mirror
: "${KEYRINGS:=/usr/share/keyrings}"

# Newer releases name it .pgp.
find_keyring() {
    local file
    for file in "$KEYRINGS"/debian-archive-keyring.{gpg,pgp}; do
        [[ ! -r $file ]] || { printf '%s' "$file"; return; }
    done
    die "$KEYRINGS/debian-archive-keyring.gpg (or .pgp) is missing; install the package debian-archive-keyring, which Debian and Ubuntu have"
}

command -v apt-get >/dev/null ||
    die "apt-get is not here; building needs Debian or Ubuntu. Elsewhere, use the container docs/ci/Containerfile, or name your own native ffmpeg and module in a lanes file (docs/own-inputs.md)"
keyring=$(find_keyring)

# The host's sources as apt itself reads them (both formats, its proxies, its mirrors), fetched into lists of our own, because
# only the signed release files tell which repository is Debian's: a third party may offer a 'bookworm main' too.
host_mirror() {
    local host=(-c "$root/quiet.conf" -o "Dir::State::lists=$root/host-lists")
    mkdir -p -- "$root/host-lists/partial"
    apt-get "${host[@]}" update -qq >&2 || note "some of the host's apt sources did not answer"
    # shellcheck disable=SC2016 # apt's placeholders
    apt-get "${host[@]}" indextargets --format '$(ORIGIN)|$(LABEL)|$(COMPONENT)|$(REPO_URI)' 'Identifier: Packages' |
        awk -F'|' '$1 == "Debian" && $2 == "Debian" && $3 == "main" && !found { found = 1; print $4 }'
}

write_configuration() {
    mkdir -p -- "$root/lists/partial" "$root/cache/archives/partial" "$root/parts"
    # The host's hooks after an update tend its own caches, which a private root must not. Root's downloads run as the user _apt
    # otherwise, who may not be able to reach DIR. And whatever the host allows its own apt: here nothing is taken that nobody signed.
    cat >"$root/quiet.conf" <<-'CONF'
	#clear APT::Update::Post-Invoke;
	#clear APT::Update::Post-Invoke-Success;
	APT::Sandbox::User "root";
	Acquire::Languages "none";
	Acquire::AllowInsecureRepositories "false";
	Acquire::AllowWeakRepositories "false";
	Acquire::AllowDowngradeToInsecureRepositories "false";
	APT::Get::AllowUnauthenticated "false";
	CONF
    cat "$root/quiet.conf" - >"$root/apt.conf" <<-CONF
	Dir::Etc::sourcelist "$root/sources.list";
	Dir::Etc::sourceparts "$root/parts";
	Dir::State::lists "$root/lists";
	Dir::Cache "$root/cache";
	CONF
}

write_sources() {
    local mirror=$1
    if [[ -z $mirror ]]; then
        [[ -s $root/sources.list ]] ||
            die "no repository of Debian's component main among the apt sources of this host (or none answered); name a Debian archive once: afmpeg-perf setup --mirror URL"
        note "the host's apt sources did not answer; keeping the mirror found earlier"
        return
    fi
    printf '%s [signed-by=%s] %s %s main\n' deb "$keyring" "$mirror" "$suite" deb-src "$keyring" "$mirror" "$suite" >"$root/sources.list"
}

update() { apt-get -c "$root/apt.conf" update --error-on=any >&2; }

refresh() {
    local named=${MIRROR:-} host
    [[ -n $named || ! -s $remembered ]] || named=$(<"$remembered")
    write_sources "${named:-$(host_mirror)}"
    if update; then
        [[ -z $named ]] || printf '%s\n' "$named" >"$remembered"
        return
    fi
    if [[ -n $named ]]; then
        host=$(host_mirror)
        note "$named has no index of Debian $suite; asking the host's own archive"
        if [[ -n $host ]]; then
            write_sources "$host"
            if update; then return; fi
        fi
    fi
    compgen -G "$root/lists/*_source_Sources*" >/dev/null ||
        die "the index of Debian $suite could not be fetched (apt's own message is above); check the suite's name and the network, or name an archive that has it: afmpeg-perf setup --mirror URL"
    note "the index of Debian $suite could not be refreshed; using the one fetched earlier"
}

write_configuration
refresh
