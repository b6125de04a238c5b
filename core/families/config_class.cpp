// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "core/families/config_class_schemas.h"
#include "core/schemas/config_tree_values.h"
#include "core/schemas/structure_config.h"

#include <array>
#include <charconv>
#include <cmath>
#include <fairlead/config_scalars.h>
#include <fairlead/config_sets.h>
#include <fairlead/dependency_container.h>
#include <limits>
#include <optional>
#include <string_view>

namespace fairlead {
inline namespace abi1 {
namespace {

/// FNV-1a: the same in every process.
class Fingerprint {
public:
    void add(std::string_view text) {
        for (const char c : text)
            add_byte(static_cast<unsigned char>(c));
        add_byte(0xff); // no byte of a name
    }
    void add(const ConfigType& type) {
        add_byte(static_cast<unsigned char>(type.kind));
        add_byte(type.bits);
        add_byte(type.is_signed ? 1 : 0);
        for (const std::string& value : type.values)
            add(value);
        if (type.enumeration)
            add(type.enumeration->name());
        if (type.config != nullptr)
            add(type.config().name);
        for (const ConfigType& arg : type.args)
            add(arg);
        add_byte(0xfe);
    }
    [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

private:
    void add_byte(unsigned char byte) noexcept {
        value_ ^= byte;
        value_ *= 0x100000001b3U;
    }

    std::uint64_t value_ = 0xcbf29ce484222325U;
};

} // namespace

std::uint64_t fields_fingerprint(const ConfigClass& kls) {
    Fingerprint fingerprint;
    for (const ConfigClassField& field : kls.fields) {
        fingerprint.add(field.name);
        fingerprint.add(field.type);
    }
    return fingerprint.value();
}

void note_config_class(DependencyContainer& container, const ConfigClass& kls) {
    for (const ConfigClass* one : all_config_classes(kls))
        container.note_fields(one->kls, fields_fingerprint(*one));
}

namespace configs {

std::optional<float> as_float(double value) noexcept {
    // From the middle between the largest float and the next power of two on, which is none any more.
    constexpr double beyond = 0x1.ffffffp127;
    constexpr float largest = std::numeric_limits<float>::max();
    const double magnitude = std::abs(value);
    if (magnitude <= largest || !std::isfinite(value))
        return static_cast<float>(value);
    if (magnitude >= beyond)
        return std::nullopt;
    return value < 0 ? -largest : largest;
}

double as_written(float value) noexcept {
    if (!std::isfinite(value))
        return value;
    std::array<char, 32> text{};
    const char* const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    double written = 0;
    std::from_chars(text.data(), end, written);
    return written;
}

ConfigTree::List in_set_order(ConfigTree::List elements) {
    std::vector<ConfigValue> values;
    values.reserve(elements.size());
    for (const ConfigTree& element : elements)
        values.push_back(to_config_value(element));
    sort_set(values);
    elements.clear();
    for (const ConfigValue& value : values)
        elements.push_back(to_config_tree(value));
    return elements;
}

std::string as_written(const std::filesystem::path& value) { return python::path_text(value.string()); }

} // namespace configs
} // namespace abi1
} // namespace fairlead
