# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154 # shares variables with those who source this
# The tree's C++ sources. Sourced by packaging/lint, which stands at the top of the tree; bash.

source_folders=(core ui app tests)

# is_source FILE: whether this is one, seen from the top of the tree.
is_source() { [[ $1 =~ ^($(IFS='|' && printf '%s' "${source_folders[*]}"))/.*\.(cpp|h)$ ]]; }

# sources_all: sets `files` to all of them.
sources_all() {
    mapfile -t files < <(find "${source_folders[@]}" \( -name '*.cpp' -o -name '*.h' \) | sort)
}

# scripts_all: sets `scripts` to the tree's shell scripts.
scripts_all() {
    mapfile -t scripts < <({ grep -rlE '^#!/usr/bin/env bash' .ci packaging tests; ls packaging/shell/*.sh; } | sort)
}

# sources_changed: sets `files` to those that differ from main, or are not known to git yet.
sources_changed() {
    local base
    base=$(git merge-base HEAD main) || return 1
    mapfile -t files < <(
        {
            git diff --name-only --diff-filter=d "$base" -- "${source_folders[@]}"
            git ls-files --others --exclude-standard -- "${source_folders[@]}"
        } | grep -E '\.(cpp|h)$' | sort -u
    )
}

# source_with FILE: the source that a header is read with: its own, else one that includes it, by way of other headers if
# need be; FILE itself if it is a source, or if there is none.
source_with() {
    local file=$1 found kind include
    for _ in 1 2 3 4 5 6 7 8 9; do
        [[ $file == *.h ]] || break
        if [ -f "${file%.h}.cpp" ]; then
            file=${file%.h}.cpp
            break
        fi
        for kind in cpp h; do
            include="#include [<\"]($file|${file#core/include/})[>\"]" # the second as a program writes it
            found=$({
                grep -rlE --include="*.$kind" "$include" "${source_folders[@]}"
                grep -lF "#include \"${file##*/}\"" "${file%/*}"/*."$kind" 2>/dev/null
            } | sort | head -n 1) || true
            [ -z "$found" ] || break
        done
        [ -n "$found" ] || break
        file=$found
    done
    printf '%s\n' "$file"
}

# sources_to_compile: sets `compiled` to what of `files` a compiler reads: a header by a source that includes it. What
# build/dev does not compile is read as its neighbours are compiled; what cannot be, for want of a file that another build
# generates or another compiler has, goes to `left_out`.
sources_to_compile() {
    local file source
    declare -A seen=()
    compiled=() left_out=()
    for file in "${files[@]}"; do
        source=$(source_with "$file")
        [ -z "${seen[$source]:-}" ] || continue
        seen[$source]=1
        if grep -qF "\"$root/$source\"" build/dev/compile_commands.json ||
            { [[ $source == *.cpp ]] && ! grep -qE '^#include ("[a-z_]+\.moc"|<fuzzer/)' "$source"; }; then
            compiled+=("$source")
        else
            left_out+=("$source")
        fi
    done
}
