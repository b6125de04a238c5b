// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_choices.h>
#include <fairlead/config_lists.h>
#include <fairlead/config_problems.h>
#include <fairlead/config_scalars.h>
#include <fairlead/config_sets.h>
#include <fairlead/config_unions.h>

#include <concepts>
#include <cstddef>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>

namespace fairlead {
inline namespace abi1 {

/// A config: a plain struct. What its fields may be, config_class() checks when it is compiled, and says what to do.
///
/// bool, integers, float, double, std::string, std::filesystem::path, Literal, enums, std::optional, std::vector,
/// std::set, std::map<std::string, T>, std::array, std::pair, std::tuple, std::variant, and configs. What is said of
/// the fields stands in a static member: `static constexpr fairlead::FieldDocumentation documentation[] =
/// {{"model_dim", "The width of the model."}};`. A member `ValidationResult validate() const` says what is wrong with
/// an overridden config; of configs within it theirs does.
template <class C>
concept Config = std::is_class_v<C> && std::same_as<C, std::remove_cv_t<C>>;

/// What the struct is: its name, fields, their types and defaults. Made at the first call; it may come from any thread.
template <Config C>
[[nodiscard]] FAIRLEAD_OWN const ConfigClass& config_class();

namespace FAIRLEAD_OWN_NAMES configs {

template <class C, class Do>
void each_field(C& config, Do&& act) {
    using Known = std::remove_const_t<C>;
    if constexpr (check<Known>()) // before what is done with a field: else clang++ does not name one that is none
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            [[maybe_unused]] const auto fields = configs::fields_of(config);
            (act(KnownField<Known, I>(), std::get<I>(fields)), ...);
        }
    (std::make_index_sequence<field_count<Known>>());
}

/// A config within a config.
template <Nested C>
struct Value<C> {
    static ConfigType type() { return {.kind = ConfigTypeKind::config, .config = &config_class<C>}; }
    static ConfigTree write(const C& value) {
        ConfigTree::Mapping mapping;
        configs::each_field(value, [&]<class Known, class T>(Known, const T& field) {
            mapping.push_back({std::string(Known::name), Value<T>::write(field)});
        });
        return {std::move(mapping)};
    }
    static bool read(const ConfigTree& tree, C& value) {
        const auto* mapping = std::get_if<ConfigTree::Mapping>(&tree.value);
        if (mapping == nullptr)
            return false;
        std::size_t found = 0;
        bool fits = true;
        configs::each_field(value, [&]<class Known, class T>(Known, T& field) {
            const ConfigTree* given = tree.find(Known::name);
            found += given != nullptr ? 1U : 0U;
            fits = fits && (given == nullptr || Value<T>::read(*given, field));
        });
        return fits && found == mapping->size();
    }
};

template <class C>
[[nodiscard]] ConfigTree to_tree(const void* config) {
    return Value<C>::write(*static_cast<const C*>(config));
}

template <class C>
[[nodiscard]] std::shared_ptr<void> from_tree(const ConfigTree& tree) {
    auto config = std::make_shared<C>();
    if (!Value<C>::read(tree, *config))
        throw ValueError("The tree is expected to fit the fields of `" + TypeId::of<C>().printed() +
                         "`, but does not.");
    return config;
}

template <class C>
[[nodiscard]] ValidationResult validate(const void* config) {
    return static_cast<const C*>(config)->validate();
}

template <class C>
[[nodiscard]] ConfigClass describe() {
    ConfigClass described{
        .kls = TypeId::of<C>(), .name = TypeId::of<C>().name(), .to_tree = &to_tree<C>, .from_tree = &from_tree<C>};
    if constexpr (HasValidate<C>)
        described.validate = &validate<C>;
    const C defaults{};
    configs::each_field(defaults, [&]<class Known, class T>(Known, const T& field) {
        described.fields.push_back({.name = std::string(Known::name),
                                    .type = Value<T>::type(),
                                    .default_value = Value<T>::write(field),
                                    .documentation = std::string(Known::documentation)});
    });
    return described;
}

} // namespace configs

template <Config C>
const ConfigClass& config_class() {
    if constexpr (configs::check<C>()) {
        static const ConfigClass described = configs::describe<C>();
        return described;
    }
}

} // namespace abi1
} // namespace fairlead
