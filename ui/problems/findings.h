// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QString>

#include <vector>

namespace fairlead::ui {

/// A finding as it reads from one of its places in a file. Borrowed from the session until its next edit.
struct Finding {
    const Diagnostic* diagnostic = nullptr;
    DocumentPlace place;
    qint64 begin = 0; ///< bytes in the file
    qint64 end = 0;
    QString message;
};

/// Those that have a place in the file, in the order of the text. A name that stands twice is found at both places;
/// what reads the same at the same place is found once.
[[nodiscard]] std::vector<Finding> findingsIn(const CheckSession& session, quint32 file);

/// The finding of the session that is the same as a copy made earlier, if it is still there: the one to take fixes
/// from, since their edits are for the text as it is now.
[[nodiscard]] const Diagnostic* findAgain(const CheckSession& session, const Diagnostic& copy);

} // namespace fairlead::ui
