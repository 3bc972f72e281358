#!/bin/bash
# Runs a separate systemd as process 1 of new namespaces, on a temporary copy of this machine's files. It needs no
# container engine and no image, and does not change the machine.
#   box.sh probe                     prints the reason if the box cannot run on this machine (exit 77)
#   box.sh run FOLDER SCRIPT ARGS    boots, runs SCRIPT of FOLDER, powers off; the exit code is that of SCRIPT
# FOLDER is mounted inside as /box, read-only. Requires root, systemd, overlayfs and cgroup v2.
set -euo pipefail
self=$(readlink -f "$0")
systemd=/lib/systemd/systemd
cgroup=/sys/fs/cgroup
[ ! -d $cgroup/unified ] || cgroup=$cgroup/unified
namespaces=(--pid --mount --uts --ipc --net --cgroup --fork --kill-child=SIGKILL --propagation private)

obstacle() { echo "$*"; exit 77; }

probe() {
    [ "$(id -u)" = 0 ] || obstacle "not root"
    [ -x $systemd ] || obstacle "systemd is not installed"
    [ -w $cgroup/cgroup.procs ] || obstacle "no cgroup v2 to write to"
    command -v nsenter setpriv systemd-analyze >/dev/null || obstacle "util-linux or systemd-analyze is missing"
    local said
    said=$(unshare "${namespaces[@]}" sh -c '
        mount -t tmpfs box /mnt && mkdir /mnt/upper /mnt/work /mnt/root &&
        mount -t overlay -o lowerdir=/,upperdir=/mnt/upper,workdir=/mnt/work box /mnt/root &&
        mount -t cgroup2 box /mnt/root/mnt' 2>&1) || obstacle "no namespaces with an overlay: ${said:-refused}"
}

# Within the new namespaces: mounts the root, changes to it and executes systemd.
become_systemd() {
    local folder=$1 base=$2 root=$2/root device
    mount -t tmpfs -o mode=755 box "$base"
    mkdir "$base"/{upper,work,root}
    mount -t overlay -o "lowerdir=/,upperdir=$base/upper,workdir=$base/work" box "$root"

    # Removes the machine's units except those of the test: no device, no network, no job of the host. It runs inside
    # the copy, so that a link of the machine cannot lead out of it.
    chroot "$root" sh -s <<'INSIDE'
        rm -rf /etc/systemd/system/*.wants /etc/systemd/system/*.requires /etc/systemd/system/cadre.service*
        rm -rf /usr/lib/systemd/system/*.wants /usr/lib/systemd/system/*.requires /usr/lib/systemd/system-generators/*
        rm -rf /var/log/journal /var/lib/cadre /var/lib/private/cadre /etc/cadre
        ln -sfn /dev/null /etc/systemd/system/systemd-journald-audit.socket
        : >/etc/fstab
        printf '[Unit]\nRequires=systemd-journald.service\nAfter=systemd-journald.service\n' \
            >/etc/systemd/system/box.target
INSIDE
    tr -d - </proc/sys/kernel/random/uuid >"$root/etc/machine-id"
    mkdir -p "$root/box"
    mount --bind "$folder" "$root/box"
    mount -o remount,bind,ro "$root/box"

    # The kernel's settings belong to the machine and must not be written.
    mount -t proc -o nosuid,nodev,noexec proc "$root/proc"
    mount --bind "$root/proc/sys" "$root/proc/sys"
    mount -o remount,bind,ro "$root/proc/sys"
    [ ! -e "$root/proc/sysrq-trigger" ] || mount --bind /dev/null "$root/proc/sysrq-trigger"
    mount -t sysfs -o ro,nosuid,nodev,noexec sysfs "$root/sys"
    mount -t cgroup2 -o nosuid,nodev,noexec cgroup2 "$root/sys/fs/cgroup"
    mount -t tmpfs -o mode=755,nosuid dev "$root/dev"
    for device in null zero full random urandom tty; do
        : >"$root/dev/$device"
        mount --bind "/dev/$device" "$root/dev/$device"
    done
    ln -s /proc/self/fd "$root/dev/fd"
    ln -s pts/ptmx "$root/dev/ptmx"
    mkdir "$root"/dev/{shm,pts}
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts "$root/dev/pts"
    mount -t tmpfs -o mode=1777,nosuid,nodev shm "$root/dev/shm"
    mount -t tmpfs -o mode=755,nosuid,nodev run "$root/run"
    mount -t tmpfs -o mode=1777,nosuid,nodev tmp "$root/tmp"

    cd "$root"
    mkdir run/before
    pivot_root . run/before
    # Credentials reach a service only if / is shared; outside of containers, systemd ensures that itself.
    exec env -i container=cadre-box PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
        setpriv --bounding-set -sys_module,-sys_rawio,-sys_time,-sys_boot,-syslog,-audit_control,-mac_admin,-mac_override \
        sh -c 'umount -l /run/before; rmdir /run/before; mount --make-rshared /; exec "$@"' sh \
        $systemd --system --unit=box.target --log-target=journal --show-status=no
}

# Prints the machine's process id of the process that is 1 inside.
first() { cat "/proc/$outer/task/$outer/children" 2>/dev/null | cut -d ' ' -f 1; }

inside() {
    nsenter --target "$(first)" --mount --uts --ipc --net --pid --cgroup -- \
        env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 NO_COLOR=1 \
        SYSTEMD_PAGER= SYSTEMD_COLORS=0 "$@"
}

run() {
    local folder script=$2
    folder=$(readlink -f "$1")
    shift 2
    base=$(mktemp -d)
    group=$cgroup/cadre-box-$$
    mkdir "$group"
    trap clean EXIT
    (
        echo $BASHPID >"$group/cgroup.procs"
        exec unshare "${namespaces[@]}" bash "$self" become "$folder" "$base"
    ) </dev/null >"$base.log" 2>&1 &
    outer=$!
    disown
    local state=
    for _ in $(seq 200); do
        kill -0 $outer 2>/dev/null || break
        state=$(inside systemctl is-system-running --wait 2>/dev/null) || true
        case $state in running | degraded) break ;; esac
        sleep 0.05
    done
    if [ "$state" != running ]; then
        cat "$base.log"
        echo "systemd did not come up: ${state:-no answer}"
        return 1
    fi
    # A signal or the time limit ends the box at once, so that a process that hangs inside never blocks the test.
    trap 'exit 143' TERM INT
    inside timeout --kill-after=5 150 bash "/box/$script" "$@" &
    wait $!
}

# All processes in the box end with its first; then the process that started it ends too, and its cgroup is empty.
clean() {
    [ -z "${outer:-}" ] || kill -KILL "$(first)" 2>/dev/null || kill -KILL $outer 2>/dev/null || true
    for _ in $(seq 100); do
        find "$group" -depth -type d -exec rmdir {} + 2>/dev/null || true
        [ -d "$group" ] || break
        sleep 0.05
    done
    rm -rf "$base" "$base.log"
}

case ${1:-} in
    probe) probe ;;
    run) shift && run "$@" ;;
    become) shift && become_systemd "$@" ;;
    *) sed -n '2,7p' "$self" >&2 && exit 64 ;;
esac
