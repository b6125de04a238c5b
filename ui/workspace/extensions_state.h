// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/extension_report.h"
#include "core/registry/fairseq2_course.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace fairlead::ui {

/// What is known of an environment's extensions.
struct ExtensionsState {
    std::vector<ExtensionReport> extensions{}; ///< in the order of loading
    Fairseq2Courses courses{};
    bool traced = false;   ///< the setting with which they were loaded
    bool recorded = false; ///< of a recording, which loads none
    bool running = false;  ///< they are being loaded: what is here is what came so far
    QString failure{};     ///< why the last load broke off; empty: it did not
    int runs = 0;          ///< of the host: more than one if an extension took it down

    /// How many have come to something.
    [[nodiscard]] qsizetype done() const {
        using enum ExtensionOutcome;
        return std::ranges::count_if(extensions, [](const ExtensionReport& extension) {
            return extension.outcome != discovered && extension.outcome != importing && extension.outcome != calling;
        });
    }
    /// What fairseq2 does with the setting of `traced`.
    [[nodiscard]] const Fairseq2Course& now() const { return traced ? courses.traced : courses.untraced; }
};

} // namespace fairlead::ui
