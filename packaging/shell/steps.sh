# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2119,SC2120 # some is used by those who source this
# Steps that packaging/run, packaging/test and packaging/lint share. Sourced by each; bash.

unset CDPATH # with it, cd goes elsewhere and says so
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
logs=$root/build/logs
step="starting"
advice=""
started=$SECONDS

say() { printf '%s\n' "== $*"; }

# begin TEXT [ADVICE]: what is done now, and what a person can do if it fails.
begin() {
    step=$1
    advice=${2:-}
    say "$step"
}

# The last sentence of a run that failed: what, and what to do.
failed() {
    printf '%s\n' "== Failed while $step${1:+: $1}.${advice:+ $advice}" >&2
}

on_exit() {
    local status=$?
    if [ "$status" -ne 0 ] && [ -z "${said_it:-}" ]; then
        failed
    fi
}
trap on_exit EXIT

# quietly LOG COMMAND…: the output goes to a file, of which the end is shown if the command fails.
quietly() {
    local log=$logs/$1
    shift
    mkdir -p "$logs"
    if ! "$@" >"$log" 2>&1 </dev/null; then
        tail -n 25 "$log" >&2
        advice="The whole output is in $log. $advice"
        return 1
    fi
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        # shellcheck disable=SC2024 # who asks for the password reads the terminal
        if [ -t 0 ] && [ -t 2 ]; then sudo "$@" </dev/tty; else sudo -n "$@"; fi
    else
        return 1
    fi
}

# need_packages PACKAGE…: installs those of Debian's packages that are missing; asks dpkg only, if none is.
need_packages() {
    local missing=() package
    if ! command -v dpkg-query >/dev/null 2>&1; then
        say "This is no Debian: the packages have to be there already ($*)"
        return 0
    fi
    local installed
    installed=" $(dpkg-query -W -f='${db:Status-Status}=${Package} ' "$@" 2>/dev/null || true)"
    for package in "$@"; do
        [[ $installed == *" installed=$package "* ]] || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0

    begin "installing ${#missing[@]} Debian packages: ${missing[*]}" \
        "Install them as an administrator (apt-get install ${missing[*]}), then run this again."
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null 2>&1; then
        advice="You are not root and there is no sudo. $advice"
        return 1
    fi
    quietly apt-update.log as_root apt-get update -q || return 1
    quietly apt-install.log as_root env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -q --no-install-recommends "${missing[@]}"
}

# ccache fails where it cannot write, as for a user without a home: then it gets a folder of the build's.
make_room_for_ccache() {
    local folder=${XDG_CACHE_HOME:-${HOME-~}/.cache}/ccache
    if [ -z "${CCACHE_DIR:-}" ] && [ ! -d "${HOME-~}/.ccache" ] && ! mkdir -p "$folder" 2>/dev/null; then
        export CCACHE_DIR=$root/build/ccache
    fi
}

# build PRESET [--targets "T…"] [-DOPTION=VALUE…]: configures where that is new or other than last time, then builds.
build() {
    local preset=$1 targets="" options=()
    shift
    if [ "${1:-}" = --targets ]; then
        targets=$2
        shift 2
    fi
    options=("$@")
    local folder=$root/build/$preset
    local wanted="$root ${options[*]}"
    if [ ! -f "$folder/build.ninja" ] || [ "$(cat "$folder/.configured" 2>/dev/null)" != "$wanted" ]; then
        begin "configuring $preset" "If a package is too old or in the way, the output says which."
        rm -f "$folder/.configured" # until it has worked
        quietly "configure-$preset.log" \
            env --chdir="$root" cmake --preset "$preset" --fresh "${options[@]}"
        printf '%s' "$wanted" >"$folder/.configured"
    fi
    begin "building $preset" "The compiler's message above says where."
    make_room_for_ccache
    # shellcheck disable=SC2086 # the targets are words
    cmake --build "$folder" ${targets:+--target $targets} </dev/null
}
