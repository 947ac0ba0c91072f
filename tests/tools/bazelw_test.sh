#!/usr/bin/env bash
# Runs ./bazelw on a machine made of stubs: what dpkg-query knows, what apt-get
# and sudo do and what bazel gets are files in a folder of this test.
set -uo pipefail

wrapper=$(readlink -f bazelw)
machine=$TEST_TMPDIR/machine
failures=0

fail() { echo "FAILED $case: $*" && failures=$((failures + 1)); }

# A checkout and a PATH of stubs; what is in $machine/installed is installed.
new_machine() {
  case=$1
  rm -rf "$machine" && mkdir -p "$machine"/{bin,repo/tools/sub,home}
  cp "$wrapper" "$machine/repo/bazelw"
  printf '# A comment.\ng++\nlibre2-dev\nbazel-bootstrap\n' \
    >"$machine/repo/tools/packages.txt"
  printf 'g++\nlibre2-dev\nbazel-bootstrap\n' >"$machine/installed"
  stub dpkg-query 'shift 2
    for p; do [ "$p" = -f ] || grep -qx -- "$p" "$MACHINE/installed" &&
      echo "ii  $p"; done; exit 0'
  stub bazel 'printf "%s\n" "$@" >"$MACHINE/bazel_words"; echo out; exit 3'
  stub apt-get 'echo "apt-get $*" >>"$MACHINE/apt_words"; echo noise
    for p; do case $p in update) exit "${UPDATE:-0}";; esac; done
    [ -z "${BROKEN-}" ] || exit 100
    for p; do echo "$p" >>"$MACHINE/installed"; done'
  stub sudo '[ -n "${SUDO-}" ] || exit 1; [ "$1" != -n ] || shift; exec "$@"'
}

stub() {
  printf '#!/bin/sh\n%s\n' "$2" >"$machine/bin/$1"
  chmod +x "$machine/bin/$1"
}

# Runs the wrapper as user number $1 with the remaining words.
run() {
  local user=$1
  shift
  stub id "case \$1 in -u) echo $user ;; *) echo tester ;; esac"
  (cd "${folder:-$machine/repo}" &&
    env -i PATH="$machine/bin:$PATH" MACHINE="$machine" HOME="$machine/home" \
      TMPDIR="$machine" "${environment[@]}" "$machine/repo/bazelw" "$@" \
      >"$machine/out" 2>"$machine/err" </dev/null)
  code=$?
}

expect_code() { ((code == $1)) || fail "want exit $1, got $code"; }
expect_said() {
  grep -qF -- "$1" "$machine/err" ||
    fail "want '$1' on stderr, got: $(cat "$machine/err")"
}
expect_bazel() {
  [[ $(cat "$machine/bazel_words" 2>&1) == "$(printf '%s\n' "$@")" ]] ||
    fail "bazel got: $(cat "$machine/bazel_words" 2>&1)"
}
expect_apt() {
  [[ $(sed -E 's/ -o [^ ]+| -q//g' "$machine/apt_words" 2>&1) == "$1" ]] ||
    fail "apt-get got: $(cat "$machine/apt_words" 2>&1)"
}
environment=(USER=tester)
install='apt-get install --no-install-recommends -y'

new_machine nothing_missing
run 1000 run //:onrecord -- track 'a b'
expect_code 3
expect_bazel run //:onrecord -- track 'a b'
[[ ! -s $machine/err && ! -e $machine/apt_words ]] || fail 'want silence'

new_machine from_a_subfolder
folder=$machine/repo/tools/sub run 1000 test //...
expect_bazel test //...

new_machine installs_only_what_is_missing_as_root
echo g++ >"$machine/installed"
run 0 test //...
expect_code 3
expect_bazel test //...
expect_apt "apt-get update
$install libre2-dev bazel-bootstrap"
[[ $(cat "$machine/out") == out ]] || fail 'want only bazel on stdout'

new_machine installs_through_sudo
echo g++ >"$machine/installed"
environment+=(SUDO=1)
run 1000 test //...
environment=(USER=tester)
expect_apt "apt-get update
$install libre2-dev bazel-bootstrap"
expect_bazel test //...

new_machine no_root_no_sudo
echo g++ >"$machine/installed"
run 1000 test //...
expect_code 69
expect_said "sudo sh -c 'apt-get update && $install libre2-dev bazel-bootstrap'"
[[ ! -e $machine/bazel_words ]] || fail 'bazel ran'

new_machine stale_lists_do_not_stop_it
echo g++ >"$machine/installed"
environment+=(UPDATE=100)
run 0 test //...
environment=(USER=tester)
expect_said 'apt-get update failed'
expect_bazel test //...

new_machine install_fails
echo g++ >"$machine/installed"
environment+=(BROKEN=1)
run 0 test //...
environment=(USER=tester)
expect_code 69
expect_said "$install libre2-dev bazel-bootstrap"

new_machine half_installed_is_missing
stub dpkg-query 'printf "%s\n" "ii  g++" "rc  libre2-dev" "ii  bazel-bootstrap"'
run 0 test //...
expect_apt "apt-get update
$install libre2-dev"

new_machine command_serves_instead_of_its_package
printf 'nodejs serving_node\nnpm no_such_command\n' >>"$machine/repo/tools/packages.txt"
stub serving_node 'exit 0'
run 0 test //...
expect_apt "apt-get update
$install npm"

new_machine no_home
stub bazel 'echo "$HOME $USER" >"$MACHINE/bazel_words"'
environment=(HOME="$machine/gone")
run 1000 test //...
environment=(USER=tester)
expect_bazel "$machine/onrecord-home-$UID tester"

new_machine odd_umask
stub bazel 'umask >"$MACHINE/bazel_words"'
(umask 0700 && run 1000 test //...)
expect_bazel 0000

echo "$failures failures"
((failures == 0))
