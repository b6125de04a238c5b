// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/config_dictionary.h"
#include "core/schemas/python_print.h"
#include "core/schemas/structurer.h"
#include "core/yaml/characters.h"

#include <algorithm>
#include <fmt/format.h>
#include <unordered_set>
#include <utility>

namespace fairlead {
namespace {

using Kind = ConfigValue::Kind;

/// The class behind a bare `list`, `Sequence`, `typing.List`, ….
std::string origin_text(const TypeExpression& type) {
    static constexpr std::pair<std::string_view, std::string_view> aliases[] = {
        {"typing.List", "list"},
        {"typing.Set", "set"},
        {"typing.Dict", "dict"},
        {"typing.Tuple", "tuple"},
        {"typing.Sequence", "collections.abc.Sequence"},
        {"typing.AbstractSet", "collections.abc.Set"},
        {"typing.Mapping", "collections.abc.Mapping"},
        {"tuple[()]", "tuple"},
    };
    for (const auto& [alias, name] : aliases)
        if (type.python == alias)
            return fmt::format("<class '{}'>", name);
    return type.python;
}

std::string no_element_type(const TypeExpression& type) {
    return fmt::format("`target_type` must have an element type expression for `{}`.", origin_text(type));
}

/// What Python's iteration over a sequence gives: a text its letters, bytes their numbers.
std::vector<ConfigValue> elements_of(const ConfigValue& value) {
    std::vector<ConfigValue> elements;
    if (value.is_string()) {
        const std::string_view text = value.text();
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t size = std::min<std::size_t>(yaml::character_size(text.data() + at), text.size() - at);
            elements.push_back(ConfigValue::string(std::string(text.substr(at, size))).made_of(value));
            at += size;
        }
    } else if (value.kind() == Kind::bytes) {
        for (const char c : value.text())
            elements.push_back(ConfigValue::integer(static_cast<unsigned char>(c)).made_of(value));
    } else {
        elements.assign(value.elements().begin(), value.elements().end());
    }
    return elements;
}

/// As the recording sorts sets: by type, then as Python shows them.
bool comes_before(const ConfigValue& left, const ConfigValue& right) {
    const auto key = [](const ConfigValue& value) {
        return std::pair(python::type_name(value), value.is_string() ? python::repr(value) : python_key(value));
    };
    return key(left) < key(right);
}

} // namespace

void sort_set(std::vector<ConfigValue>& elements) { std::ranges::sort(elements, comes_before); }

bool Structurer::elements(const ConfigValue& in, const TypeExpression& element, std::vector<ConfigValue>& made) {
    const std::vector<ConfigValue> given = elements_of(in);
    made.reserve(given.size());
    for (std::size_t index = 0; index < given.size(); ++index) {
        path_.push_back({.index = index});
        const bool fits = structure(given[index], element, nullptr, made.emplace_back());
        leave(fits);
        if (!fits) {
            if (failure_.raw)
                return false;
            return link(fmt::format("Element {} at index {} cannot be structured as {}.", python::str(given[index]),
                                    index, element.python));
        }
    }
    return true;
}

bool Structurer::list(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    if (!in.is_sequence())
        return fail(fmt::format("Value must be of type `<class 'collections.abc.Sequence'>`, but is of type `{}` "
                                "instead.",
                                python::type_text(in)),
                    in);
    if (type.args.size() != 1)
        return fail_raw("ValueError", no_element_type(type), in, ConfigIssue::What::unsupported);
    std::vector<ConfigValue> made;
    if (!elements(in, type.args.front(), made))
        return false;
    out = ConfigValue::list(std::move(made)).made_of(in);
    return true;
}

bool Structurer::tuple(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    if (!in.is_sequence())
        return fail(fmt::format("Value must be of type `<class 'tuple'>` or `<class 'collections.abc.Sequence'>`, but "
                                "is of type `{}` instead.",
                                python::type_text(in)),
                    in);
    if (type.args.empty())
        return fail_raw("ValueError", no_element_type(type), in, ConfigIssue::What::unsupported);
    std::vector<ConfigValue> made;
    if (type.variadic) {
        if (!elements(in, type.args.front(), made))
            return false;
        out = ConfigValue::list(std::move(made)).made_of(in);
        return true;
    }
    const std::vector<ConfigValue> given = elements_of(in);
    if (given.size() != type.args.size())
        return fail(fmt::format("Value must be have {} element(s), but has {} element(s) instead.", type.args.size(),
                                given.size()),
                    in);
    made.resize(given.size());
    for (std::size_t index = 0; index < given.size(); ++index) {
        path_.push_back({.index = index});
        const bool fits = structure(given[index], type.args[index], nullptr, made[index]);
        leave(fits);
        if (!fits) {
            return link(fmt::format("Element at index {} cannot be structured.", index));
        }
    }
    out = ConfigValue::list(std::move(made)).made_of(in);
    return true;
}

