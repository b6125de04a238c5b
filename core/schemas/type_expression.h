// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// What fairseq2 tells apart when it structures a value (utils/structured.py).
enum class TypeKind : std::uint8_t {
    boolean,
    integer,
    real,
    string,
    none,
    object, ///< anything
    path,
    dtype,
    device,
    list, ///< Sequence too
    set,  ///< the abstract Set too
    dict, ///< Mapping too
    tuple,
    union_,
    literal,
    enumeration,
    dataclass,
    unsupported, ///< a value of it is a raw ValueError
};

/// `bool`, `int`, …, `union`, `enum`, as a snapshot names it.
[[nodiscard]] std::string_view to_string(TypeKind kind) noexcept;
[[nodiscard]] std::optional<TypeKind> type_kind(std::string_view name) noexcept;

/// Another name of an enum's member.
struct EnumAlias {
    std::string name{};
    std::string member{};

    bool operator==(const EnumAlias&) const = default;
};

/// What a number of C++ holds.
struct NumberWidth {
    unsigned char bits = 0; ///< 0: a number of Python, whose integers have no end
    bool is_signed = true;

    bool operator==(const NumberWidth&) const = default;
};

/// The type of a config's field, as a tree.
struct TypeExpression {
    TypeKind kind = TypeKind::unsupported;
    std::string python{};               ///< as Python prints it, for fairseq2's texts: `<class 'int'>`, `int | None`
    std::vector<TypeExpression> args{}; ///< of list, set, dict, tuple and union; none: a bare list, set, dict or tuple
    bool variadic = false;              ///< `tuple[T, ...]`
    std::vector<std::string> values{};  ///< of a Literal as Python prints them; names of an enum's members
    std::vector<std::size_t> no_strings{}; ///< those values of a Literal that are no text, which nothing equals
    std::vector<EnumAlias> aliases{};
    std::string class_name{}; ///< of an enum or a dataclass, with its module
    NumberWidth width{};      ///< of an integer or a real

    bool operator==(const TypeExpression&) const = default;
};

/// The config class that a value of this type is, also in a union: the first one; empty if there is none.
[[nodiscard]] std::string_view nested_class(const TypeExpression& type) noexcept;

} // namespace fairlead
