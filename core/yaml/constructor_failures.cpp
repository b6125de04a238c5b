// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/characters.h"
#include "core/yaml/constructor.h"
#include "core/yaml/python_text.h"

#include <utility>

namespace fairlead::yaml {

namespace {

// As much of a key as a message takes.
std::string beginning(std::string_view written) {
    constexpr std::size_t longest = 60;
    if (written.size() <= longest)
        return std::string(written);
    std::size_t end = longest;
    while (is_continuation(written[end]))
        --end;
    return std::string(written.substr(0, end)) + "…";
}

} // namespace

TextRange Constructor::place(std::uint32_t node) const {
    const Node& it = chunk_.nodes[node];
    return {it.begin + document_begin_, it.end + document_begin_};
}

std::string Constructor::node_list_repr(std::uint32_t node) const {
    std::string text;
    append_node_list(text, node, 0);
    return text;
}

void Constructor::append_node_list(std::string& out, std::uint32_t node, int depth) const {
    constexpr int deepest = 240; // Python needs four frames a level
    if (depth > deepest) {
        throw Failure{.what = Refusal::too_deep,
                      .origin = Failure::Origin::python,
                      .range = place(root_),
                      .message = "This value contains itself: remove the alias.",
                      .problem = "maximum recursion depth exceeded",
                      .builtin = "RecursionError"};
    }
    const char* separator = "[";
    const auto separate = [&] { out += std::exchange(separator, ", "); };
    if (chunk_.nodes[node].is_mapping()) {
        for (const Pair& pair : current_pairs(node)) {
            separate();
            out += '(';
            append_node_repr(out, pair.key, depth);
            out += ", ";
            append_node_repr(out, pair.value, depth);
            out += ')';
        }
    } else {
        const std::uint32_t end = chunk_.nodes[node].a;
        for (std::uint32_t child = node + 1; child < end; child = chunk_.after(child)) {
            separate();
            append_node_repr(out, child, depth);
        }
    }
    out += *separator == '[' ? "[]" : "]";
}

void Constructor::append_node_repr(std::string& out, std::uint32_t at, int depth) const {
    constexpr std::size_t longest = std::size_t{1} << 20; // aliases can make it any size
    if (out.size() > longest)
        return;
    const std::uint32_t node = chunk_.target(at);
    const Node& it = chunk_.nodes[node];
    out += it.is_mapping() ? "MappingNode" : it.is_collection() ? "SequenceNode" : "ScalarNode";
    out += "(tag=" + python_repr(composer_.tag_name(node));
    if (const std::string_view anchor = composer_.anchor(node); !anchor.empty())
        out += ", anchor=" + python_repr(anchor);
    out += ", value=";
    if (it.is_collection())
        append_node_list(out, node, depth + 1);
    else
        out += python_repr(it.kind == Kind::string ? chunk_.string_of(it) : written_text(node));
    out += ')';
}

// The text of a scalar that has its value already.
std::string_view Constructor::written_text(std::uint32_t node) const {
    const Node& it = chunk_.nodes[node];
    return std::string_view(chunk_.text).substr(it.begin + document_begin_, it.end - it.begin);
}

std::string Constructor::shown(std::uint32_t node) const {
    for (const auto& [redirected, scalar] : redirections_) {
        if (redirected == chunk_.target(node))
            node = scalar;
    }
    return python_str(chunk_, node, [this](std::uint32_t collection) { return state(collection) == State::filled; });
}

void Constructor::fail(Refusal what, const char* context, std::string problem, std::uint32_t node,
                       std::string message) const {
    throw Failure{.what = what,
                  .origin =
                      what == Refusal::duplicate_key ? Failure::Origin::duplicate_key : Failure::Origin::constructor,
                  .range = what == Refusal::tag ? composer_.tag_place(node) : place(node),
                  .message = std::move(message),
                  .problem = std::move(problem),
                  .context = context};
}

void Constructor::fail_duplicate(std::uint32_t key, std::uint32_t value, const TableEntry& first) const {
    const TextRange range = place(key);
    Failure failure{.what = Refusal::duplicate_key,
                    .origin = Failure::Origin::duplicate_key,
                    .range = range,
                    .related = place(first.key),
                    .message = "The key `" +
                               beginning(std::string_view(chunk_.text).substr(range.begin, range.size())) +
                               "` stands twice in this mapping: remove or rename one of the two.",
                    .context = "while constructing a mapping"};
    try {
        failure.problem = "found duplicate key \"" + shown(key) + "\" with value \"" + shown(value) +
                          "\" (original value: \"" + shown(first.value) + "\")";
    } catch (const PythonError& error) { // ruamel trips over its own message
        failure.origin = Failure::Origin::python;
        failure.problem = error.text;
        failure.context.clear();
        failure.builtin = error.type;
    }
    throw failure;
}

void Constructor::fail_python(const PythonError& error, std::uint32_t node, Tag tag) const {
    std::string message;
    switch (tag) {
    case Tag::timestamp:
        message = "There is no such date or time: correct it, or put it in quotes if it is a text.";
        break;
    case Tag::integer:
    case Tag::real:
        message = error.text.starts_with("Exceeds")
                      ? "The number has over 4300 digits, more than Python reads: shorten it, or put it in quotes."
                      : "This is no number that Python can read: correct it, or put it in quotes if it is a text.";
        break;
    case Tag::boolean:
        message = "`!!bool` takes true or false: correct the value, or remove the tag.";
        break;
    default:
        message = "These bytes are no base64: correct them.";
        break;
    }
    const bool wrapped = std::string_view(error.type) == "ConstructorError";
    throw Failure{.what = wrapped ? Refusal::tag : Refusal::value,
                  .origin = wrapped ? Failure::Origin::constructor : Failure::Origin::python,
                  .range = place(node),
                  .message = std::move(message),
                  .problem = error.text,
                  .builtin = error.type};
}

} // namespace fairlead::yaml
