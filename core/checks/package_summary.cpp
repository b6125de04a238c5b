// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/package_summary.h"

namespace fairlead {

Summary summary_with_packages(const CheckSession& session) {
    Summary summary = session.summary();
    const Catalog& catalog = session.catalog();
    for (const AssetSource& source : catalog.sources()) {
        summary.sources += source.from_registry ? 1U : 0U;
    }
    for (const CardFile& file : catalog.files()) {
        if (!catalog.sources()[file.source].from_registry) {
            continue;
        }
        ++summary.files;
        summary.unreadable += file.error ? 1U : 0U;
        for (const Card& card : file.cards) {
            summary.cards += card.is_card() ? 1U : 0U;
            summary.unreadable += card.state == CardState::unreadable ? 1U : 0U;
        }
    }
    for (const Diagnostic* const diagnostic : session.package_diagnostics()) {
        ++(diagnostic->severity == Severity::error     ? summary.errors
           : diagnostic->severity == Severity::warning ? summary.warnings
                                                       : summary.infos);
    }
    return summary;
}

} // namespace fairlead
