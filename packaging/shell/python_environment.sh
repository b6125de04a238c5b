# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034 # shares variables with steps.sh
# What comes from PyPI, each in a Python environment of its own in the user's cache folder. Sourced after steps.sh; bash.

# python_environment NAME VERSION: prints the folder of what PyPI calls so, in this version.
python_environment() { printf '%s\n' "${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/fairlead/$1-$2"; }

# set_up_environment NAME VERSION SIZE COMMAND…: installs it if it is not there whole. The command, from the environment's
# bin, shows that it works.
set_up_environment() {
    local name=$1 version=$2 size=$3 folder python=/usr/bin/python3
    folder=$(python_environment "$name" "$version")
    shift 3
    # A finished installation is marked, so that one cut short is made again.
    if [ -f "$folder/.complete" ] && [ -x "$folder/bin/$1" ]; then
        return 0
    fi
    begin "installing $name $version into $folder ($size)" \
        "It comes from PyPI: look whether that can be reached and the disk has room, then run this again."
    rm -rf "$folder"
    mkdir -p "$(dirname "$folder")"
    # Debian's own first: there are not packages for every Python that may come before it on PATH.
    "$python" -c "import ensurepip" >/dev/null 2>&1 || python=python3
    quietly "$name-venv.log" "$python" -m venv "$folder"
    quietly "$name-install.log" "$folder/bin/python" -m pip install --disable-pip-version-check --no-input \
        "$name==$version"
    quietly "$name-try.log" "$folder/bin/$1" "${@:2}"
    touch "$folder/.complete"
}
