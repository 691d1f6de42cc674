#!/usr/bin/env bash
# install-dotnet.sh DIR: unpacks the .NET SDK into DIR and puts it on PATH as /usr/bin/dotnet. It verifies the checksum before anything runs;
# Microsoft's dotnet-install.sh, which is commonly piped into a shell, verifies none. Change version and checksum together
# (https://builds.dotnet.microsoft.com/dotnet/release-metadata/10.0/releases.json has both).
set -euo pipefail

version=10.0.401
sha512=51c8b999af9e8dd9998c9edc5944e19a90788862068acd38694e098889054ce8c23d4f0c5cccfa16bf187d044562359e5ee69a9f8ad0bbe913ba90311fbce25b
address=${DOTNET_ARCHIVE:-https://builds.dotnet.microsoft.com/dotnet/Sdk/$version/dotnet-sdk-$version-linux-x64.tar.gz}

[[ $# -eq 1 ]] || { echo "$# arguments given, 1 expected; usage: install-dotnet.sh DIR" >&2; exit 1; }
[[ $(uname -m) == x86_64 ]] || { echo "this machine is $(uname -m), expected x86_64: name the archive and the checksum of yours" >&2; exit 1; }
archive=$(mktemp)
trap 'rm -f -- "$archive"' EXIT

curl --fail --silent --show-error --location --output "$archive" "$address"
echo "$sha512  $archive" | sha512sum --check --quiet
mkdir -p -- "$1"
tar --extract --gzip --no-same-owner --file "$archive" --directory "$1"
ln -sf -- "$1/dotnet" /usr/bin/dotnet
