// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

namespace spdlog {
class logger;
}

namespace fairlead::ui {

/// Who says what in the log. All write to the sinks of one logger, at its level; from any thread.
struct LogOrigins {
    /// Null writes nowhere.
    explicit LogOrigins(const std::shared_ptr<spdlog::logger>& log);

    std::shared_ptr<spdlog::logger> sources; ///< what is opened, loaded and closed
    std::shared_ptr<spdlog::logger> files;   ///< what is read, saved, kept, and changed by other programs
    std::shared_ptr<spdlog::logger> checks;  ///< what was found, and what fairseq2 would make of it
    std::shared_ptr<spdlog::logger> fixes;
};

} // namespace fairlead::ui