bool Structurer::set(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    const bool is_set = in.kind() == Kind::set;
    if (!is_set && !in.is_sequence())
        return fail(fmt::format("Value must be of type `<class 'set'>` or `<class 'collections.abc.Sequence'>`, but is "
                                "of type `{}` instead.",
                                python::type_text(in)),
                    in);
    if (type.args.size() != 1)
        return fail_raw("ValueError", no_element_type(type), in, ConfigIssue::What::unsupported);
    const std::vector<ConfigValue> given = elements_of(in);
    std::vector<ConfigValue> made;
    for (std::size_t index = 0; index < given.size(); ++index) {
        path_.push_back({.index = index});
        const bool fits = structure(given[index], type.args.front(), nullptr, made.emplace_back());
        leave(fits);
        if (!fits) {
            return link(is_set ? std::string("One of the set elements cannot be structured.")
                               : fmt::format("Element at index {} cannot be structured.", index));
        }
        if (is_set && !hashable(made.back(), type.args.front()))
            return false;
    }
    std::unordered_set<std::string> keys;
    std::vector<ConfigValue> different;
    for (const ConfigValue& element : made) {
        if (!hashable(element, type.args.front()))
            return false;
        if (keys.insert(python_key(element)).second)
            different.push_back(element);
    }
    if (!is_set && different.size() != made.size())
        return fail("All elements in the sequence must be unique to be treated as a `<class 'set'>`.", in);
    sort_set(different);
    out = ConfigValue::list(std::move(different)).made_of(in);
    return true;
}

bool Structurer::dict(const ConfigValue& in, const TypeExpression& type, ConfigValue& out) {
    if (!in.is_mapping())
        return fail(fmt::format("Value must be of type `<class 'collections.abc.Mapping'>`, but is of type `{}` "
                                "instead.",
                                python::type_text(in)),
                    in);
    if (type.args.size() != 2)
        return fail_raw("ValueError",
                        fmt::format("`target_type` must have a key-value type annotation for `{}`.", origin_text(type)),
                        in, ConfigIssue::What::unsupported);
    ConfigDictionary made;
    for (const ConfigValue::Entry& entry : in.entries()) {
        ConfigValue key;
        ConfigValue value;
        if (!structure(entry.key, type.args[0], nullptr, key))
            return !failure_.raw && link(fmt::format("{} key cannot be structured.", python::str(entry.key)));
        path_.push_back({.key = &key});
        const bool fits = structure(entry.value, type.args[1], nullptr, value);
        leave(fits);
        if (!fits) {
            if (failure_.raw)
                return false;
            return link(fmt::format("Value of the {} key cannot be structured.", python::str(key)));
        }
        if (!hashable(key, type.args[0]))
            return false;
        made.set(key, std::move(value));
    }
    out = ConfigValue::mapping(std::move(made.entries())).made_of(in);
    return true;
}

bool Structurer::union_of(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback,
                          ConfigValue& out) {
    const bool optional = type.args.size() == 2 && std::ranges::any_of(type.args, [](const TypeExpression& arg) {
                              return arg.kind == TypeKind::none;
                          });
    if (optional && in.is_null()) {
        out = in;
        return true;
    }
    const std::size_t issues = result_.issues.size();
    for (const TypeExpression& arg : type.args) {
        if (structure(in, arg, optional ? fallback : nullptr, out))
            return true;
        if (optional || failure_.raw)
            return false;
        result_.issues.resize(issues); // those of a member that is not the one
    }
    // fairseq2's text goes on with Python's traces of every member's failure.
    std::string members;
    for (const TypeExpression& arg : type.args)
        members += (members.empty() ? "" : ", ") + arg.python;
    return fail(fmt::format("Value must be parseable as one of union elements {}, but is {} instead.", members,
                            python::str(in)),
                in);
}

// A set and the keys of a mapping hold what Python can hash: by the type that the value was structured to.
bool Structurer::hashable(const ConfigValue& value, const TypeExpression& type) {
    const auto refuse = [&](std::string_view name) {
        return fail_raw("TypeError", fmt::format("unhashable type: '{}'", name), value, ConfigIssue::What::value);
    };
    switch (type.kind) {
    case TypeKind::list:
        return refuse("list");
    case TypeKind::set:
        return refuse("set");
    case TypeKind::dict:
        return refuse("dict");
    case TypeKind::dataclass: // unless it is frozen, which the schema does not tell
        return refuse(type.class_name.substr(type.class_name.rfind('.') + 1));
    case TypeKind::tuple: {
        const auto elements = value.elements();
        for (std::size_t index = 0; index < elements.size(); ++index)
            if (!hashable(elements[index], type.args[type.variadic ? 0 : index]))
                return false;
        return true;
    }
    case TypeKind::object:
    case TypeKind::union_:
        if (value.kind() == Kind::list || value.kind() == Kind::set || value.is_mapping())
            return refuse(python::type_name(value));
        return true;
    default:
        return true;
    }
}

} // namespace fairlead
