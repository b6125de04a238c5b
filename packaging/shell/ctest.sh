# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154 # shares variables with steps.sh
# Running ctest and counting what ran. Sourced by packaging/test; bash.

passed=0
failures=0
failed_names=()

# run_ctest PRESET [OPTION…]: runs the tests of a build (ctest's options choose which) and adds to the counts. A test that was not run counts as failed.
run_ctest() {
    local preset=$1 folder=$root/build/$1 results
    results=$folder/results.xml
    shift
    rm -f "$results"
    begin "testing $preset" "Each failed test has printed why; ctest --test-dir $folder --rerun-failed --output-on-failure runs them again."
    local runtime
    runtime=$(mktemp -d)
    chmod 700 "$runtime"
    local start=$SECONDS
    # No ASAN_OPTIONS: leaks are looked for anyway, and fairlead-host has options of its own, which they would replace.
    XDG_RUNTIME_DIR=$runtime env -u DISPLAY -u WAYLAND_DISPLAY -u FAIRSEQ2_ASSET_DIR -u FAIRSEQ2_USER_ASSET_DIR \
        -u FAIRSEQ2_CACHE_DIR -u FAIRSEQ2_EXTENSION_TRACE -u ASAN_OPTIONS \
        LSAN_OPTIONS="suppressions='$root/tests/lsan.supp':print_suppressions=0" \
        UBSAN_OPTIONS="print_stacktrace=1" \
        TSAN_OPTIONS="suppressions=$root/tests/tsan.supp" \
        ctest --test-dir "$folder" --output-on-failure --no-tests=error -j 2 --output-junit "$results" "$@" </dev/null || true
    rm -rf "$runtime"
    if [ ! -s "$results" ]; then
        advice="ctest wrote no results: run ctest --test-dir $folder to see why."
        return 1
    fi
    local line name status
    while IFS= read -r line; do
        [[ $line == *"<testcase "* ]] || continue
        name=${line#*name=\"}
        name=${name%%\"*}
        status=${line#*status=\"}
        status=${status%%\"*}
        if [ "$status" = run ]; then
            passed=$((passed + 1))
        else
            failures=$((failures + 1))
            failed_names+=("$preset/$name")
        fi
    done <"$results"
    say "$preset: tested in $((SECONDS - start)) s"
}

# The last line of a run; the status is 1 if a test failed or none ran.
report_counts() {
    said_it=1
    if [ "$failures" -gt 0 ]; then
        step="testing"
        failed "${failed_names[*]}"
    fi
    say "Took $(((SECONDS - started) / 60)) min $(((SECONDS - started) % 60)) s"
    printf '%s passed, %s failed\n' "$passed" "$failures"
    [ "$failures" -eq 0 ] && [ "$passed" -gt 0 ]
}
