// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/log/log_record.h"

#include <vector>

namespace fairlead::ui {

/// A record with all its lines, or one line of it.
struct LogPiece {
    LogRecord record; ///< cheap to copy: its texts are shared
    int line = -1;    ///< -1: all of it
};
using LogPieces = std::vector<LogPiece>;

/// As text, a line each. Any thread.
[[nodiscard]] QString logText(const LogPieces& pieces);

/// Writes it to a file, which is as it was if that fails. Empty, or why not. Any thread.
[[nodiscard]] QString saveLog(const LogPieces& pieces, const QString& file);

} // namespace fairlead::ui
