// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/extension_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace fairlead {
namespace {

struct OutcomeRow {
    ExtensionOutcome outcome;
    std::string_view text;
    bool failure;
    bool ends_process;
};

constexpr std::array rows = {
    OutcomeRow{ExtensionOutcome::discovered, "discovered", false, false},
    OutcomeRow{ExtensionOutcome::importing, "importing", false, false},
    OutcomeRow{ExtensionOutcome::calling, "calling", false, false},
    OutcomeRow{ExtensionOutcome::registered, "registered", false, false},
    OutcomeRow{ExtensionOutcome::import_failed, "import-failed", true, false},
    OutcomeRow{ExtensionOutcome::refused, "refused", true, false},
    OutcomeRow{ExtensionOutcome::wrong_signature, "wrong-signature", true, false},
    OutcomeRow{ExtensionOutcome::type_error, "type-error", true, false},
    OutcomeRow{ExtensionOutcome::failed, "failed", true, false},
    OutcomeRow{ExtensionOutcome::exited, "exited", true, true},
    OutcomeRow{ExtensionOutcome::crashed, "crashed", true, true},
    OutcomeRow{ExtensionOutcome::timed_out, "timed-out", true, true},
    OutcomeRow{ExtensionOutcome::flooded, "flooded", true, true},
    OutcomeRow{ExtensionOutcome::off, "off", false, false},
};

constexpr const OutcomeRow& row_of(ExtensionOutcome outcome) noexcept {
    return rows[static_cast<std::size_t>(outcome)];
}

static_assert([] {
    for (std::size_t i = 0; i < rows.size(); ++i)
        if (static_cast<std::size_t>(rows[i].outcome) != i)
            return false;
    return true;
}());

} // namespace

std::string_view to_string(ExtensionOutcome outcome) noexcept { return row_of(outcome).text; }

std::optional<ExtensionOutcome> extension_outcome(std::string_view text) noexcept {
    const auto* const found = std::ranges::find(rows, text, &OutcomeRow::text);
    return found == rows.end() ? std::nullopt : std::optional(found->outcome);
}

std::string limit_text(const ExtensionReport& extension) {
    constexpr double second = 1000;
    if (extension.outcome == ExtensionOutcome::flooded && extension.limit_mib)
        return fmt::format("{} MiB", *extension.limit_mib);
    if (extension.outcome != ExtensionOutcome::timed_out || !extension.limit_ms)
        return {};
    return *extension.limit_ms < second ? fmt::format("{:.0f} ms", *extension.limit_ms)
                                        : fmt::format("{:.3g} s", *extension.limit_ms / second);
}

bool is_failure(ExtensionOutcome outcome) noexcept { return row_of(outcome).failure; }
bool ends_process(ExtensionOutcome outcome) noexcept { return row_of(outcome).ends_process; }

} // namespace fairlead
