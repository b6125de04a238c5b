# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034 # used by those who source this
# Debian 12's packages, by what needs them.

run_packages=(
    g++ cmake ninja-build ccache mold
    qt6-base-dev qt6-svg-dev libgl-dev libqscintilla2-qt6-dev
    libyaml-cpp-dev libspdlog-dev libfmt-dev nlohmann-json3-dev libcli11-dev libtomlplusplus-dev libdw-dev
    fonts-dejavu-core
)
test_packages=("${run_packages[@]}" git python3 pkgconf libsentencepiece-dev clang-format procps acl patch)
lint_packages=("${test_packages[@]}" python3-venv shellcheck)
sanitize_packages=(clang libclang-rt-14-dev)
fairseq2_packages=(python3 python3-venv libsndfile1)
