#!/usr/bin/env bash
# Ten runs in a row, nothing changed between them, and their rounds as the pages beside this keep them:
#   docs/trust/ten-runs.sh ROUNDS.csv [OPTION OF run ...]
# Nothing else may work on the machine meanwhile. A run that is interrupted leaves the rounds of those before it; whole rows stay in ROUNDS.csv.runs.
set -euo pipefail
cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.."

rounds=${1:?"the file that the rounds are to be written to, then what run is to be given"}
shift
report=$rounds.runs

dotnet build src/Afmpeg.Perf.Cli --verbosity quiet --nologo
for _ in {1..10}; do
    ended=0
    dotnet run --no-build --project src/Afmpeg.Perf.Cli -- run --fresh --output "$report" "$@" || ended=$?
    # 1: a limit is exceeded, which is no matter here.
    ((ended <= 1)) || exit "$ended"
    # Fields are in the order in which a row is written, and a plus sign is written as an escape.
    {
        echo run,case,round,executeSeconds
        sed -nE 's/\\u002B/+/g; s/.*"run":"([^"]+)".*"case":"([^"]+)".*"round":([0-9]+),.*"warmup":false,"outcome":"ok".*"executeSeconds":([0-9]+\.?[0-9]{0,6}).*/\1,\2,\3,\4/p' \
            "$report/measurements.jsonl" | sort -t, -k1,1 -k2,2 -k3,3n
    } > "$rounds"
done
