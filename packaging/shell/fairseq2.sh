# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034 # used by those who source this
# The real fairseq2. Sourced by packaging/test, after python_environment.sh; bash.

fairseq2_version=0.8.1
fairseq2_python=$(python_environment fairseq2 "$fairseq2_version")/bin/python

set_up_fairseq2() {
    set_up_environment fairseq2 "$fairseq2_version" "some minutes, about 7 GB" python -c "import fairseq2"
}
