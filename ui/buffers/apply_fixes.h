// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/diagnostic.h"

#include <vector>

namespace fairlead::ui {

class BufferStore;

/// Puts the edits of fixes that do not overlap into the buffers of their files, opening those that are not open: one
/// step of undo in each. Nothing is saved.
///
/// The fixes are the session's own, for its text as it stands; they are gone when this returns. False, and nothing
/// was changed, if a file could not be opened, is read-only, or is another on disk than the one that was checked: the
/// store has said why then.
bool applyFixes(BufferStore& buffers, const std::vector<const Fix*>& fixes);

} // namespace fairlead::ui
