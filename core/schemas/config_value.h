// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/yaml/value.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Where a key or a value of a config comes from.
struct ConfigOrigin {
    enum class From : std::uint8_t {
        unknown,
        class_default,
        architecture,
        card,
    };
    From from = From::unknown;
    CardRef card{};          ///< of From::card
    yaml::TextRange range{}; ///< of From::card: where it is written in the card's document

    friend bool operator==(const ConfigOrigin&, const ConfigOrigin&) = default;
};

/// A value of a config as Python has it before and after structuring: scalars, lists, mappings, each with its origin.
///
/// A value that is cheap to copy, as copies share what it holds; it may be read from any thread. Kinds are those of
/// YAML, but `pairs`, which is a list of tuples for Python.
class ConfigValue {
public:
    using Kind = yaml::Kind;
    struct Entry;

    ConfigValue() = default; ///< null
    [[nodiscard]] static ConfigValue boolean(bool value) noexcept;
    [[nodiscard]] static ConfigValue integer(std::int64_t value) noexcept;
    /// An integer in decimal, or in hexadecimal (`0x…`) where it has more digits than Python prints.
    [[nodiscard]] static ConfigValue integer(std::string_view digits);
    [[nodiscard]] static ConfigValue real(double value) noexcept;
    [[nodiscard]] static ConfigValue string(std::string text);
    /// A date or datetime as isoformat(), or bytes.
    [[nodiscard]] static ConfigValue text(Kind kind, std::string text);
    /// A datetime as isoformat(), and the name of its zone, which Python shows in its repr().
    [[nodiscard]] static ConfigValue datetime(std::string iso, std::string zone);
    /// A list, tuple or set.
    [[nodiscard]] static ConfigValue list(std::vector<ConfigValue> elements, Kind kind = Kind::list);
    /// A mapping or omap. Keys are taken to be different.
    [[nodiscard]] static ConfigValue mapping(std::vector<Entry> entries, Kind kind = Kind::mapping);

    [[nodiscard]] Kind kind() const noexcept { return kind_; }
    [[nodiscard]] bool is_null() const noexcept { return kind_ == Kind::null; }
    [[nodiscard]] bool is_string() const noexcept { return kind_ == Kind::string; }
    [[nodiscard]] bool is_mapping() const noexcept { return kind_ == Kind::mapping || kind_ == Kind::omap; }
    /// What Python's abstract Sequence takes: list, tuple, string, bytes.
    [[nodiscard]] bool is_sequence() const noexcept;

    [[nodiscard]] bool boolean() const noexcept { return kind_ == Kind::boolean && integer_ != 0; }
    /// The integer, if it fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const noexcept;
    [[nodiscard]] std::string integer_text() const;
    [[nodiscard]] double real() const noexcept { return kind_ == Kind::real ? real_ : 0.0; }
    /// Of a string, a date, a datetime, bytes; else empty.
    [[nodiscard]] std::string_view text() const noexcept;
    /// Of a datetime with a zone: its name. Else empty.
    [[nodiscard]] std::string_view zone() const noexcept;
    /// Of a list, tuple or set.
    [[nodiscard]] std::span<const ConfigValue> elements() const noexcept;
    /// Of a mapping or omap.
    [[nodiscard]] std::span<const Entry> entries() const noexcept;
    /// The value of a string key, or null if there is none.
    [[nodiscard]] const ConfigValue* find(std::string_view key) const noexcept;

    [[nodiscard]] const ConfigOrigin& origin() const noexcept { return origin_; }
    /// The variables of the environment that its text was made with, joined by `, `; empty: none.
    [[nodiscard]] std::string_view variables() const noexcept;

    [[nodiscard]] ConfigValue with_origin(const ConfigOrigin& origin) const;
    /// With the origin and the variables of the value that it was made of.
    [[nodiscard]] ConfigValue made_of(const ConfigValue& source) const;
    [[nodiscard]] ConfigValue with_variables(std::string variables) const;
    /// Whether both hold the very same storage (scalars have none).
    [[nodiscard]] bool shares(const ConfigValue& other) const noexcept { return node_ == other.node_; }

    /// The same value of the same type, wherever it comes from; a nan equals itself.
    friend bool operator==(const ConfigValue& left, const ConfigValue& right) noexcept;

private:
    struct Node;

    Kind kind_ = Kind::null;
    ConfigOrigin origin_;
    union {
        std::int64_t integer_ = 0;
        double real_;
    };
    std::shared_ptr<const Node> node_; // of a scalar: only if it has variables or is a big integer
};

/// A key of a mapping and its value.
struct ConfigValue::Entry {
    ConfigValue key;
    ConfigValue value;
};

/// A text that two values share if and only if they are equal as keys of a Python dictionary: 1, 1.0 and true are.
[[nodiscard]] std::string python_key(const ConfigValue& value);

} // namespace fairlead
