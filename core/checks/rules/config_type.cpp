// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS024 config-type: an override that cannot become its field's type (utils/structured.py). AssetCardError when the
// card is used; OverflowError for an infinity as int, ValueError for a type that fairseq2 does not know.
#include "core/checks/config_findings.h"
#include "core/checks/config_places.h"
#include "core/checks/document_edits.h"
#include "core/checks/rules/rules.h"
#include "core/checks/suggest.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::uint16_t rule = 24;

using What = ConfigIssue::What;

/// The words that a field takes, if it takes no others.
std::vector<std::string> choices(const TypeExpression& type) {
    if (type.kind == TypeKind::literal || type.kind == TypeKind::enumeration) {
        return type.values;
    }
    for (const TypeExpression& arg : type.args) {
        if (auto found = choices(arg); !found.empty()) {
            return found;
        }
    }
    return {};
}

/// Where `${env:…}` stands the variable decides, but its text is never a bool or a mapping.
bool is_never_text(const ConfigIssue& issue) {
    return issue.what == What::not_a_mapping || issue.text.find("`<class 'bool'>`") != std::string::npos ||
           issue.text.find("collections.abc.Mapping") != std::string::npos;
}

/// A scalar as it is written, anything else by its kind.
std::string given(const CheckContext& context, const yaml::Value& value) {
    switch (value.kind()) {
    case yaml::Kind::boolean:
    case yaml::Kind::integer:
    case yaml::Kind::real:
    case yaml::Kind::string:
        return value.range().size() == 0 ? "empty text" : shown(context.document, value.range()); // a bare `!!str`
    default:
        return std::string(kind_in_words(value));
    }
}

std::string field_name(const ConfigIssue& issue) {
    if (issue.class_name.empty() || !issue.key.is_string()) {
        return issue.path.empty() ? std::string("The config") : shown(issue.path);
    }
    return fmt::format("{} of {}", shown(issue.key.text()), short_class(issue.class_name));
}

/// Of what the overrides are laid over: fairseq2 reads all of it again.
std::string base_message(const ConfigIssue& issue, const std::string& field) {
    switch (issue.what) {
    case What::unsupported:
        return fmt::format("{} is of the type {}, of which fairseq2 reads nothing back: nothing beside it can be "
                           "overridden.",
                           field, issue.type);
    case What::class_error:
        return fmt::format("fairseq2 overrides nothing of {}: {}", short_class(issue.class_name), issue.text);
    default:
        return fmt::format("{} takes {}, but what is overridden has another value there, which fairseq2 does not read "
                           "back: override it too. {}",
                           field, issue.type, issue.text);
    }
}

std::string message_of(const CheckContext& context, const ConfigIssue& issue, const yaml::Value& value) {
    const std::string field = field_name(issue);
    if (!is_in_card(context, issue)) {
        return base_message(issue, field);
    }
    switch (issue.what) {
    case What::overflow:
        return fmt::format("{} takes {}, which cannot hold {}.", field, issue.type, given(context, value));
    case What::unsupported:
        return fmt::format("{} is of the type {}, of which fairseq2 cannot read this from a card. Take it out.", field,
                           issue.type);
    case What::missing:
        return fmt::format("A value for {} is missing: {} has no default.", shown(issue.path),
                           short_class(issue.class_name));
    case What::not_a_mapping:
        return fmt::format("{} takes a mapping of fields, not {}.", field, value ? given(context, value) : "this");
    case What::class_error:
        return fmt::format("fairseq2 cannot make {} from a card: {}", short_class(issue.class_name), issue.text);
    case What::endless:
        return "A value contains itself: fairseq2 follows it without end.";
    default:
        break;
    }
    if (!issue.value.variables().empty()) {
        return fmt::format("{} takes {}, but ${{env:…}} gives text, which never fits.", field, issue.type);
    }
    if (!value) {
        return fmt::format("{} takes {}: {}", field, issue.type, issue.text);
    }
    if (issue.text.starts_with("Value must be have")) {
        return fmt::format("{} takes {}, not {}.", field, issue.type,
                           counted(issue.value.elements().size(), "element"));
    }
    if (issue.text.starts_with("All elements")) {
        return fmt::format("{} takes {}: each element once.", field, issue.type);
    }
    return fmt::format("{} takes {}, not {}.", field, issue.type, given(context, value));
}

/// The near word, where a field takes only certain words.
std::string nearest_choice(const CheckContext& context, const ConfigIssue& issue) {
    const auto schema = context.index.registry()->registry().find_schema(issue.class_name);
    const ConfigField* const field = schema && issue.key.is_string() ? schema->find_field(issue.key.text()) : nullptr;
    if (field == nullptr || !issue.value.is_string()) {
        return {};
    }
    return nearest_name(issue.value.text(), [&](const std::function<void(std::string_view)>& offer) {
        for (const std::string& choice : choices(field->type_tree)) {
            offer(choice);
        }
    });
}

/// The `_del_` that takes a field away, else the key of the mapping that lacks it, or the mapping, if it is an element.
yaml::TextRange place_of_missing(const CheckContext& context, const ConfigIssue& issue) {
    const auto entry = entry_with(context, issue.value);
    if (!entry) {
        return issue.value.origin().range;
    }
    const std::string_view name = std::string_view(issue.path).substr(issue.path.rfind('.') + 1);
    for (const yaml::Value deleted : entry->value.find("_del_").elements()) {
        if (deleted.is_string() && deleted.string() == name) {
            return deleted.range();
        }
    }
    return entry->key.range();
}

/// What is in no card is told at the key of the overrides.
yaml::TextRange place_of(const CheckContext& context, const ConfigFinding& finding, const ConfigIssue& issue,
                         const yaml::Value& value) {
    if (!is_in_card(context, issue)) {
        return context.own.entry(finding.key).key.range();
    }
    if (issue.what == What::missing) {
        return place_of_missing(context, issue);
    }
    return (value || issue.key.is_null() ? issue.value : issue.key).origin().range;
}

void tell(const CheckContext& context, const ConfigFinding& finding, const ConfigIssue& issue, Diagnostics& out) {
    const yaml::Value value = value_at(context, issue.value);
    const std::string nearest = nearest_choice(context, issue);
    Diagnostic& diagnostic = out.add(rule, Severity::error, context, place_of(context, finding, issue, value),
                                     message_of(context, issue, value) + did_you_mean(nearest));
    diagnostic.short_message = "wrong type";
    diagnostic.fairseq2_says = said_of_issue(finding, issue);
    if (value) {
        suggest_replacement(context, diagnostic, value, nearest);
    }
}

bool is_of_this_rule(const ConfigIssue& issue) {
    switch (issue.what) {
    case What::value:
    case What::not_a_mapping:
        return issue.value.variables().empty() || is_never_text(issue);
    case What::overflow:
        return issue.value.variables().empty();
    case What::unsupported:
    case What::missing:
    case What::class_error:
    case What::endless:
        return true;
    default:
        return false;
    }
}

} // namespace

void check_config_type(const CheckContext& context, Diagnostics& out) {
    for (const ConfigFinding& finding : find_config_issues(context)) {
        for (const ConfigIssue& issue : finding.issues) {
            if (is_of_this_rule(issue)) {
                tell(context, finding, issue, out);
            }
        }
    }
}

} // namespace fairlead
