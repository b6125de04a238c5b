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

namespace my_package {

enum class NormOrder : std::uint8_t { POST = 1, PRE = 2, PRE_WITH_NORMFORMER = 7 };
enum Signed : int { minus = -3, none = 0, plus = 100 };
enum class Far { near = 1, far = 4000 };

struct Norm {
    double eps = 1e-5;
    bool learned = true;
    static constexpr fairlead::FieldDocumentation documentation[] = {
        {"eps", "What is added to the variance."},
    };
};

/// A config that holds its own kind.
struct Layer {
    std::int32_t dim = 4;
    std::vector<Layer> inner = {};
};

/// Every type that a field may have.
struct Everything {
    bool a_bool = true;
    std::int8_t i8 = -8;
    std::uint8_t u8 = 200;
    std::int16_t i16 = -16;
    std::uint16_t u16 = 16;
    std::int32_t i32 = -32;
    std::uint32_t u32 = 32;
    std::int64_t i64 = -64;
    std::uint64_t u64 = 18446744073709551615U;
    long long longest = 1;
    float a_float = 0.1F;
    double a_double = 0.1;
    std::string a_string = "s";
    std::filesystem::path a_path = "a//b/";
    NormOrder order = NormOrder::PRE;
    Signed a_signed = minus;
    Far a_far = Far::far;
    fairlead::Literal<"sp", "tik'token"> impl = "tik'token";
    std::optional<fairlead::Literal<"p", "q">> opt_literal;
    std::variant<int, fairlead::Literal<"p", "q">> int_or_literal;
    std::optional<std::variant<int, fairlead::Literal<"p", "q">>> three_literals;
    std::optional<int> opt_int;
    std::optional<std::string> opt_string = "x";
    std::vector<std::string> strings = {"a", "b"};
    std::vector<bool> bools = {true, false};
    std::set<std::string> langs = {"en", "de"};
    std::map<std::string, double> weights = {{"b", 2.0}, {"a", 1.0}};
    std::array<double, 2> betas = {0.9, 0.99};
    std::pair<int, std::string> pair = {1, "x"};
    std::tuple<int, bool, NormOrder> triple = {1, false, NormOrder::POST};
    std::variant<int, std::string> int_or_string = "text";
    std::optional<std::variant<int, std::vector<int>>> three;
    Norm norm{};
    std::optional<Norm> opt_norm;
    std::vector<Norm> norms = {Norm{.eps = 1.0}};
    std::map<std::string, Norm> named_norms;
    Layer layer{.dim = 8, .inner = {Layer{}}};
    std::vector<std::vector<std::optional<NormOrder>>> deep = {{NormOrder::PRE, std::nullopt}};
};

struct Checked {
    int width = 2;
    int heads = 1;
    std::vector<Norm> norms{};

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        if (width < 1)
            result.add_error("`width` must be positive.");
        if (heads > width)
            result.add_error("`heads` must be less than `width`.");
        return result;
    }
};

struct Holder {
    Checked checked{};
    std::map<std::string, Checked> by_name;
};

struct Nothing {};

// clang-format off
/// As many fields as there may be.
struct Many {
    int a0 = 0, a1 = 1, a2 = 2, a3 = 3, a4 = 4, a5 = 5, a6 = 6, a7 = 7;
    int b0 = 8, b1 = 9, b2 = 10, b3 = 11, b4 = 12, b5 = 13, b6 = 14, b7 = 15;
    int c0 = 16, c1 = 17, c2 = 18, c3 = 19, c4 = 20, c5 = 21, c6 = 22, c7 = 23;
    int d0 = 24, d1 = 25, d2 = 26, d3 = 27, d4 = 28, d5 = 29, d6 = 30, d7 = 31;
    int e0 = 32, e1 = 33, e2 = 34, e3 = 35, e4 = 36, e5 = 37, e6 = 38, e7 = 39;
    int f0 = 40, f1 = 41, f2 = 42, f3 = 43, f4 = 44, f5 = 45, f6 = 46, f7 = 47;
    int g0 = 48, g1 = 49, g2 = 50, g3 = 51, g4 = 52, g5 = 53, g6 = 54, g7 = 55;
    int h0 = 56, h1 = 57, h2 = 58, h3 = 59, h4 = 60, h5 = 61, h6 = 62, h7 = 63;
};
// clang-format on

} // namespace my_package

template <>
inline constexpr fairlead::EnumRange fairlead::enum_range<my_package::Far>{0, 4096};
