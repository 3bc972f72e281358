#!/bin/bash
# Checks Cadre under a service manager. Runs inside the box; /box contains the executable `cadre`, the unit
# `cadre.service` and the drop-in `ipc-only.conf`. Prints a line per check: "ok: NAME" or "not ok: NAME: OBSERVATION".
set -u
unit=cadre.service
failed=0

check() { # NAME CONDITION [WHAT TO SHOW]
    if eval "$2" >/dev/null 2>&1; then
        echo "ok: $1"
    else
        failed=1
        echo "not ok: $1: $(eval "${3:-systemctl show $unit -p ActiveState,SubState,Result,NRestarts,StatusText}" 2>&1 |
            tail -n 5 | tr '\n' ' ')"
    fi
}
property() { systemctl show -P "$1" $unit; }
eventually() { # CONDITION: within 15 s
    for _ in $(seq 150); do
        eval "$1" >/dev/null 2>&1 && return 0
        sleep 0.1
    done
    return 1
}
answers() { # PATH: the HTTP status line of the daemon
    exec 3<>/dev/tcp/127.0.0.1/5573 || return 1
    printf 'GET %s HTTP/1.1\r\nHost: cadre\r\nConnection: close\r\n\r\n' "$1" >&3
    head -n 1 <&3
    exec 3<&-
}
exposure() { # FILE...: the figure of systemd-analyze for a unit made of these parts
    mkdir -p /tmp/exposure
    cat "$@" >/tmp/exposure/$unit
    systemd-analyze security --offline=true --no-pager /tmp/exposure/$unit |
        sed -n 's/.*Overall exposure level for [^:]*: \([0-9.]*\).*/\1/p'
}
at_most() { awk -v figure="$1" -v bound="$2" 'BEGIN { exit !(figure != "" && figure <= bound) }'; }

mkdir -p /usr/local/bin /etc/cadre /etc/systemd/system/$unit.d
cp -a /box/cadre /box/lib/. /usr/local/bin/ 2>/dev/null
cp /box/$unit /etc/systemd/system/
printf 'log.level: info\n' >/etc/cadre/cadre.yaml
# The same unit with shorter time limits, so that the watchdog's action can be observed.
printf '[Unit]\nStartLimitBurst=10\n[Service]\nWatchdogSec=2s\nRestartSec=100ms\n' \
    >/etc/systemd/system/$unit.d/test.conf
systemctl daemon-reload

verified=$(systemd-analyze verify /etc/systemd/system/$unit 2>&1)
check "systemd-analyze verify is silent" '[ -z "$verified" ]' 'echo "$verified"'
loopback=$(exposure /box/$unit)
check "exposure with loopback tcp is at most 1.0" 'at_most "$loopback" 1.0' 'echo "$loopback"'
local_only=$(exposure /box/$unit /box/ipc-only.conf)
check "exposure with ipc only is at most 0.3" 'at_most "$local_only" 0.3' 'echo "$local_only"'

systemctl start $unit
check "a start returns when the daemon is ready" 'answers /readyz | grep -q " 200 "' \
    'journalctl -u $unit -o cat --no-pager'
check "the service is notify, running" '[ "$(property Type)/$(property SubState)" = notify/running ]'
check "it says what it does" '[ -n "$(property StatusText)" ]'
pid=$(property MainPID)
uid=$(property UID)
check "it has a user of its own" '[ "$uid" -ge 61184 ] && [ "$uid" -le 65519 ]' 'echo "uid $uid"'
check "the journal lies in the state directory, its user's" \
    '[ "$(stat -c %u /var/lib/private/cadre/journal.sqlite)" = "$uid" ]' 'ls -la /var/lib/private/cadre'
check "nobody else may look into it" '[ "$(stat -c %a /var/lib/private/cadre)" = 700 ]'
check "no capability, no new privileges, a filter of system calls" \
    '[ "$(grep -cE "^(CapEff:\s0+|NoNewPrivs:\s1|Seccomp:\s2)$" /proc/$pid/status)" = 3 ]' 'cat /proc/$pid/status'
