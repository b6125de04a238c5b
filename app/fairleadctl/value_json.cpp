// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/value_json.h"

#include <algorithm>

namespace fairlead::ctl {
namespace {

constexpr std::size_t always_allowed = 16u << 20;
constexpr std::size_t deepest_output = 1000;

std::string base64(std::string_view bytes) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t at = 0; at < bytes.size(); at += 3) {
        const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
        unsigned triple = 0;
        for (std::size_t index = 0; index < 3; ++index)
            triple = (triple << 8U) | (index < count ? static_cast<unsigned char>(bytes[at + index]) : 0U);
        for (std::size_t index = 0; index < 4; ++index)
            text += index <= count ? alphabet[(triple >> (18 - 6 * index)) & 63U] : '=';
    }
    return text;
}

} // namespace

std::string_view type_name(const yaml::Value& value) noexcept {
    switch (value.kind()) {
    case yaml::Kind::null:
        return "null";
    case yaml::Kind::boolean:
        return "bool";
    case yaml::Kind::integer:
        return "int";
    case yaml::Kind::real:
        return "float";
    case yaml::Kind::string:
        return "str";
    case yaml::Kind::date:
        return "date";
    case yaml::Kind::datetime:
        return "datetime";
    case yaml::Kind::bytes:
        return "bytes";
    case yaml::Kind::list:
    case yaml::Kind::pairs:
        return "list";
    case yaml::Kind::tuple:
        return "tuple";
    case yaml::Kind::set:
        return "set";
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
        return "dict";
    }
    return {};
}

ValueJson::ValueJson(JsonWriter& json, std::size_t text_size) : json_(json), budget_(always_allowed + 2 * text_size) {}

// False when that would be too much: the marker stands in its place.
bool ValueJson::spend(std::size_t cost) {
    if (cost > budget_) {
        budget_ = 0;
        json_.string("<too large>");
        return false;
    }
    budget_ -= cost;
    return true;
}

void ValueJson::write(const yaml::Value& value) {
    switch (value.kind()) {
    case yaml::Kind::null:
        return json_.null();
    case yaml::Kind::boolean:
        return json_.boolean(value.boolean());
    case yaml::Kind::integer:
        if (const auto small = value.integer())
            return json_.integer(*small);
        if (const std::string text = value.integer_text(); spend(text.size())) {
            if (text.find('x') != std::string::npos) // over 4300 digits: JSON has no hexadecimal numbers
                json_.string(text);
            else
                json_.raw(text);
        }
        return;
    case yaml::Kind::real:
        return json_.real(value.real());
    case yaml::Kind::string:
        if (spend(value.string().size()))
            json_.string(value.string());
        return;
    case yaml::Kind::date:
    case yaml::Kind::datetime:
        return json_.string(value.iso());
    case yaml::Kind::bytes:
        if (const std::string text = base64(value.bytes()); spend(text.size()))
            json_.string(text);
        return;
    case yaml::Kind::list:
    case yaml::Kind::tuple:
    case yaml::Kind::set:
    case yaml::Kind::mapping:
    case yaml::Kind::omap:
    case yaml::Kind::pairs:
        return write_container(value);
    }
}

void ValueJson::write_container(const yaml::Value& value) {
    if (std::ranges::find(open_, value.identity()) != open_.end())
        return json_.string("<cycle>");
    if (open_.size() >= deepest_output)
        return json_.string("<too deep>");
    if (!spend(value.size() + 1))
        return;
    open_.push_back(value.identity());
    if (value.kind() == yaml::Kind::mapping) {
        json_.open_object();
        for (const yaml::Value::Entry& entry : value.entries()) {
            write_key(entry.key);
            write(entry.value);
        }
        json_.close();
    } else if (value.kind() == yaml::Kind::omap || value.kind() == yaml::Kind::pairs) {
        json_.open_array();
        for (const yaml::Value::Entry& entry : value.entries()) {
            json_.open_array();
            write(entry.key);
            write(entry.value);
            json_.close();
        }
        json_.close();
    } else {
        json_.open_array();
        for (const yaml::Value& element : value.elements())
            write(element);
        json_.close();
    }
    open_.pop_back();
}

// A key that is no text stands as its JSON text.
void ValueJson::write_key(const yaml::Value& key) {
    if (key.is_string()) {
        const bool fits = key.string().size() <= budget_;
        json_.key(fits ? key.string() : "<too large>");
        budget_ -= fits ? key.string().size() : budget_;
        return;
    }
    JsonWriter json;
    ValueJson inner(json, 0);
    inner.budget_ = budget_;
    inner.write(key);
    budget_ = inner.budget_;
    json_.key(std::move(json).take());
}

} // namespace fairlead::ctl
