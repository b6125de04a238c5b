# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# The real fairseq2, in an environment of its own in the user's cache folder. Sourced by packaging/test; bash.

fairseq2_version=0.8.1
fairseq2_folder=${XDG_CACHE_HOME:-${HOME:-/root}/.cache}/fairlead/fairseq2-$fairseq2_version
fairseq2_python=$fairseq2_folder/bin/python

set_up_fairseq2() {
    # A finished installation is marked, so that one cut short is made again.
    if [ -f "$fairseq2_folder/.complete" ] && [ -x "$fairseq2_python" ]; then
        return 0
    fi
    begin "installing fairseq2 $fairseq2_version into $fairseq2_folder (some minutes, about 7 GB)" \
        "It comes from PyPI: look whether that can be reached and the disk has room, then run this again."
    rm -rf "$fairseq2_folder"
    mkdir -p "$(dirname "$fairseq2_folder")"
    # Debian's own first: fairseq2 has no packages for every Python that may come before it on PATH.
    quietly fairseq2-venv.log /usr/bin/python3 -m venv "$fairseq2_folder" ||
        quietly fairseq2-venv.log python3 -m venv "$fairseq2_folder"
    quietly fairseq2-install.log "$fairseq2_python" -m pip install --disable-pip-version-check --no-input \
        "fairseq2==$fairseq2_version"
    quietly fairseq2-import.log "$fairseq2_python" -c "import fairseq2"
    touch "$fairseq2_folder/.complete"
}
