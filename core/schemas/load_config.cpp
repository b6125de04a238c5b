// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/load_config.h"

#include "core/schemas/merge_config.h"
#include "core/schemas/structure_config.h"
#include "core/schemas/yaml_values.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <utility>

namespace fairlead {
namespace {

class Loader {
public:
    Loader(const ConfigRequest& request, const ConfigEnvironment& environment)
        : request_(request), environment_(environment) {}

    LoadedConfig load() {
        loaded_.config = request_.base;
        if (request_.overrides.empty())
            return std::move(loaded_);
        if (!request_.base_is_unstructured) {
            refuse_base();
            return std::move(loaded_);
        }
        ConfigValue config = request_.base;
        for (std::size_t left = request_.overrides.size(); left-- > 0;) {
            if (!merge(config, request_.overrides[left]))
                return std::move(loaded_);
        }
        structure(config);
        return std::move(loaded_);
    }

private:
    /// Lays one card's overrides over the config. False: they cannot be looked at.
    bool merge(ConfigValue& config, const ConfigOverride& given) {
        const auto overrides = values_.read(given.value, given.card);
        if (!overrides) {
            if (values_.trouble() == YamlValues::Trouble::endless)
                raise_earlier_error(config, given);
            refuse_values(given);
            return false;
        }
        MergeNotes notes;
        config = merge_config(config, *overrides, notes);
        add(std::move(notes.issues));
        raise_merge_error(std::move(notes), given);
        try {
            config = process_config(config, environment_.directives);
        } catch (const ConfigDirectiveError& error) {
            raise({.error = card_error(fmt::format("A directive in the {} field of the {} asset card cannot processed.",
                                                   request_.key, given.card_name)),
                   .causes = {{.type = "ConfigDirectiveError", .message = error.what()}},
                   .card_name = given.card_name});
        }
        return true;
    }

    void raise_merge_error(MergeNotes notes, const ConfigOverride& given) {
        if (notes.error)
            raise({.error = card_error(fmt::format("{} field of the {} asset card cannot be merged with the base "
                                                   "configuration.",
                                                   request_.key, given.card_name)),
                   .causes = {{.type = "TypeError", .message = std::move(*notes.error)}},
                   .card_name = given.card_name});
    }

    /// What Python's merging refuses before it comes to a value that contains itself.
    void raise_earlier_error(const ConfigValue& config, const ConfigOverride& given) {
        if (const auto overrides = YamlValues().read_until_endless(given.value, given.card)) {
            MergeNotes notes;
            (void)merge_config(config, *overrides, notes);
            std::erase_if(notes.issues,
                          [](const ConfigIssue& issue) { return issue.what != ConfigIssue::What::directive; });
            add(std::move(notes.issues));
            raise_merge_error(std::move(notes), given);
        }
    }

    /// Nothing can be laid over a base that fairseq2 cannot write down.
    void refuse_base() {
        raise(parse_error());
        loaded_.issues.push_back(
            {.what = ConfigIssue::What::class_error,
             .path = {},
             .class_name = request_.type.class_name,
             .type = {},
             .text = "its own values cannot be written down, so that nothing can be laid over them.",
             .key = {},
             .value = request_.base});
    }

    void refuse_values(const ConfigOverride& given) {
        const bool endless = values_.trouble() == YamlValues::Trouble::endless;
        const AssetError error =
            endless
                ? AssetError{.type = "RecursionError", .message = "maximum recursion depth exceeded"}
                : AssetError{.type = "TooLarge",
                             .message = fmt::format("The configuration has more than {} values when its aliases are "
                                                    "written out.",
                                                    YamlValues::max_values)};
        const ConfigOrigin place{
            .from = ConfigOrigin::From::card, .card = given.card, .range = values_.trouble_range()};
        loaded_.issues.push_back({.what = endless ? ConfigIssue::What::endless : ConfigIssue::What::too_large,
                                  .path = {},
                                  .class_name = {},
                                  .type = {},
                                  .text = error.message,
                                  .key = {},
                                  .value = ConfigValue().with_origin(place)});
        raise({.error = error, .causes = {}, .card_name = given.card_name});
    }

    void structure(const ConfigValue& config) {
        const StructureContext context{.schemas = environment_.schemas, .torch = environment_.torch};
        StructuredConfig structured = structure_config(config, request_.type, context, &request_.base);
        if (request_.type.kind == TypeKind::none)
            for (ConfigIssue& issue : structured.issues)
                issue.what = ConfigIssue::What::no_config;
        add(std::move(structured.issues));
        loaded_.config = std::move(structured.config);
        loaded_.not_known = std::move(structured.not_known);
        if (structured.error) {
            ConfigError& error = *structured.error;
            if (error.error.type != "StructureError") {
                error.card_name = request_.card_name;
                raise(std::move(error));
                return;
            }
            ConfigError raised = parse_error();
            raised.causes.push_back(std::move(error.error));
            std::ranges::move(error.causes, std::back_inserter(raised.causes));
            raise(std::move(raised));
            return;
        }
        validate();
    }

    void validate() {
        ValidationOutcome outcome =
            validate_config(loaded_.config, request_.type, environment_.schemas, environment_.validators);
        std::ranges::move(outcome.not_known, std::back_inserter(loaded_.not_known));
        if (outcome.error.empty())
            return;
        loaded_.issues.push_back({.what = ConfigIssue::What::invalid,
                                  .path = {},
                                  .class_name = request_.type.class_name,
                                  .type = {},
                                  .text = outcome.error,
                                  .key = {},
                                  .value = loaded_.config});
        raise(
            {.error = card_error(fmt::format("{} field of the {} asset card is not a valid {} {} configuration.",
                                             request_.key, request_.card_name, request_.family, request_.family_kind)),
             .causes = {{.type = "ValidationError", .message = std::move(outcome.error)}},
             .card_name = request_.card_name});
    }

    [[nodiscard]] ConfigError parse_error() const {
        return {.error = card_error(fmt::format("{} field of the {} asset card cannot be parsed as of type `{}`.",
                                                request_.key, request_.card_name, request_.type.python)),
                .causes = {},
                .card_name = request_.card_name};
    }

    static AssetError card_error(std::string text) { return {.type = "AssetCardError", .message = std::move(text)}; }

    void raise(ConfigError error) {
        if (!loaded_.error)
            loaded_.error = std::move(error);
    }

    void add(std::vector<ConfigIssue> issues) { std::ranges::move(issues, std::back_inserter(loaded_.issues)); }

    const ConfigRequest& request_;
    const ConfigEnvironment& environment_;
    YamlValues values_;
    LoadedConfig loaded_;
};

} // namespace

LoadedConfig load_config(const ConfigRequest& request, const ConfigEnvironment& environment) {
    return Loader(request, environment).load();
}

} // namespace fairlead