check "the file system is read-only to it" 'grep -q " / [^ ]* ro" /proc/$pid/mounts'

cat >/tmp/event.ndjson <<'EVENT'
{"specversion":"1.0","id":"1","source":"urn:box","type":"cadre.mission.defined.v1","time":"2024-01-01T00:00:00Z","data":{"mission":"box","name":"Box","start":"2024-01-01","periods":4}}
EVENT
check "an event is acknowledged" 'cadre submit /tmp/event.ndjson' 'cadre submit /tmp/event.ndjson'
before=$(cadre get force.offered --mission box --json 2>&1)
systemctl kill --signal=KILL --kill-whom=main $unit
check "killed, it is started again" \
    'eventually "[ \$(property NRestarts) = 1 ] && [ \$(property SubState) = running ]"'
after=$(cadre get force.offered --mission box --json 2>&1)
check "what was acknowledged is there after the restart" \
    '[ "$after" = "$before" ] && echo "$after" | grep -q "\"mission\": *\"box\""' 'echo "$before / $after"'

pid=$(property MainPID)
printf 'log.level: debug\n' >/etc/cadre/cadre.yaml
check "a reload succeeds" 'systemctl reload $unit'
sed 's/"id":"1"/"id":"2"/; s/Box/Boxes/; s/T00:/T01:/' /tmp/event.ndjson >/tmp/later.ndjson
cadre submit /tmp/later.ndjson >/dev/null 2>&1
check "the new configuration holds: what happens is told in detail" \
    'eventually "journalctl _SYSTEMD_UNIT=$unit -p debug..debug -o cat --no-pager | grep -q ."' \
    'journalctl _SYSTEMD_UNIT=$unit -o cat --no-pager'
check "a reload keeps the process" '[ "$(property MainPID)" = "$pid" ] && [ "$(property SubState)" = running ]'
check "nothing was a warning so far" '! journalctl _SYSTEMD_UNIT=$unit -p warning -o cat --no-pager | grep .' \
    'journalctl _SYSTEMD_UNIT=$unit -p warning -o cat --no-pager'
printf 'log.level: loud\n' >/etc/cadre/cadre.yaml
systemctl reload $unit
check "a wrong configuration is a warning at least, that names the key" \
    'eventually "journalctl _SYSTEMD_UNIT=$unit -p warning -o cat --no-pager | grep -q log.level"' \
    'journalctl _SYSTEMD_UNIT=$unit -o cat --no-pager'
check "the old configuration stays" '[ "$(property MainPID)" = "$pid" ] && answers /readyz | grep -q " 200 "'
printf 'log.level: info\n' >/etc/cadre/cadre.yaml

systemctl kill --signal=STOP --kill-whom=main $unit
check "stalled, it is started again by the watchdog" \
    'eventually "[ \$(property NRestarts) = 2 ] && [ \$(property SubState) = running ]"'
check "the journal says that it was the watchdog" 'journalctl -u $unit --no-pager | grep -q "Watchdog timeout"'

systemctl stop $unit
check "a stop is orderly" '[ "$(property ActiveState)/$(property Result)/$(property ExecMainStatus)" = inactive/success/0 ]'

printf 'log.level: loud\n' >/etc/cadre/cadre.yaml
check "a wrong configuration at the start fails, with 78, and is not tried again" \
    '! systemctl start $unit && [ "$(property ExecMainStatus)/$(property ActiveState)" = 78/failed ]' \
    'systemctl show $unit -p ActiveState,ExecMainStatus,NRestarts'
systemctl reset-failed $unit

cp /box/ipc-only.conf /etc/systemd/system/$unit.d/
systemctl daemon-reload
cat >/etc/cadre/cadre.yaml <<'YAML'
intake: ["ipc:///run/cadre/intake"]
estimates: ["ipc:///run/cadre/estimates"]
control: ["ipc:///run/cadre/control"]
http: "off"
YAML
systemctl start $unit
check "it runs without any network" 'cadre status --control ipc:///run/cadre/control' \
    'journalctl -u $unit -n 5 -o cat --no-pager'
systemctl stop $unit
exit $failed
