// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/json_tree.h"

#include <nlohmann/json.hpp>

#include <utility>

namespace fairlead {

namespace {

/// Builds a JsonNode from the parser's events.
class TreeBuilder : public nlohmann::json_sax<nlohmann::json> {
public:
    bool null() override { return add({JsonNode::Kind::null, "null", {}, {}}); }
    bool boolean(bool value) override { return add({JsonNode::Kind::boolean, value ? "true" : "false", {}, {}}); }
    bool number_integer(number_integer_t value) override { return number(std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) override { return number(std::to_string(value)); }
    bool number_float(number_float_t, const string_t& digits) override { return number(digits); }
    bool string(string_t& value) override { return add({JsonNode::Kind::string, std::move(value), {}, {}}); }
    bool binary(binary_t&) override { return false; }
    bool key(string_t& name) override {
        open_.back()->members.push_back({std::move(name), JsonNode{}});
        return true;
    }
    bool start_object(std::size_t) override { return start(JsonNode::Kind::object); }
    bool start_array(std::size_t) override { return start(JsonNode::Kind::array); }
    bool end_object() override { return end(); }
    bool end_array() override { return end(); }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

    JsonNode root;

private:
    bool number(std::string digits) { return add({JsonNode::Kind::number, std::move(digits), {}, {}}); }

    JsonNode& place() {
        if (open_.empty()) {
            return root;
        }
        JsonNode& parent = *open_.back();
        if (parent.kind == JsonNode::Kind::object) {
            return parent.members.back().value;
        }
        return parent.elements.emplace_back();
    }

    bool add(JsonNode node) {
        place() = std::move(node);
        return true;
    }

    bool start(JsonNode::Kind kind) {
        JsonNode& node = place();
        node.kind = kind;
        open_.push_back(&node);
        return true;
    }

    bool end() {
        open_.pop_back();
        return true;
    }

    // Pointers stay good: only the innermost open node grows.
    std::vector<JsonNode*> open_;
};

void append(std::string& line, const JsonNode& node) {
    switch (node.kind) {
    case JsonNode::Kind::array: {
        line += '[';
        const char* separator = "";
        for (const JsonNode& element : node.elements) {
            line += std::exchange(separator, ", ");
            append(line, element);
        }
        line += ']';
        break;
    }
    case JsonNode::Kind::object: {
        line += '{';
        const char* separator = "";
        for (const auto& [name, member] : node.members) {
            line += std::exchange(separator, ", ");
            line += quoted(name);
            line += ": ";
            append(line, member);
        }
        line += '}';
        break;
    }
    case JsonNode::Kind::string:
        line += quoted(node.text);
        break;
    default:
        line += node.text;
    }
}

} // namespace

std::string quoted(const std::string& text) {
    return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

JsonNode json_tree(std::string_view text) {
    TreeBuilder builder;
    if (!nlohmann::json::sax_parse(text, &builder)) {
        return {JsonNode::Kind::null, "null", {}, {}};
    }
    return std::move(builder.root);
}

std::string one_line(const JsonNode& node) {
    if (node.kind == JsonNode::Kind::string) {
        return node.text;
    }
    std::string line;
    append(line, node);
    return line;
}

} // namespace fairlead
