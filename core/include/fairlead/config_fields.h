// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

/// Marks namespaces of what each library keeps a copy of its own of. Variables of a template need FAIRLEAD_OWN besides:
/// g++ does not see that they are in one.
#define FAIRLEAD_OWN_NAMES [[gnu::visibility("hidden")]]

// The fields of a plain struct, without a macro of the struct's author.
namespace fairlead {
inline namespace abi1 {
namespace FAIRLEAD_OWN_NAMES configs {

inline constexpr std::size_t most_fields = 64;

// Lists of up to 64 of something: `l` is the letter of a group of eight.
#define FAIRLEAD_1(X, l) X(l, 0)
#define FAIRLEAD_2(X, l) FAIRLEAD_1(X, l), X(l, 1)
#define FAIRLEAD_3(X, l) FAIRLEAD_2(X, l), X(l, 2)
#define FAIRLEAD_4(X, l) FAIRLEAD_3(X, l), X(l, 3)
#define FAIRLEAD_5(X, l) FAIRLEAD_4(X, l), X(l, 4)
#define FAIRLEAD_6(X, l) FAIRLEAD_5(X, l), X(l, 5)
#define FAIRLEAD_7(X, l) FAIRLEAD_6(X, l), X(l, 6)
#define FAIRLEAD_8(X, l) FAIRLEAD_7(X, l), X(l, 7)
#define FAIRLEAD_BEFORE_a(X)
#define FAIRLEAD_BEFORE_b(X) FAIRLEAD_8(X, a),
#define FAIRLEAD_BEFORE_c(X) FAIRLEAD_BEFORE_b(X) FAIRLEAD_8(X, b),
#define FAIRLEAD_BEFORE_d(X) FAIRLEAD_BEFORE_c(X) FAIRLEAD_8(X, c),
#define FAIRLEAD_BEFORE_e(X) FAIRLEAD_BEFORE_d(X) FAIRLEAD_8(X, d),
#define FAIRLEAD_BEFORE_f(X) FAIRLEAD_BEFORE_e(X) FAIRLEAD_8(X, e),
#define FAIRLEAD_BEFORE_g(X) FAIRLEAD_BEFORE_f(X) FAIRLEAD_8(X, f),
#define FAIRLEAD_BEFORE_h(X) FAIRLEAD_BEFORE_g(X) FAIRLEAD_8(X, g),
#define FAIRLEAD_LIST(X, l, i) FAIRLEAD_BEFORE_##l(X) FAIRLEAD_##i(X, l)
#define FAIRLEAD_SIZE(l, i) std::size_t((#l[0] - 'a') * 8 + (i))
#define FAIRLEAD_GROUP(DO, l) DO(l, 1) DO(l, 2) DO(l, 3) DO(l, 4) DO(l, 5) DO(l, 6) DO(l, 7) DO(l, 8)
#define FAIRLEAD_EACH(DO)                                                                                              \
    FAIRLEAD_GROUP(DO, a)                                                                                              \
    FAIRLEAD_GROUP(DO, b)                                                                                              \
    FAIRLEAD_GROUP(DO, c)                                                                                              \
    FAIRLEAD_GROUP(DO, d)                                                                                              \
    FAIRLEAD_GROUP(DO, e) FAIRLEAD_GROUP(DO, f) FAIRLEAD_GROUP(DO, g) FAIRLEAD_GROUP(DO, h)
#define FAIRLEAD_NAME(l, i) l##i
#define FAIRLEAD_BRACES(l, i)                                                                                          \
    {}

/// Turns into a base class of C, or into what a field of no default is: what `{}` does not stand for.
template <class C>
struct AnyBase {
    template <class T>
    requires(std::is_base_of_v<T, C> && !std::is_same_v<T, C>) operator T() const;
};
template <class C>
struct AnyField {
    template <class T>
    requires(!std::is_same_v<std::remove_cv_t<T>, C>) operator T&() const;
};

/// Turns into a union, an unnamed one too.
struct AnyUnion {
    template <class T>
    requires std::is_union_v<T>
    operator T() const;
};

/// Turns into nothing: what can be made of it can be made of anything, as a std::any can.
struct Whatever {};

/// How many elements of C can be given as `{}`: C's fields, but those that are references or have no default.
template <class C>
[[nodiscard]] consteval std::size_t count_fields() {
    std::size_t count = 0;
#define FAIRLEAD_COUNT(l, i)                                                                                           \
    if constexpr (requires { C{FAIRLEAD_LIST(FAIRLEAD_BRACES, l, i)}; })                                               \
        count = FAIRLEAD_SIZE(l, i);
    FAIRLEAD_EACH(FAIRLEAD_COUNT)
#undef FAIRLEAD_COUNT
    return count;
}

template <class C>
concept BeginsWithWhatever = requires {
    C{Whatever{}};
};
template <class C>
concept HasBase = !BeginsWithWhatever<C> && requires {
    C{AnyBase<C>{}};
};
template <class C>
concept HasTooMany = requires {
    C{FAIRLEAD_LIST(FAIRLEAD_BRACES, h, 8), {}};
};

/// Whether there is a field more than `{}` can stand for.
template <class C>
[[nodiscard]] consteval bool has_field_without_default() {
    constexpr std::size_t count = count_fields<C>();
    bool found = false;
    if constexpr (count == 0)
        found = requires { C{AnyField<C>{}}; };
#define FAIRLEAD_ONE_MORE(l, i)                                                                                        \
    if constexpr (count == FAIRLEAD_SIZE(l, i))                                                                        \
        found = requires { C{FAIRLEAD_LIST(FAIRLEAD_BRACES, l, i), AnyField<C>{}}; };
    FAIRLEAD_EACH(FAIRLEAD_ONE_MORE)
#undef FAIRLEAD_ONE_MORE
    return found;
}

/// Whether a field is a union, an unnamed one too.
template <class C>
[[nodiscard]] consteval bool has_union() {
    constexpr std::size_t count = count_fields<C>();
    bool found = false;
    if constexpr (count > 0)
        found = !BeginsWithWhatever<C> && requires { C{AnyUnion{}}; };
#define FAIRLEAD_UNION(l, i)                                                                                           \
    if constexpr (FAIRLEAD_SIZE(l, i) < count)                                                                         \
        if constexpr (requires { C{FAIRLEAD_LIST(FAIRLEAD_BRACES, l, i), AnyUnion{}}; })                               \
            found = found || !requires { C{FAIRLEAD_LIST(FAIRLEAD_BRACES, l, i), Whatever{}}; };
    FAIRLEAD_EACH(FAIRLEAD_UNION)
#undef FAIRLEAD_UNION
    return found;
}

/// In place of the fields' references, where there is none to one of them.
struct BitField {};
#ifdef __clang__
#define FAIRLEAD_CAN_TIE(...) true // it may not be asked, and says in words of its own that a field is a bit-field
#else
#define FAIRLEAD_CAN_TIE(...)                                                                                          \
    requires { std::tie(__VA_ARGS__); }
#endif

/// References to the fields, as a std::tuple. C has a binding for each: see check().
template <class C>
[[nodiscard]] constexpr auto fields_of(C& config) noexcept {
    constexpr std::size_t count = count_fields<std::remove_const_t<C>>();
    if constexpr (count == 0) {
        return std::tuple<>();
    }
#define FAIRLEAD_TIE(l, i)                                                                                             \
    else if constexpr (count == FAIRLEAD_SIZE(l, i)) {                                                                 \
        auto& [FAIRLEAD_LIST(FAIRLEAD_NAME, l, i)] = config;                                                           \
        if constexpr (FAIRLEAD_CAN_TIE(FAIRLEAD_LIST(FAIRLEAD_NAME, l, i)))                                            \
            return std::tie(FAIRLEAD_LIST(FAIRLEAD_NAME, l, i));                                                       \
        else                                                                                                           \
            return BitField();                                                                                         \
    }
    FAIRLEAD_EACH(FAIRLEAD_TIE)
#undef FAIRLEAD_TIE
}

#undef FAIRLEAD_CAN_TIE
#undef FAIRLEAD_BRACES
#undef FAIRLEAD_NAME
#undef FAIRLEAD_EACH
#undef FAIRLEAD_GROUP
#undef FAIRLEAD_SIZE
#undef FAIRLEAD_LIST
#undef FAIRLEAD_BEFORE_h
#undef FAIRLEAD_BEFORE_g
#undef FAIRLEAD_BEFORE_f
#undef FAIRLEAD_BEFORE_e
#undef FAIRLEAD_BEFORE_d
#undef FAIRLEAD_BEFORE_c
#undef FAIRLEAD_BEFORE_b
#undef FAIRLEAD_BEFORE_a
#undef FAIRLEAD_8
#undef FAIRLEAD_7
#undef FAIRLEAD_6
#undef FAIRLEAD_5
#undef FAIRLEAD_4
#undef FAIRLEAD_3
#undef FAIRLEAD_2
#undef FAIRLEAD_1

} // namespace configs
} // namespace abi1
} // namespace fairlead
