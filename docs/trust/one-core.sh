#!/bin/bash
# docs/trust/one-core.sh FOLDER
#
# The evidence for lanes that share a core (docs/trust.md), on a machine as it is and beside a busy neighbour: three lanes against themselves, and the
# reference job's lanes by windows and by rounds. 25 minutes. Leaves FOLDER/one-core.csv and FOLDER/one-core-rounds.csv, to be kept in docs/trust.
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "${1:?usage: docs/trust/one-core.sh FOLDER}")
perf() { dotnet run --project src/Afmpeg.Perf.Cli --no-build -- "$@"; }
dotnet build src/Afmpeg.Perf.Cli --nologo --verbosity quiet
[[ ! -e $out ]] || { echo "one-core.sh: error: $out is there already; name a new folder" >&2; exit 2; }
mkdir -p "$out"

# Two neighbours, each idle and busy for up to four seconds in turn, on any core, with more memory than caches hold.
neighbour() {
    while :; do
        sleep "$((RANDOM % 4)).$((RANDOM % 10))"
        timeout "$((RANDOM % 4)).5" dd if=/dev/zero of=/dev/null bs=64M status=none || true
    done
}

measure() {
    for lane in native-portable wasmtime+O3-simd128-msa wazero+O3-simd128-msa; do
        perf pair "$lane" "$lane" --output "$out/$1" || true
    done
    perf run --filter 'transcode/handheld-360p/libx264-veryfast/wa*+O3-simd128-msa' --budget 240s --fresh --output "$out/$1-run" || true
    perf report --axis one-core --output "$out/$1-run"
}

measure quiet
neighbour & first=$!
neighbour & second=$!
trap 'kill $first $second' EXIT
measure busy

{
    echo 'machine,job,number,core,seconds,lane,jobs,cpuSeconds'
    for machine in quiet busy quiet-run busy-run; do
        jq -r --arg machine "$machine" '. as $w | .shares[] | [$machine, $w.job, $w.number, $w.core, $w.seconds, .lane, .jobs, .cpuSeconds] | @csv' "$out/$machine/windows.jsonl"
    done
} > "$out/one-core.csv"
{
    echo 'machine,lane,ratio,low,high'
    for machine in quiet busy; do
        jq -r --arg machine "$machine" '.axes[] | select(.id == "one-core") | .rows[] | [$machine, .lane, .wallRatio.value, .wallRatio.low, .wallRatio.high] | @csv' "$out/$machine-run/report.json"
    done
} > "$out/one-core-rounds.csv"
