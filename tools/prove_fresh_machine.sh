#!/usr/bin/env bash
# Proves that the README's two commands are all that a fresh Debian 12 needs.
#
#   tools/prove_fresh_machine.sh FOLDER      as root, with debootstrap installed
#
# Puts a minimal Debian 12 into FOLDER/root and a clean checkout of HEAD into it,
# runs the two commands there with an empty environment, and prints what they
# took. FOLDER stays for a look; remove it with rm -rf --one-file-system.
set -euo pipefail

repository=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/..
folder=$(readlink -m "${1:?want a folder to put the machine into}")
root=$folder/root

inside() {
  chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin \
    bash -c "cd /onrecord && $*"
}

size() { du -sxm "$root" --exclude=proc --exclude=dev | cut -f1; }

packages() { dpkg-query --root="$root" -W | wc -l; }

# step NAME COMMAND...: runs it, its output to FOLDER/NAME.*, prints the time.
step() {
  local name=$1 begin=$SECONDS code=0
  shift
  "$@" >"$folder/$name.out" 2>"$folder/$name.err" || code=$?
  printf '%-12s exit %d, %d s; %d packages, %d MB\n' \
    "$name" "$code" "$((SECONDS - begin))" "$(packages)" "$(size)"
}

leave() {
  inside bazel shutdown 2>/dev/null || true
  umount "$root/proc" || true
  umount -R "$root/dev" || true
}

mkdir -p "$folder"
[[ ! -e $root ]] || { echo "$root: want a folder that is not there" && exit 1; }
step debootstrap debootstrap --variant=minbase bookworm "$root"
git clone -q "$repository" "$root/onrecord"
trap leave EXIT
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
mount --make-rslave "$root/dev"

step run inside ./bazelw run //:onrecord -- track data/sample
step test inside ./bazelw test //...
step run_again inside ./bazelw run //:onrecord -- track data/sample
step ci inside .ci/run
echo "checked: $(git -C "$root/onrecord" rev-parse --short HEAD)," \
  "$(nproc) cores; last line of .ci/run: $(tail -n 1 "$folder/ci.out")"
