// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/python_print.h"
#include "core/schemas/structurer.h"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
namespace {

std::string short_name(const ConfigSchema& schema) {
    return schema.class_name.substr(schema.class_name.rfind('.') + 1);
}

/// `'a'`, `'a' and 'b'`, `'a', 'b', and 'c'`: as Python lists missing arguments.
std::string quoted_list(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index) {
        if (index != 0)
            text += index + 1 < names.size() ? ", " : names.size() == 2 ? " and " : ", and ";
        text += "'" + names[index] + "'";
    }
    return text;
}

} // namespace

bool Structurer::dataclass(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback,
                           ConfigValue& out) {
    if (!in.is_mapping()) {
        fail(fmt::format("Value must be of type `{}` or `<class 'collections.abc.Mapping'>`, but is of type `{}` "
                         "instead.",
                         type.python, python::type_text(in)),
             in);
        failure_.what = ConfigIssue::What::not_a_mapping;
        return false;
    }
    if (!keys_are_text(in)) {
        look_further(type, in, fallback, out);
        return false;
    }
    const auto schema = context_.schemas(type.class_name);
    if (!schema) {
        tell_unknown(type.class_name, "is not in the registry's schemas.");
        out = in;
        return true;
    }
    if (schema->error)
        return fail_raw(schema->error->type, schema->error->message, in, ConfigIssue::What::class_error);
    return create(*schema, type, in, fallback, out);
}

// The mapping is structured to `dict[str, object]` first.
bool Structurer::keys_are_text(const ConfigValue& in) {
    std::optional<Failure> first;
    for (const ConfigValue::Entry& entry : in.entries()) {
        if (entry.key.is_string())
            continue;
        fail(fmt::format("Value must be of type `<class 'str'>`, but is of type `{}` instead.",
                         python::type_text(entry.key)),
             entry.key);
        failure_.what = ConfigIssue::What::unknown_key;
        report(nullptr, nullptr, &entry.key);
        link("Value cannot be structured to `<class 'str'>`.");
        link(fmt::format("{} key cannot be structured.", python::str(entry.key)));
        link("Value cannot be structured to `dict[str, object]`.");
        if (!first)
            first = failure_;
    }
    if (first)
        failure_ = std::move(*first);
    return !first;
}

// fairseq2 stops at a key that is no text; what else is wrong is looked for all the same.
void Structurer::look_further(const TypeExpression& type, const ConfigValue& in, const ConfigValue* fallback,
                              ConfigValue& out) {
    const auto schema = context_.schemas(type.class_name);
    if (!schema || schema->error)
        return;
    Failure first = std::move(failure_);
    std::vector<ConfigValue::Entry> entries(in.entries().begin(), in.entries().end());
    std::erase_if(entries, [](const ConfigValue::Entry& entry) { return !entry.key.is_string(); });
    create(*schema, type, ConfigValue::mapping(std::move(entries)).with_origin(in.origin()), fallback, out);
    failure_ = std::move(first);
}

bool Structurer::create(const ConfigSchema& schema, const TypeExpression& type, const ConfigValue& in,
                        const ConfigValue* fallback, ConfigValue& out) {
    const auto given = in.entries();
    std::vector<bool> taken(given.size());
    std::vector<ConfigValue::Entry> made;
    made.reserve(schema.fields.size());
    std::optional<Failure> first;
    std::size_t next = 0; // keys mostly come in the order of the fields
    for (const ConfigField& field : schema.fields) {
        const ConfigValue::Entry* entry = nullptr;
        for (std::size_t tried = 0; tried < given.size() && !entry; ++tried, ++next) {
            next = next == given.size() ? 0 : next;
            if (!taken[next] && given[next].key.text() == field.name) {
                entry = &given[next];
                taken[next] = true;
            }
        }
        const ConfigValue* below = fallback ? fallback->find(field.name) : nullptr;
        ConfigValue value;
        if (!this->field(schema, field, in, entry, below, value) && !first)
            first = failure_;
        made.push_back({entry ? entry->key : ConfigValue::string(field.name), std::move(value)});
    }
    if (!unknown_keys(schema, type, in, taken) && !first)
        first = failure_;
    out = ConfigValue::mapping(std::move(made)).made_of(in);
    if (!first && !construct(schema, in))
        return false;
    if (first) {
        failure_ = std::move(*first);
        return false;
    }
    if (schema.post_init)
        tell_unknown(schema.class_name, "has a __post_init__(), which may change its values or refuse them.");
    if (schema.own_init)
        tell_unknown(schema.class_name, "has an __init__() of its own, which may change its values or refuse them.");
    return true;
}

