// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/typed_value.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <QByteArray>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <vector>

namespace fidelity {
namespace {

using fairlead::yaml::Kind;
using fairlead::yaml::Value;

void sort(Json& elements) {
    std::sort(elements.begin(), elements.end(),
              [](const Json& left, const Json& right) { return left.dump() < right.dump(); });
}

class Writer {
public:
    Json write(const Value& value) {
        switch (value.kind()) {
        case Kind::null:
            return nullptr;
        case Kind::boolean:
            return value.boolean();
        case Kind::integer:
            return {{"int", value.integer_text()}};
        case Kind::real:
            return {{"float", typed_float(value.real())}};
        case Kind::string:
            return typed_text(value.string());
        case Kind::date:
            return {{"date", value.iso()}};
        case Kind::datetime:
            return {{"datetime", value.iso()}};
        case Kind::bytes:
            return {{"bytes", QByteArray::fromStdString(value.bytes()).toBase64().toStdString()}};
        default:
            break;
        }
        const auto here = std::ranges::find(inside_.rbegin(), inside_.rend(), value.identity());
        if (here != inside_.rend()) {
            return {{"cycle", static_cast<std::size_t>(here - inside_.rbegin()) + 1}};
        }
        inside_.push_back(value.identity());
        Json written = collection(value);
        inside_.pop_back();
        return written;
    }

private:
    Json elements(const Value& value) {
        Json list = Json::array();
        for (const Value element : value.elements()) {
            list.push_back(write(element));
        }
        return list;
    }

    Json entries(const Value& value) {
        Json list = Json::array();
        for (const Value::Entry entry : value.entries()) {
            list.push_back(Json::array({write(entry.key), write(entry.value)}));
        }
        return list;
    }

    Json collection(const Value& value) {
        switch (value.kind()) {
        case Kind::list:
            return elements(value);
        case Kind::tuple:
            return {{"tuple", elements(value)}};
        case Kind::set: {
            Json set = elements(value);
            sort(set);
            return {{"set", set}};
        }
        case Kind::mapping:
            return {{"dict", entries(value)}};
        case Kind::omap:
            return {{"omap", entries(value)}};
        case Kind::pairs: {
            // Python has a list here, and a tuple for each pair in it: one more level on the way to a cycle.
            Json list = Json::array();
            for (const Value::Entry entry : value.entries()) {
                inside_.push_back(nullptr);
                list.push_back({{"tuple", Json::array({write(entry.key), write(entry.value)})}});
                inside_.pop_back();
            }
            return list;
        }
        default:
            return "no collection";
        }
    }

    std::vector<const void*> inside_;
};

} // namespace

std::string typed_float(double number) {
    if (std::isnan(number)) {
        return ".nan";
    }
    if (std::isinf(number)) {
        return number < 0 ? "-.inf" : ".inf";
    }
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::scientific).ptr;
    const std::string text(buffer, end);
    const auto mark = text.find('e');
    const int exponent = std::stoi(text.substr(mark + 1));
    if (exponent < -4 || exponent >= 16) {
        return text;
    }
    const auto fixed = std::to_chars(buffer, buffer + sizeof buffer, number, std::chars_format::fixed).ptr;
    std::string plain(buffer, fixed);
    return plain.find('.') == std::string::npos ? plain + ".0" : plain;
}

Json typed(const Value& value) { return value ? Writer().write(value) : Json("absent"); }

Json comparable(Json recorded) {
    if (recorded.is_structured()) {
        for (Json& part : recorded) {
            part = comparable(std::move(part));
        }
        if (recorded.is_object() && recorded.contains("set")) {
            sort(recorded["set"]);
        }
    }
    return recorded;
}

Json typed_text(std::string_view text) {
    const auto is_surrogate = [&](std::size_t at) {
        return text[at] == '\xed' && at + 2 < text.size() && static_cast<unsigned char>(text[at + 1]) >= 0xa0;
    };
    std::string escaped;
    bool any = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_surrogate(at)) {
            any = true;
            const auto middle = static_cast<unsigned>(text[at + 1]) & 0x3fU;
            const auto low = static_cast<unsigned>(text[at + 2]) & 0x3fU;
            escaped += fmt::format("\\u{:04x}", 0xd000U | middle << 6U | low);
            at += 2;
        } else if (text[at] == '\\') {
            escaped += "\\\\";
        } else {
            escaped += text[at];
        }
    }
    return any ? Json{{"surrogates", escaped}} : Json(text);
}

} // namespace fidelity
