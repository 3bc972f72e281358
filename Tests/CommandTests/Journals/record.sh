#!/bin/bash
# Records the journal of this version as a fixture: Tests/CommandTests/Journals/VERSION. Run it once, when a version is
# released; a recorded journal is never changed. It has the events of an example, some of them submitted twice, one
# rejected event and one superseded event.
set -euo pipefail
cd "$(dirname "$0")/../../.."
cadre=${CADRE:-.build/debug/cadre}
version=$("$cadre" --version)
folder=Tests/CommandTests/Journals/$version
[ ! -e "$folder" ] || { echo "$folder exists" >&2; exit 1; }
work=$(mktemp -d)
trap 'kill "$daemon" 2>/dev/null || true; rm -rf "$work"' EXIT
"$cadre" serve --data "$work/data" --node recorder --samples 0 --http off \
    --intake "ipc://$work/intake" --estimates "ipc://$work/estimates" --control "ipc://$work/control" 2>"$work/log" &
daemon=$!
for _ in $(seq 100); do grep -q 'msg=ready' "$work/log" && break; sleep 0.1; done
export CADRE_CONTROL=ipc://$work/control
events=Examples/ntm-i-2004/events.ndjson
"$cadre" submit "$events" >/dev/null
head -n 5 "$events" | "$cadre" submit - >/dev/null
head -n 1 "$events" | sed 's/"id": *"[^"]*"/"id": "older"/; s/"time": *"[^"]*"/"time": "2004-01-01T00:00:00Z"/' |
    "$cadre" submit - >/dev/null
echo '{"specversion":"1.0"}' | "$cadre" submit - >/dev/null 2>&1 || true
mkdir -p "$folder"
"$cadre" journal backup --data "$work/data" "$folder/journal.sqlite" >/dev/null
for name in summary force.offered training.offered logistics.offered; do
    "$cadre" get "$name" --mission ntm-i --json >"$folder/$name.json"
done
"$cadre" journal verify --data "$work/data" | head -n 1 >"$folder/verification.txt"
echo "recorded $folder"
