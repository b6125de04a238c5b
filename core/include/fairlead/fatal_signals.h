// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

namespace fairlead {
inline namespace abi1 {

/// Of `fairlead::trace`: from now on, the end of this process by SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS or
/// SIGTRAP is written to `descriptor`, as lines that people can read:
///
///     SIGSEGV: access to 0x0
///     #0 my_package::count(int*) at /home/me/count.cpp:12 (/home/me/libcount.so+0x1139)
///     #1 my_package::sum at /home/me/count.cpp:20 (inlined in /home/me/libcount.so)
///     …
///
/// The innermost call comes first, at most 128. Then the process ends by that same signal, as if nothing had been here.
/// It waits for the text 10 seconds at most; what is not found out by then are the functions and lines.
///
/// Call it once, early, while the process has one thread: what turns addresses into functions is a process of its own,
/// forked here, which ends with this one. A second call does nothing. `descriptor` stays the caller's and open as long
/// as the process; the reader sees its end soon after the process's. Threads that are started later, by libraries that
/// are opened later too, get a stack for the handler, so that a full stack is told of as well; threads that are there
/// already do not. A signal that has a handler keeps it: a sanitizer's reports stay what they are. What a process that
/// is forked later dies of is not written.
void report_fatal_signals(int descriptor);

/// Whether a thread of this process has met such a signal, which is being written: the process ends soon, and whoever
/// ends it now takes the text with it.
[[nodiscard]] bool fatal_signal_is_reported() noexcept;

} // namespace abi1
} // namespace fairlead
