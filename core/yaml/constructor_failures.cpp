// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/constructor.h"
#include "core/yaml/python_text.h"

namespace fairlead::yaml {

TextRange Constructor::place(std::uint32_t node) const {
    const Node& it = chunk_.nodes[node];
    return {it.begin + document_begin_, it.end + document_begin_};
}

std::string Constructor::shown(std::uint32_t node) const {
    return python_str(chunk_, node, [this](std::uint32_t collection) { return state(collection) == State::filled; });
}

void Constructor::fail(Refusal what, const char* context, std::string problem, std::uint32_t node,
                       std::string message) const {
    throw Failure{.what = what,
                  .origin =
                      what == Refusal::duplicate_key ? Failure::Origin::duplicate_key : Failure::Origin::constructor,
                  .range = place(node),
                  .message = std::move(message),
                  .problem = std::move(problem),
                  .context = context};
}

void Constructor::fail_duplicate(std::uint32_t key, std::uint32_t value, const TableEntry& first) const {
    const TextRange range = place(key);
    std::string name(std::string_view(chunk_.text).substr(range.begin, std::min(range.size(), 60u)));
    throw Failure{.what = Refusal::duplicate_key,
                  .origin = Failure::Origin::duplicate_key,
                  .range = range,
                  .related = place(first.key),
                  .message = "The key `" + name + "` stands twice in this mapping: remove or rename one of the two.",
                  .problem = "found duplicate key \"" + shown(key) + "\" with value \"" + shown(value) +
                             "\" (original value: \"" + shown(first.value) + "\")",
                  .context = "while constructing a mapping"};
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