bool Structurer::field(const ConfigSchema& schema, const ConfigField& field, const ConfigValue& in,
                       const ConfigValue::Entry* given, const ConfigValue* fallback, ConfigValue& out) {
    path_.push_back({.field = &field.name});
    bool fits = true;
    if (!field.init) {
        // Of a field with `init=False` the value given is dropped; __post_init__() may set another.
        if (field.default_value)
            out = *field.default_value;
        else if (!schema.post_init)
            tell_unknown(schema.class_name, fmt::format("does not say what its field {} holds.", field.name));
    } else if (!given) {
        fits = missing_field(schema, field, in, out);
        if (!fits) {
            report(&schema, &field, nullptr);
            if (fallback)
                out = *fallback;
        }
    } else if (fits = structure(given->value, field.type_tree, fallback, out); !fits) {
        const bool partial = failure_.reported && out.is_mapping(); // a nested config, as far as it goes
        if (!failure_.reported)
            report(&schema, &field, &given->key);
        if (!partial)
            out = fallback ? *fallback : field.default_value.value_or(ConfigValue());
        link(fmt::format("`{}` field cannot be structured.", field.name));
    }
    path_.pop_back();
    return fits;
}

bool Structurer::missing_field(const ConfigSchema& schema, const ConfigField& field, const ConfigValue& in,
                               ConfigValue& out) {
    if (field.required) {
        fail(fmt::format("`{}` field has no default value or factory.", field.name), in);
        failure_.what = ConfigIssue::What::missing;
        return false;
    }
    if (field.default_value) {
        out = *field.default_value;
        return true;
    }
    // The default factory runs when the class is made; fairseq2 wraps a TypeError of that.
    const RecordedError error = field.default_error.value_or(RecordedError{"StructureError", ""});
    if (error.type == "StructureError") {
        tell_unknown(schema.class_name, fmt::format("has a default for its field {} that no text shows.", field.name));
        return true;
    }
    fail_raw(error.type, error.message, in, ConfigIssue::What::class_error);
    if (error.type == "TypeError") {
        failure_.raw = false;
        link("dataclass has one or more `InitVar` pseudo fields and cannot be constructed.");
    }
    return false;
}

bool Structurer::unknown_keys(const ConfigSchema& schema, const TypeExpression& type, const ConfigValue& in,
                              const std::vector<bool>& taken) {
    std::vector<std::string> names;
    for (std::size_t index = 0; index < taken.size(); ++index)
        if (!taken[index])
            names.emplace_back(in.entries()[index].key.text());
    if (names.empty())
        return true;
    std::ranges::sort(names);
    const std::string text = fmt::format("Value must contain only keys corresponding to the fields of `{}`, but it "
                                         "contains extra key(s) {}.",
                                         type.python, fmt::join(names, ", "));
    constexpr std::size_t many = 20; // then the issues do without the names
    const std::string short_text = names.size() <= many ? text : text.substr(0, text.find(", but it contains")) + ".";
    for (std::size_t index = 0; index < taken.size(); ++index) {
        if (taken[index])
            continue;
        const ConfigValue::Entry& entry = in.entries()[index];
        fail(short_text, entry.value);
        failure_.what = ConfigIssue::What::unknown_key;
        const std::string name(entry.key.text());
        path_.push_back({.field = &name});
        report(&schema, nullptr, &entry.key);
        path_.pop_back();
    }
    failure_.chain.front().message = text;
    return false;
}

// What the class's own constructor refuses.
bool Structurer::construct(const ConfigSchema& schema, const ConfigValue& in) {
    if (schema.init_vars.empty())
        return true;
    fail({}, in);
    failure_.what = ConfigIssue::What::class_error;
    failure_.chain = {{.type = "TypeError",
                       .message = fmt::format("{}.__init__() missing {} required positional argument{}: {}",
                                              short_name(schema), schema.init_vars.size(),
                                              schema.init_vars.size() == 1 ? "" : "s", quoted_list(schema.init_vars))},
                      {.type = "StructureError",
                       .message = "dataclass has one or more `InitVar` pseudo fields and cannot be constructed."}};
    return false;
}

} // namespace fairlead
