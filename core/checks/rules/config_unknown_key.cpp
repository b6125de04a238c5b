// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS023 config-unknown-key: an override names a field that the config class does not have, or overrides the config of a
// family that has none (utils/structured.py). AssetCardError when the card is used.
#include "core/checks/config_findings.h"
#include "core/checks/config_places.h"
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/suggest.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 23;

std::string nearest_field(const CheckContext& context, const ConfigIssue& issue) {
    const auto schema = context.index.registry()->registry().find_schema(issue.class_name);
    if (!schema || !issue.key.is_string()) {
        return {};
    }
    return nearest_name(issue.key.text(), [&](const std::function<void(std::string_view)>& offer) {
        for (const ConfigField& field : schema->fields) {
            offer(field.name);
        }
    });
}

void tell_unknown_key(const CheckContext& context, const ConfigFinding& finding, const ConfigIssue& issue,
                      Diagnostics& out) {
    const ConfigValue& key = issue.key.is_null() ? issue.value : issue.key;
    const std::string nearest = nearest_field(context, issue);
    const bool plain = key.is_string() && !key.text().empty() && key.text().front() != ' ' && key.text().back() != ' ';
    const std::string name = plain ? shown(key.text()) : shown(context.document, key.origin().range);
    std::string message;
    if (!key.is_string()) {
        message = fmt::format("{} is no text: it cannot name a field of a config.", name);
    } else if (name == "_add_") {
        message = "_add_ is no directive since fairseq2 0.5: write the keys themselves.";
    } else {
        message = fmt::format("{} has no field {}.{}", short_class(issue.class_name), name,
                              nearest.empty() ? std::string(" Take it out.") : did_you_mean(nearest));
    }
    Diagnostic& diagnostic = out.add(rule, Severity::error, context, key.origin().range, std::move(message));
    diagnostic.short_message = "no such field";
    diagnostic.fairseq2_says = said_of_issue(finding, issue);
    if (const auto entry = entry_at(context, key); entry && !nearest.empty()) {
        if (auto edit = replace_key(context, *entry, nearest)) {
            diagnostic.fixes.push_back({fmt::format("Rename to {}", nearest), "Rename", false, {*std::move(edit)}});
        }
    }
}

void tell_no_config(const CheckContext& context, const ConfigFinding& finding, Diagnostics& out) {
    const yaml::Value::Entry& entry = context.own.entry(finding.key);
    Diagnostic& diagnostic =
        out.add(rule, Severity::error, context, entry.key.range(),
                fmt::format("The {} family {} takes no config. Take {} out.", to_string(finding.kind),
                            shown(finding.config.family), name_of(finding.key)));
    diagnostic.short_message = "no config";
    diagnostic.fairseq2_says = finding.said;
    if (auto edit = remove_entry(context, entry)) {
        diagnostic.fixes.push_back(
            {fmt::format("Remove {}", name_of(finding.key)), "Remove", false, {*std::move(edit)}});
    }
}

} // namespace

void check_config_unknown_key(const CheckContext& context, Diagnostics& out) {
    for (const ConfigFinding& finding : find_config_issues(context)) {
        for (const ConfigIssue& issue : finding.issues) {
            if (issue.what == ConfigIssue::What::unknown_key) {
                tell_unknown_key(context, finding, issue, out);
            } else if (issue.what == ConfigIssue::What::no_config) {
                tell_no_config(context, finding, out);
            }
        }
    }
}

} // namespace fairlead
