// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/value_line.h"
#include "app/fairleadctl/output.h"
#include "app/fairleadctl/value_json.h"
#include "core/files/printable_text.h"
#include "core/files/utf8.h"
#include "core/registry/json_writer.h"

#include <algorithm>
#include <array>
#include <vector>

namespace fairlead::ctl {
namespace {

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

std::string quoted(std::string_view text) {
    JsonWriter json;
    json.string(text);
    return printable_text(std::move(json).take());
}

class LineWriter {
public:
    explicit LineWriter(std::size_t limit) : limit_(limit) {}

    void write(const yaml::Value& value);
    [[nodiscard]] std::string take() const;

private:
    void write_scalar(const yaml::Value& value);
    void write_entries(const yaml::Value& value);
    [[nodiscard]] bool full() const { return line_.size() > limit_; }

    std::size_t limit_;
    std::string line_;
    std::vector<const void*> open_;
};

void LineWriter::write_scalar(const yaml::Value& value) {
    if (value.is_string()) {
        const std::string_view text = value.string().substr(0, limit_ + 1);
        const bool plain = value.style() == yaml::Style::plain && !value.has_tag() &&
                           text.find_first_of(open_.empty() ? "\n" : "\n,[]{}") == std::string_view::npos;
        line_ += plain ? printable_text(text) : quoted(text);
    } else if (value.is_null()) {
        line_ += "null";
    } else if (value.kind() == yaml::Kind::date || value.kind() == yaml::Kind::datetime) {
        line_ += value.iso();
    } else {
        JsonWriter writer;
        ValueJson(writer, 0).write(value);
        const std::string json = std::move(writer).take();
        // .nan and .inf are text in JSON only
        line_ += value.kind() == yaml::Kind::real && json.front() == '"' ? json.substr(1, json.size() - 2) : json;
    }
}

void LineWriter::write_entries(const yaml::Value& value) {
    const char* separator = "";
    line_ += '{';
    for (const yaml::Value::Entry& entry : value.entries()) {
        line_ += separator;
        write(entry.key);
        line_ += ": ";
        write(entry.value);
        separator = ", ";
        if (full())
            return;
    }
    line_ += '}';
}

void LineWriter::write(const yaml::Value& value) {
    if (full())
        return;
    const yaml::Kind kind = value.kind();
    const bool sequence = kind == yaml::Kind::list || kind == yaml::Kind::tuple || kind == yaml::Kind::set;
    if (!sequence && !value.is_mapping() && kind != yaml::Kind::pairs)
        return write_scalar(value);
    if (std::ranges::find(open_, value.identity()) != open_.end()) {
        line_ += "<cycle>";
        return;
    }
    open_.push_back(value.identity());
    if (sequence) {
        const char* separator = "";
        line_ += kind == yaml::Kind::set ? '{' : '[';
        for (const yaml::Value& element : value.elements()) {
            line_ += separator;
            write(element);
            separator = ", ";
            if (full())
                break;
        }
        line_ += kind == yaml::Kind::set ? '}' : ']';
    } else {
        write_entries(value);
    }
    open_.pop_back();
}

std::string LineWriter::take() const { return shortened(line_, limit_); }

} // namespace

std::string value_line(const yaml::Value& value, std::size_t limit) {
    LineWriter writer(limit);
    writer.write(value);
    return writer.take();
}

std::string yaml_text(std::string_view text) {
    constexpr std::array<std::string_view, 9> words = {"true", "false", "null", "yes", "no", "on", "off", "y", "n"};
    std::string lower;
    for (const char byte : text.substr(0, 6))
        lower += static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
    const bool safe = std::ranges::all_of(text, [](char byte) {
        return is_letter(byte) || (byte >= '0' && byte <= '9') ||
               std::string_view("_./+@-").find(byte) != std::string_view::npos;
    });
    if (!text.empty() && is_letter(text.front()) && safe && std::ranges::find(words, lower) == words.end())
        return std::string(text);
    return quoted(text);
}

} // namespace fairlead::ctl
