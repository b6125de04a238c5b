// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_enumerators.h>
#include <fairlead/config_value.h>
#include <fairlead/error.h>
#include <fairlead/literal.h>

#include <string>
#include <type_traits>
#include <variant>

// What is one of some names: literals and enums.
namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

template <LiteralText... texts>
struct Value<Literal<texts...>> {
    using T = Literal<texts...>;
    static ConfigType type() {
        return {.kind = ConfigTypeKind::literal, .values = {T::values.begin(), T::values.end()}};
    }
    static ConfigTree write(const T& value) { return {std::string(value.view())}; }
    static bool read(const ConfigTree& tree, T& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        return held != nullptr && value.assign(*held);
    }
};

template <class E>
requires std::is_enum_v<E>
struct Value<E> {
    static_assert(HasFixedType<E>,
                  "fairlead: the members of this enum cannot be found: give it a type, enum class E, or "
                  "enum E : int");
    static_assert(
        count_enumerators<E>() > 0,
        "fairlead: no member of this enum was found: specialise fairlead::enum_range for it, which says among "
        "which values they lie");
    static ConfigType type() {
        ConfigType type{.kind = ConfigTypeKind::enumeration, .enumeration = TypeId::of<E>()};
        for (const Enumerator<E>& member : enumerators<E>)
            type.values.emplace_back(member.name);
        return type;
    }
    static ConfigTree write(E value) {
        for (const Enumerator<E>& member : enumerators<E>)
            if (member.value == value)
                return {std::string(member.name)};
        throw ValueError("`" + TypeId::of<E>().name() + "` has no member of the value " +
                         std::to_string(static_cast<long long>(value)) +
                         ". If it has, fairlead::enum_range is too narrow for it.");
    }
    static bool read(const ConfigTree& tree, E& value) {
        const auto* held = std::get_if<std::string>(&tree.value);
        if (held != nullptr)
            for (const Enumerator<E>& member : enumerators<E>)
                if (member.name == *held) {
                    value = member.value;
                    return true;
                }
        return false;
    }
};

} // namespace configs
} // namespace abi1
} // namespace fairlead
