// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstdint>
#include <fairlead/config_class.h>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

/// The classes of native_classes.py, as an author of C++ writes them.
namespace native_classes {

enum class Color : std::uint8_t { RED = 1, GREEN = 2, BLUE = 5 };

struct Inner {
    std::int64_t x = 3;
    double y = 0.5;
};

struct Holder {
    Inner inner{.x = 1};
    std::optional<std::string> label{};
};

struct Checked {
    std::int64_t low = 1;
    std::int64_t high = 5;

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        if (low > high)
            result.add_error("`low` must not be greater than `high` (" + std::to_string(high) + "), but is " +
                             std::to_string(low) + " instead.");
        if (high > 100)
            result.add_error("`high` must not be greater than 100.");
        return result;
    }
};

struct Native {
    bool a_bool = false;
    std::int64_t an_int = 1;
    double a_float = 1.5;
    std::string a_str = "s";
    std::filesystem::path a_path = "a/b";
    Color a_color = Color::GREEN;
    fairlead::Literal<"a", "b"> a_literal = "b";
    std::optional<bool> opt_bool{};
    std::optional<std::int64_t> opt_int{};
    std::optional<double> opt_float = 2.5;
    std::optional<std::string> opt_str{};
    std::optional<std::filesystem::path> opt_path{};
    std::optional<Color> opt_color{};
    std::optional<fairlead::Literal<"p", "q">> opt_literal{};
    std::vector<std::int64_t> ints = {1, 2};
    std::vector<bool> bools{};
    std::vector<double> floats{};
    std::vector<std::string> strs = {"a"};
    std::vector<std::filesystem::path> paths{};
    std::vector<Color> colors = {Color::RED};
    std::optional<std::vector<std::int64_t>> opt_list{};
    std::optional<std::vector<fairlead::Literal<"p", "q">>> opt_literals{};
    std::set<std::string> str_set = {"en"};
    std::set<std::int64_t> int_set = {2, 10};
    std::set<Color> color_set{};
    std::pair<std::int64_t, std::string> pair = {1, "x"};
    std::array<double, 2> betas = {0.9, 0.99};
    std::vector<std::tuple<std::int64_t, std::int64_t>> pairs = {{1, 2}};
    std::map<std::string, std::int64_t> str_ints = {{"a", 1}};
    std::map<std::string, std::vector<std::string>> str_lists{};
    std::variant<std::int64_t, std::string> int_or_str{};
    std::variant<std::string, std::vector<std::string>> str_or_list = "s";
    std::optional<std::variant<std::int64_t, std::vector<std::int64_t>>> three{};
    std::variant<Inner, std::int64_t> inner_or_int = std::int64_t{0};
    Inner inner{.x = 7};
    std::optional<Inner> opt_inner{};
    std::vector<Inner> inners{};
    std::map<std::string, Inner> inner_map{};
    Holder holder{};
    std::vector<std::vector<std::vector<std::int64_t>>> deep{};
    Checked checked{};
    std::vector<Checked> checks{};
    std::map<std::string, Checked> check_map{};
    std::optional<Checked> opt_checked{};
};

} // namespace native_classes
