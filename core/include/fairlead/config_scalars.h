// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_value.h>

#include <concepts>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

template <>
struct Value<bool> {
    static ConfigType type() { return {.kind = ConfigTypeKind::boolean}; }
    static ConfigTree write(bool value) { return {value}; }
    static bool read(const ConfigTree& tree, bool& value) {
        const bool* held = std::get_if<bool>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <std::integral T>
requires(!Character<T>) struct Value<T> {
    static ConfigType type() {
        return {.kind = ConfigTypeKind::integer, .bits = sizeof(T) * 8, .is_signed = std::is_signed_v<T>};
    }
    static ConfigTree write(T value) {
        if (std::in_range<std::int64_t>(value))
            return {static_cast<std::int64_t>(value)};
        return {static_cast<std::uint64_t>(value)};
    }
    // A bool is an integer as it is.
    static bool read(const ConfigTree& tree, T& value) {
        if (const auto* held = std::get_if<bool>(&tree.value))
            return value = *held ? T{1} : T{0}, true;
        if (const auto* held = std::get_if<std::int64_t>(&tree.value))
            return std::in_range<T>(*held) && (value = static_cast<T>(*held), true);
        const auto* held = std::get_if<std::uint64_t>(&tree.value);
        return held != nullptr && std::in_range<T>(*held) && (value = static_cast<T>(*held), true);
    }
};

/// The float that a double is rounded to; nothing where that is beyond the largest one.
[[nodiscard]] FAIRLEAD_API std::optional<float> as_float(double value) noexcept;
/// The double that is written as the float is, `0.1`; the path as Python's pathlib writes it.
[[nodiscard]] FAIRLEAD_API double as_written(float value) noexcept;
[[nodiscard]] FAIRLEAD_API std::string as_written(const std::filesystem::path& value);

template <>
struct Value<double> {
    static ConfigType type() { return {.kind = ConfigTypeKind::real, .bits = 64}; }
    static ConfigTree write(double value) { return {value}; }
    static bool read(const ConfigTree& tree, double& value) {
        const auto* held = std::get_if<double>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <>
struct Value<float> {
    static ConfigType type() { return {.kind = ConfigTypeKind::real, .bits = 32}; }
    static ConfigTree write(float value) { return {as_written(value)}; }
    static bool read(const ConfigTree& tree, float& value) {
        const auto* held = std::get_if<double>(&tree.value);
        const std::optional<float> rounded = held != nullptr ? as_float(*held) : std::nullopt;
        return rounded && (value = *rounded, true);
    }
};

template <>
struct Value<std::string> {
    static ConfigType type() { return {.kind = ConfigTypeKind::string}; }
    static ConfigTree write(const std::string& value) { return {value}; }
    static bool read(const ConfigTree& tree, std::string& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

template <>
struct Value<std::filesystem::path> {
    static ConfigType type() { return {.kind = ConfigTypeKind::path}; }
    static ConfigTree write(const std::filesystem::path& value) { return {as_written(value)}; }
    static bool read(const ConfigTree& tree, std::filesystem::path& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && (value = *held, true);
    }
};

} // namespace configs
} // namespace abi1
} // namespace fairlead
