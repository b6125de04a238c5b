// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/print.h"

#include "core/yaml/base64.h"
#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"
#include "core/yaml/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace fairlead::yaml {

namespace {

// A surrogate that stands alone, in three bytes.
bool is_surrogate(std::string_view text) {
    return text.size() >= 3 && text[0] == '\xED' && (static_cast<unsigned char>(text[1]) & 0xE0) == 0xA0 &&
           is_continuation(text[2]);
}

void append_json_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t at = 0; at < text.size();) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            if (is_surrogate(text.substr(at))) {
                out += fmt::format("\\u{:04x}", code_point_at(text.substr(at, 3)));
                at += 3;
                continue;
            }
            const auto bad = find_invalid_utf8(text.substr(at, 4), 0);
            if (bad && bad->begin == 0) {
                out += "\xEF\xBF\xBD";
                at += std::max<std::size_t>(bad->end, 1);
            } else {
                const std::size_t size = character_size(text.data() + at);
                out += text.substr(at, size);
                at += size;
            }
            continue;
        }
        switch (c) {
        case '"':
        case '\\':
            out += '\\';
            out += c;
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F)
                out += fmt::format("\\u{:04x}", static_cast<unsigned char>(c));
            else
                out += c;
        }
        ++at;
    }
    out += '"';
}

std::string json_real(double value) {
    if (std::isnan(value))
        return "\".nan\"";
    if (std::isinf(value))
        return value < 0 ? "\"-.inf\"" : "\".inf\"";
    return python_float_repr(value);
}

class JsonPrinter {
public:
    explicit JsonPrinter(std::size_t limit) : limit_(limit) {}

    void print(const Value& value) {
        if (text.size() > limit_ && value.size() != 0) {
            text += "\"<too large>\"";
            return;
        }
        switch (value.kind()) {
        case Kind::null:
            text += "null";
            break;
        case Kind::boolean:
            text += value.boolean() ? "true" : "false";
            break;
        case Kind::integer: {
            const std::string digits = value.integer_text();
            const bool hexadecimal = digits.find('x') != std::string::npos; // JSON has none
            text += hexadecimal ? "\"" + digits + "\"" : digits;
            break;
        }
        case Kind::real:
            text += json_real(value.real());
            break;
        case Kind::string:
            append_json_string(text, value.string());
            break;
        case Kind::date:
        case Kind::datetime:
            text += '"' + value.iso() + '"';
            break;
        case Kind::bytes:
            text += '"' + encode_base64(value.bytes()) + '"';
            break;
        default:
            collection(value);
        }
    }

    std::string text;

private:
    void collection(const Value& value) {
        if (std::find(open_.begin(), open_.end(), value.identity()) != open_.end()) {
            text += "\"<cycle>\"";
            return;
        }
        constexpr std::size_t deepest = 1000; // aliases can make it any depth
        if (open_.size() >= deepest) {
            text += "\"<too deep>\"";
            return;
        }
        open_.push_back(value.identity());
        const Kind kind = value.kind();
        if (kind == Kind::mapping || kind == Kind::omap || kind == Kind::pairs)
            entries(value, kind == Kind::mapping);
        else
            elements(value);
        open_.pop_back();
    }

    void elements(const Value& value) {
        const char* separator = "[";
        for (const Value& element : value.elements()) {
            text += separator;
            separator = ",";
            print(element);
            if (stop())
                break;
        }
        text += *separator == '[' ? "[]" : "]";
    }

    void entries(const Value& value, bool object) {
        const char* const opening = object ? "{" : "[";
        const char* separator = opening;
        for (const Value::Entry& entry : value.entries()) {
            text += separator;
            separator = ",";
            if (object) {
                key(entry.key);
                text += ':';
                print(entry.value);
            } else {
                text += '[';
                print(entry.key);
                text += ',';
                print(entry.value);
                text += ']';
            }
            if (stop())
                break;
        }
        if (separator == opening)
            text += opening;
        text += object ? '}' : ']';
    }

    void key(const Value& value) {
        if (value.is_string())
            return append_json_string(text, value.string());
        JsonPrinter printer(limit_);
        printer.open_ = open_;
        printer.print(value);
        append_json_string(text, printer.text);
    }

    // Leaves the rest of a collection out, once there is too much already.
    [[nodiscard]] bool stop() const { return text.size() > 2 * limit_; }

    std::size_t limit_;
    std::vector<const void*> open_;
};

} // namespace

std::string to_json(const Value& value, std::size_t limit) {
    JsonPrinter printer(limit);
    printer.print(value);
    return std::move(printer.text);
}

std::string json_string(std::string_view text) {
    std::string result;
    append_json_string(result, text);
    return result;
}

std::string to_line(const Value& value, std::size_t limit) {
    std::string text;
    if (value.is_string()) {
        text = json_string(value.string().substr(0, limit * 4));
        text = text.substr(1, text.size() - 2);
        for (std::size_t at = text.find("\\\""); at != std::string::npos; at = text.find("\\\"", at + 1))
            text.erase(at, 1);
    } else {
        text = to_json(value, limit * 4);
        const Kind kind = value.kind();
        if (text.starts_with('"') &&
            (kind == Kind::real || kind == Kind::date || kind == Kind::datetime || kind == Kind::bytes))
            text = text.substr(1, text.size() - 2);
    }
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size(); ++count) {
        if (count == limit) {
            text.resize(end);
            text += "…";
            break;
        }
        end += character_size(text.data() + end);
    }
    return text;
}

} // namespace fairlead::yaml
