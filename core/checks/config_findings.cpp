// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/config_findings.h"

#include "core/checks/check_context.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/plain_overrides.h"

#include <algorithm>
#include <array>

namespace fairlead {

namespace {

/// What the chain says in a text field, if that is a text.
std::optional<std::string_view> text_on_chain(const CheckContext& context, Field field) {
    const ChainLink* const holder = context.chain.holder(field);
    if (holder == nullptr) {
        return std::nullopt;
    }
    const yaml::Value value = context.value_on(*holder, field);
    return value.is_string() ? std::optional(value.string()) : std::nullopt;
}

/// The key of a trio that counts for the chain, if the card that is checked has it.
std::optional<Field> counting_key(const CheckContext& context, const Trio& trio) {
    for (const Field key : trio.keys) {
        if ((context.chain.not_null() & mask_of(key)) != 0) {
            const bool own = (context.own.present() & ~context.own.null() & mask_of(key)) != 0;
            return own ? std::optional(key) : std::nullopt;
        }
    }
    return std::nullopt;
}

bool is_raised(const CardConfig& config, const ConfigIssue& issue) {
    const std::vector<AssetError>& causes = config.loaded.error->causes;
    return std::any_of(causes.begin(), causes.end(),
                       [&](const AssetError& cause) { return cause.message == issue.text; });
}

std::vector<ConfigFinding> find(const CheckContext& context) {
    std::vector<ConfigFinding> findings;
    const RegistryIndex* const registry = context.index.registry();
    if (registry == nullptr || context.chain.end() != CardChain::End::complete) {
        return findings;
    }
    for (const Trio& trio : trios) {
        const auto key = counting_key(context, trio);
        const auto family_name = key ? text_on_chain(context, family_field(trio.kind)) : std::nullopt;
        const RegistryIndex::Family* const family = family_name ? registry->find(trio.kind, *family_name) : nullptr;
        if (family == nullptr) {
            continue;
        }
        std::optional<std::string_view> architecture;
        if (trio.kind == FamilyKind::model) {
            architecture = text_on_chain(context, Field::model_arch);
            if (!architecture || !family->has_architecture(*architecture)) {
                architecture = std::nullopt;
                if (family->needs_architecture && !family->architectures.empty()) {
                    architecture = family->architectures.front();
                }
            }
        }
        if (fits_plainly(registry->registry(), family->record->config_class.value_or(""), context.own.value(*key)) &&
            registry->configs().reads_back(trio.kind, *family_name, architecture)) {
            continue;
        }
        // What this card says, over the base config alone: findings then do not depend on what other cards override.
        const std::array overrides = {ConfigOverride{
            .card_name = std::string(context.card.name), .card = context.ref, .value = context.own.value(*key)}};
        const bool has_others =
            std::any_of(context.chain.links().begin(), context.chain.links().end(), [&](const ChainLink& link) {
                return link.card != context.ref && (link.present & ~link.null & mask_of(*key)) != 0;
            });
        const CardConfigQuestion question{.kind = trio.kind,
                                          .card_name = context.card.name,
                                          .family = *family_name,
                                          .architecture = architecture,
                                          .key = name_of(*key),
                                          .overrides = overrides};
        ConfigFinding finding{.kind = trio.kind, .key = *key, .config = registry->configs().ask(question)};
        for (const ConfigIssue& issue : finding.config.loaded.issues) {
            // What is missing here another card of the chain may give, or a config that is not recorded.
            const bool may_be_given =
                issue.what == ConfigIssue::What::missing || issue.what == ConfigIssue::What::unknown_delete;
            if (!(may_be_given && (has_others || !finding.config.loaded.not_known.empty()))) {
                finding.issues.push_back(issue);
            }
        }
        if (!finding.issues.empty()) {
            finding.said = said_of_config(finding.config);
            const std::vector<ConfigIssue>& all = finding.config.loaded.issues;
            const auto raised = std::find_if(all.begin(), all.end(), [&](const ConfigIssue& issue) {
                return finding.config.loaded.error && is_raised(finding.config, issue);
            });
            if (raised != all.end()) {
                finding.raised_type = raised->type;
            }
            findings.push_back(std::move(finding));
        }
    }
    return findings;
}

} // namespace

std::string said_of_config(const CardConfig& config) {
    if (!config.loaded.error) {
        return {};
    }
    const ConfigError& error = *config.loaded.error;
    std::string text = error.error.message;
    // The reason stands at the end of the chain, above what Python itself says.
    auto reason = std::find_if(error.causes.rbegin(), error.causes.rend(),
                               [](const AssetError& cause) { return cause.type == "StructureError"; });
    if (reason == error.causes.rend()) {
        reason = error.causes.rbegin(); // of a merge, a TypeError
    }
    if (reason != error.causes.rend()) {
        text += " " + reason->message;
    }
    return fairseq2_says(error.error.type, text);
}

const std::vector<ConfigFinding>& find_config_issues(const CheckContext& context) {
    if (!context.config_findings) {
        context.config_findings = std::make_shared<const std::vector<ConfigFinding>>(find(context));
    }
    return *context.config_findings;
}

std::string said_of_issue(const ConfigFinding& finding, const ConfigIssue& issue) {
    using What = ConfigIssue::What;
    if (!finding.config.loaded.error || finding.config.loaded.issues.size() < 2 || is_raised(finding.config, issue)) {
        return finding.said;
    }
    // Where Python's own error is the innermost one, the text above it is not known.
    const AssetError& error = finding.config.loaded.error->error;
    const bool merged = error.message.find(" cannot be merged with ") == std::string::npos;
    switch (issue.what) {
    case What::overflow:
        return fairseq2_says("OverflowError", issue.text);
    case What::unsupported:
        return fairseq2_says("ValueError", issue.text);
    case What::directive:
        return merged ? std::string() : fairseq2_says(error.type, error.message + " " + issue.text);
    case What::class_error:
        return {};
    case What::value:
    case What::not_a_mapping:
        if (!issue.text.starts_with("Value must be ")) {
            const bool alike = !finding.raised_type.empty() && finding.raised_type == issue.type;
            return alike ? finding.said : std::string();
        }
        break;
    default:
        break;
    }
    return merged && error.type == "AssetCardError" ? fairseq2_says(error.type, error.message + " " + issue.text)
                                                    : std::string();
}

std::string_view short_class(std::string_view class_name) noexcept {
    return class_name.substr(class_name.rfind('.') + 1);
}

} // namespace fairlead
