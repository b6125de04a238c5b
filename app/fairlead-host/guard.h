// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

namespace fairlead::host {

/// Splits the process in two, before it has threads. In the child the function returns, and extensions may run there.
/// The parent never returns: it waits for the child, then ends every process that an extension has left behind, in
/// whatever session, and ends as the child did, by the same code or signal. It ends the child when whoever started the
/// host dies, closes the other side of `control` (-1: none), or sends SIGTERM.
///
/// Throws std::system_error if there can be no child.
void guard_process(int control);

} // namespace fairlead::host
