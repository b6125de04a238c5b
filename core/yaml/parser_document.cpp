// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/numbers.h"
#include "core/yaml/parser.h"
#include "core/yaml/resolver.h"

namespace fairlead::yaml {

using enum TokenType;

namespace {

constexpr std::string_view yaml_prefix = "tag:yaml.org,2002:";

// ruamel decodes `%` in a suffix once more after the scanner did.
std::string decoded_suffix(const std::string& suffix, TextRange place) {
    std::string decoded;
    for (std::size_t i = 0; i < suffix.size(); ++i) {
        if (suffix[i] != '%') {
            decoded += suffix[i];
            continue;
        }
        const std::string digits = suffix.substr(i + 1, 2);
        try {
            append_utf8(decoded, static_cast<std::uint32_t>(python_int(digits, 16).small));
        } catch (const PythonError& error) {
            throw Failure{.what = Refusal::tag,
                          .origin = Failure::Origin::python,
                          .range = place,
                          .message = "In a tag `%` must be followed by two hexadecimal digits: correct it.",
                          .problem = error.text,
                          .builtin = error.type};
        }
        i += 2;
    }
    return decoded;
}

} // namespace

void Parser::start_document(Boundary::Kind boundary) {
    states_.clear();
    openings_.clear();
    frame_ = {};
    handles_.clear();
    const auto at_explicit = [&] {
        const TokenType type = scanner_.peek().type;
        return type == directive || type == document_start || type == stream_end;
    };
    if (boundary == Boundary::Kind::closed_by_1_1) {
        while (scanner_.at(document_end))
            scanner_.take();
    } else if (boundary != Boundary::Kind::open && !at_explicit()) {
        state_ = State::block_node;
        frame_.has_content = true;
        return;
    }
    if (scanner_.at(stream_end)) {
        frame_.at_stream_end = true;
        return;
    }
    read_directives();
    if (!scanner_.at(document_start)) {
        const Token& token = scanner_.peek();
        fail("", "expected '<document start>', but found ('" + std::string(python_name(token.type)) + "',)", token,
             "A document must begin with `---` here: add a line with `---` before it.", {}, Refusal::directive);
    }
    const Token token = scanner_.take();
    frame_.has_content = true;
    frame_.has_marker = true;
    frame_.marker = {token.begin, token.end};
    state_ = State::document_content;
}

void Parser::read_directives() {
    bool has_version = false;
    Version version;
    std::string version_text;
    while (scanner_.at(directive)) {
        const Token token = scanner_.take();
        const Directive& directive = scanner_.directive(token);
        if (directive.type == Directive::Type::version) {
            if (has_version) {
                fail("", "found duplicate YAML directive", token, "The `%YAML` line stands twice: remove one.",
                     frame_.version_directive, Refusal::directive);
            }
            if (directive.version.major != 1) {
                fail("", "found incompatible YAML document (version 1.* is required)", token,
                     "This version of YAML cannot be read: write `%YAML 1.2`, or remove the line.", {},
                     Refusal::directive);
            }
            has_version = true;
            version = directive.version;
            version_text = directive.version_text;
            frame_.version_directive = {token.begin, token.end};
        } else if (directive.type == Directive::Type::tag) {
            if (!handles_.emplace(directive.handle, directive.prefix).second) {
                fail("", "duplicate tag handle " + python_repr(directive.handle), token,
                     "This handle is defined twice: remove one of the `%TAG` lines.", {}, Refusal::directive);
            }
        }
    }
    if (has_version && !version.is_1_1() && !version.is_1_2()) {
        throw Failure{.what = Refusal::directive,
                      .origin = Failure::Origin::python,
                      .range = frame_.version_directive,
                      .message = "This version of YAML cannot be read: write `%YAML 1.2`, or remove the line.",
                      .problem = "version minor part can only be 2 or 1, got " + version_text,
                      .builtin = "AssertionError"};
    }
    scanner_.set_loaded_version(version);
}

void Parser::select_tag(const Token& token, Event& event) {
    const TagText& tag = scanner_.tag(token);
    const TextRange place{token.begin, token.end};
    std::string name;
    if (tag.handle) {
        const auto found = handles_.find(*tag.handle);
        if (found != handles_.end()) {
            name = found->second;
        } else if (*tag.handle == "!" || *tag.handle == "!!") {
            name = *tag.handle == "!" ? std::string_view("!") : yaml_prefix;
        } else {
            fail("while parsing a node", "found undefined tag handle " + python_repr(*tag.handle), token,
                 "The tag's handle `" + *tag.handle +
                     "` is not defined: define it with a `%TAG` line, or remove the tag.",
                 {}, Refusal::tag);
        }
    }
    name += decoded_suffix(tag.suffix, place);
    if (name == "!") {
        event.tag = Tag::string; // non-specific: see node()
        return;
    }
    event.tagged = true;
    event.tag_place = place;
    event.tag = tag_of_name(name);
    if (event.tag == Tag::unknown)
        tag_text_ = std::move(name);
}

void Parser::finish_document() {
    if (!scanner_.at(document_end))
        return;
    frame_.ends_with_marker = true;
    frame_.end_marker = scanner_.take().begin;
}

void Parser::fail_after_document() {
    const Token& token = scanner_.peek();
    fail("", "expected '<document start>', but found ('" + std::string(python_name(token.type)) + "',)", token,
         "The value of the document has ended before this: bring it into the value above, or begin a new document with "
         "a line `---`.");
}

void Parser::fail_after_marker() {
    const Token& token = scanner_.peek();
    fail("", "found non-comment content after document end marker, ('" + std::string(python_name(token.type)) + "',)",
         token, "Nothing but a comment may stand on the line of `...`: move it to a line of its own.");
}

void Parser::fail(const char* context, const std::string& problem, const Token& token, std::string message,
                  std::optional<TextRange> related, Refusal what) const {
    throw Failure{.what = what,
                  .origin = Failure::Origin::parser,
                  .range = {token.begin, token.end},
                  .related = related,
                  .message = std::move(message),
                  .problem = problem,
                  .context = context};
}

void Parser::fail_node(bool block) {
    const Token& token = scanner_.peek();
    std::string message;
    switch (token.type) {
    case document_start:
    case document_end:
        message = openings_.empty() || block
                      ? "A document marker stands where a value is expected: give the value, or remove the line."
                      : "A document marker stands inside brackets: close them before it.";
        break;
    case stream_end:
        message = "The file ends where a value is expected: close what is open.";
        break;
    case block_entry:
        message = "A `-` cannot stand here: begin the list on a line of its own, or write it as `[a, b]`.";
        break;
    case flow_entry:
        message = "A `,` stands where a value is expected: remove it, or give the value.";
        break;
    case flow_sequence_end:
    case flow_mapping_end:
        message = "This bracket closes nothing: remove it, or put the text in quotes.";
        break;
    default:
        message = "Something else stands where a value is expected: give the value, or put the text in quotes.";
        break;
    }
    std::optional<TextRange> related;
    if (!block && !openings_.empty())
        related = openings_.back();
    fail(block ? "while parsing a block node" : "while parsing a flow node",
         "expected the node content, but found '" + std::string(python_name(token.type)) + "'", token, message,
         related);
}

void Parser::fail_collection(const char* context, bool sequence) {
    const Token& token = scanner_.peek();
    fail(context, "expected <block end>, but found '" + std::string(python_name(token.type)) + "'", token,
         sequence ? "This does not belong to the list above it: begin the line with `- `, or correct its indentation."
                  : "This does not belong to the mapping above it: write `key: value`, or correct its indentation.",
         openings_.back());
}

void Parser::fail_flow(char opening) {
    const Token& token = scanner_.peek();
    const char closing = opening == '[' ? ']' : '}';
    fail(opening == '[' ? "while parsing a flow sequence" : "while parsing a flow mapping",
         std::string("expected ',' or '") + closing + "', but got '" + std::string(python_name(token.type)) + "'",
         token,
         token.type == stream_end || token.type == document_start || token.type == document_end
             ? std::string("The bracket `") + opening + "` is not closed: add `" + closing + "`."
             : std::string("A `,` or `") + closing + "` is missing before this: add it, or put the text in quotes.",
         openings_.back());
}

} // namespace fairlead::yaml
