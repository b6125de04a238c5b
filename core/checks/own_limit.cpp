// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/own_limit.h"

#include <algorithm>

namespace fairlead {

namespace {

/// Something else than a limit that stops the load.
const Diagnostic* known_fault(const CheckSession& session) {
    const std::vector<const Diagnostic*> findings = session.diagnostics();
    const auto found = std::ranges::find_if(
        findings, [](const Diagnostic* finding) { return finding->load && !is_own_limit(*finding); });
    return found == findings.end() ? nullptr : *found;
}

} // namespace

// Of whatever else stops the load there is a text that fairseq2 says.
bool is_own_limit(const Diagnostic& finding) noexcept {
    return finding.load && (finding.rule == 1 || finding.rule == 9) && finding.fairseq2_says.empty();
}

bool is_own_limit(const AssetError& error) noexcept { return error.type == "TooLarge"; }

bool is_verdict_known(const CheckSession& session) {
    const StoreVerdict& verdict = session.verdict();
    return verdict.loads() || !is_own_limit(*verdict.error) || known_fault(session) != nullptr;
}

std::string refusal_text(const CheckSession& session) {
    const AssetError& error = *session.verdict().error;
    const Diagnostic* const fault = is_own_limit(error) ? known_fault(session) : nullptr;
    return fault != nullptr ? fault->fairseq2_says : error.type + ": " + error.message;
}

} // namespace fairlead
