// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_directive.h"

#include "core/schemas/config_tree_values.h"
#include "core/yaml/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace fairlead {
namespace {

/// The bytes of a variable as Python has them: what is no UTF-8 becomes lone surrogates (os.fsdecode).
std::string decoded(std::string_view bytes) {
    std::string text;
    std::size_t from = 0;
    while (const auto bad = yaml::find_invalid_utf8(bytes, from)) {
        text += bytes.substr(from, bad->begin - from);
        const std::size_t end = std::max(bad->end, bad->begin + 1);
        for (const char c : bytes.substr(bad->begin, end - bad->begin)) {
            const auto byte = static_cast<unsigned char>(c); // U+DC00 + byte in three bytes
            text += '\xED';
            text += static_cast<char>(0xB0 | (byte >> 6));
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
        from = end;
    }
    text += bytes.substr(from);
    return text;
}

class ReplaceEnvDirective final : public ConfigDirective {
public:
    explicit ReplaceEnvDirective(VariableLookup variable) : variable_(std::move(variable)) {}

    [[nodiscard]] ConfigTree execute(const std::string& text, const ConfigTree&) const override {
        return to_config_tree(replaced(ConfigValue::string(text)));
    }

    /// Keeps the origin, and which variables were asked.
    [[nodiscard]] ConfigValue replaced(const ConfigValue& value) const {
        const std::string_view text = value.text();
        if (text.find(opening) == std::string_view::npos)
            return value;
        std::string output;
        std::string names(value.variables());
        const std::size_t last_closing = text.rfind('}');
        std::size_t at = 0;
        while (true) {
            const std::size_t begin = text.find(opening, at);
            if (begin == std::string_view::npos)
                break;
            const std::size_t end = replace(text, begin, last_closing, output, names, at);
            if (end == 0) { // no directive: its first character stays
                output += text.substr(at, begin + 1 - at);
                at = begin + 1;
            } else {
                at = end;
            }
        }
        output += text.substr(at);
        if (names.empty())
            return value;
        return ConfigValue::string(std::move(output)).with_origin(value.origin()).with_variables(std::move(names));
    }

private:
    static constexpr std::string_view opening = "${env:";

    static bool is_name_part(char c, bool first) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (!first && c >= '0' && c <= '9');
    }

    /// Appends what comes before the directive and what replaces it. Gives where it ends; 0: it is none.
    std::size_t replace(std::string_view text, std::size_t begin, std::size_t last_closing, std::string& output,
                        std::string& names, std::size_t copied) const {
        const std::size_t name_begin = begin + opening.size();
        std::size_t name_end = name_begin;
        while (name_end < text.size() && is_name_part(text[name_end], name_end == name_begin))
            ++name_end;
        if (name_end == name_begin || name_end == text.size() || last_closing == std::string_view::npos ||
            last_closing < name_end)
            return 0;
        std::string_view fallback;
        std::size_t closing = name_end;
        if (text[name_end] == ':') {
            closing = text.find('}', name_end);
            fallback = text.substr(name_end + 1, closing - name_end - 1);
        }
        if (text[closing] != '}')
            return 0;
        const std::string name(text.substr(name_begin, name_end - name_begin));
        const char* const set = variable_ ? variable_(name.c_str()) : std::getenv(name.c_str());
        output += text.substr(copied, begin - copied);
        output += set ? decoded(set) : std::string(fallback);
        if (names.size() < 1000) // they are for people
            names += (names.empty() ? "" : ", ") + name;
        return closing + 1;
    }

    VariableLookup variable_;
};

class Processor {
public:
    Processor(const ConfigValue& config, std::span<const std::shared_ptr<const ConfigDirective>> directives)
        : config_(config) {
        for (const auto& directive : directives)
            steps_.push_back({*directive, dynamic_cast<const ReplaceEnvDirective*>(directive.get())});
    }

    ConfigValue process(const ConfigValue& value) {
        switch (value.kind()) {
        case ConfigValue::Kind::list:
            return process_elements(value);
        case ConfigValue::Kind::mapping:
        case ConfigValue::Kind::omap:
            return process_entries(value);
        case ConfigValue::Kind::string: {
            ConfigValue text = value;
            for (const Step& step : steps_) {
                text = step.replaces_env != nullptr ? step.replaces_env->replaced(text) : executed(step, text);
                if (!text.is_string())
                    break;
            }
            return text;
        }
        default:
            return value;
        }
    }

private:
    struct Step {
        const ConfigDirective& directive;
        const ReplaceEnvDirective* replaces_env; // if it is that
    };

    ConfigValue executed(const Step& step, const ConfigValue& text) {
        if (!tree_)
            tree_ = to_config_tree(config_);
        const std::string given(text.text());
        const ConfigTree made = step.directive.execute(given, *tree_);
        if (const auto* same = std::get_if<std::string>(&made.value); same != nullptr && *same == given)
            return text;
        return to_config_value(made, text.origin());
    }

    // Most of a config has no directive: nothing is copied before one is met.
    ConfigValue process_elements(const ConfigValue& value) {
        const auto elements = value.elements();
        for (std::size_t index = 0; index < elements.size(); ++index) {
            ConfigValue first = process(elements[index]);
            if (is_same(first, elements[index]))
                continue;
            std::vector<ConfigValue> made(elements.begin(), elements.begin() + static_cast<std::ptrdiff_t>(index));
            made.reserve(elements.size());
            made.push_back(std::move(first));
            for (const ConfigValue& element : elements.subspan(index + 1))
                made.push_back(process(element));
            return ConfigValue::list(std::move(made)).with_origin(value.origin());
        }
        return value;
    }

    ConfigValue process_entries(const ConfigValue& value) {
        const auto entries = value.entries();
        std::vector<ConfigValue::Entry> made;
        // An ordereddict is a dict, and becomes a plain one.
        bool same = value.kind() == ConfigValue::Kind::mapping;
        for (std::size_t index = 0; index < entries.size(); ++index) {
            ConfigValue processed = process(entries[index].value);
            if (same && is_same(processed, entries[index].value))
                continue;
            if (same) {
                made.assign(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(index));
                same = false;
            }
            made.push_back({entries[index].key, std::move(processed)});
        }
        return same ? value : ConfigValue::mapping(std::move(made)).with_origin(value.origin());
    }

    // Nothing in it was replaced.
    static bool is_same(const ConfigValue& made, const ConfigValue& value) {
        return made.kind() == value.kind() && made.shares(value);
    }

    const ConfigValue& config_;
    std::optional<ConfigTree> tree_; // of config_, once an extension's directive is asked
    std::vector<Step> steps_;
};

} // namespace

inline namespace abi1 {

ConfigDirective::~ConfigDirective() = default;
ConfigDirectiveError::~ConfigDirectiveError() = default;

} // namespace abi1

std::unique_ptr<ConfigDirective> replace_env_directive(VariableLookup variable) {
    return std::make_unique<ReplaceEnvDirective>(std::move(variable));
}

ConfigValue process_config(const ConfigValue& config,
                           std::span<const std::shared_ptr<const ConfigDirective>> directives) {
    return directives.empty() ? config : Processor(config, directives).process(config);
}

} // namespace fairlead
