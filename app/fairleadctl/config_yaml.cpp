// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/registry_text.h"
#include "app/fairleadctl/value_line.h"

#include <nlohmann/json.hpp>

namespace fairlead::ctl {
namespace {

/// Turns the events of a JSON text into YAML's block style: numbers as they are written, lists on one line.
class YamlWriter : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return scalar("null"); }
    bool boolean(bool value) override { return scalar(value ? "true" : "false"); }
    bool number_integer(number_integer_t value) override { return scalar(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return scalar(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& text) override { return scalar(text); }
    bool string(string_t& text) override { return scalar(is_special_float(text) ? text : yaml_text(text)); }
    bool binary(binary_t&) override { return false; } // not in JSON
    bool start_object(std::size_t) override;
    bool key(string_t& name) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override;
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    static bool is_special_float(const std::string& text) {
        return text == ".nan" || text == ".inf" || text == "-.inf";
    }
    bool scalar(const std::string& text);
    void separate();

    struct Level {
        bool flow = false; // in a list, and in all that is in it
        bool is_list = false;
        std::size_t count = 0;
    };
    std::string text_;
    std::vector<Level> levels_;
};

// What comes before a value: in flow style a comma, in block style a blank after the key's colon.
void YamlWriter::separate() {
    if (levels_.empty())
        return;
    if (levels_.back().is_list && levels_.back().count++ > 0)
        text_ += ", ";
}

bool YamlWriter::scalar(const std::string& text) {
    separate();
    const bool block = !levels_.empty() && !levels_.back().flow;
    text_ += block ? " " + text + "\n" : text;
    return true;
}

bool YamlWriter::start_object(std::size_t) {
    separate();
    const bool flow = !levels_.empty() && levels_.back().flow;
    levels_.push_back({.flow = flow});
    if (flow)
        text_ += '{';
    return true;
}

bool YamlWriter::key(string_t& name) {
    Level& level = levels_.back();
    if (level.flow) {
        text_ += level.count++ > 0 ? ", " : "";
        text_ += yaml_text(name) + ": ";
        return true;
    }
    if (level.count++ == 0 && levels_.size() > 1)
        text_ += '\n'; // ends the line of the key that this mapping belongs to
    text_.append(2 * (levels_.size() - 1), ' ');
    text_ += yaml_text(name) + ":";
    return true;
}

bool YamlWriter::end_object() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.flow)
        text_ += '}';
    else if (level.count == 0)
        text_ += levels_.empty() ? "{}\n" : " {}\n";
    return true;
}

bool YamlWriter::start_array(std::size_t) {
    separate();
    text_ += levels_.empty() || levels_.back().flow ? "[" : " [";
    levels_.push_back({.flow = true, .is_list = true});
    return true;
}

bool YamlWriter::end_array() {
    levels_.pop_back();
    text_ += ']';
    if (!levels_.empty() && !levels_.back().flow)
        text_ += '\n';
    return true;
}

} // namespace

std::string config_yaml(const RawJson& config) {
    YamlWriter writer;
    nlohmann::json::sax_parse(config.text, &writer);
    return writer.take();
}

} // namespace fairlead::ctl
