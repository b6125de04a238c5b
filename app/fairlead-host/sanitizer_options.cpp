// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Of builds with AddressSanitizer only: what its runtime goes by in this program where ASAN_OPTIONS does not say
// otherwise. The host tells of crashes itself, and what extensions leave behind when they end it is no leak of its own.

extern "C" {
const char* __asan_default_options(); // NOLINT(bugprone-reserved-identifier): the runtime asks for it by this name

[[gnu::visibility("default"), gnu::used]] const char* __asan_default_options() { // NOLINT(bugprone-reserved-identifier)
    return "detect_leaks=0:handle_segv=0:handle_sigbus=0:handle_abort=0:handle_sigill=0:handle_sigfpe=0";
}
}
