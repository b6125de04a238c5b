// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS046 override-directive: `_del_` that is no list of texts or `_set_` that is no mapping is a TypeError, wrapped in
// an AssetCardError (utils/config.py); a `_del_` of a key that is not there is passed over.
#include "core/checks/config_findings.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 46;

void tell_wrong(const CheckContext& context, const ConfigFinding& finding, const ConfigIssue& issue, Diagnostics& out) {
    const bool del = issue.key.text() == "_del_";
    const bool whole = issue.value.origin().range == issue.key.origin().range;
    Diagnostic& diagnostic =
        out.add(rule, Severity::error, context, (whole ? issue.key : issue.value).origin().range,
                del ? "_del_ takes a list of the names to drop, each of them text: [name]."
                    : "_set_ takes a mapping from names, each of them text, to whole values: {name: value}.");
    diagnostic.short_message = std::string(issue.key.text());
    diagnostic.fairseq2_says = said_of_issue(finding, issue);
}

void tell_unknown(const CheckContext& context, const ConfigIssue& issue, Diagnostics& out) {
    Diagnostic& diagnostic =
        out.add(rule, Severity::info, context, issue.value.origin().range,
                fmt::format("_del_ of {} has no effect: it is not in the config here.", shown(issue.value.text())));
    diagnostic.short_message = "no effect";
}

} // namespace

void check_override_directive(const CheckContext& context, Diagnostics& out) {
    for (const ConfigFinding& finding : find_config_issues(context)) {
        for (const ConfigIssue& issue : finding.issues) {
            if (issue.what == ConfigIssue::What::directive) {
                tell_wrong(context, finding, issue, out);
            } else if (issue.what == ConfigIssue::What::unknown_delete) {
                tell_unknown(context, issue, out);
            }
        }
    }
}

} // namespace fairlead
