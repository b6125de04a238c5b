// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/event.h"
#include "core/yaml/scanner.h"

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace fairlead::yaml {

/// Tokens to events, by the grammar of ruamel.yaml's parser.py, with a stack of its own in place of recursion. Throws
/// Failure.
class Parser {
public:
    /// Where a document stands, apart from its content.
    struct Frame {
        bool at_stream_end = false; // no document follows
        bool has_content = false;   // what comes before the content has been read
        bool has_marker = false;
        TextRange marker;
        TextRange version_directive;
        bool ends_with_marker = false;
        std::uint32_t end_marker = 0; // where the `...` begins
    };

    explicit Parser(Scanner& scanner) : scanner_(scanner) {}

    /// Reads what comes before the content.
    void start_document(Boundary::Kind boundary);
    /// The next event of the content; document_end after its last one.
    [[nodiscard]] Event next();
    /// Reads the end of the document: `...`, or nothing.
    void finish_document();
    /// Refuses the next token: it follows a document, but begins none.
    [[noreturn]] void fail_after_document();
    /// Refuses the next token: it stands on the line of a `...`.
    [[noreturn]] void fail_after_marker();

    [[nodiscard]] const Frame& frame() const noexcept { return frame_; }
    /// The text of the last event's tag, if it is unknown.
    [[nodiscard]] const std::string& tag_text() const noexcept { return tag_text_; }

private:
    enum class State : std::uint8_t {
        document_content,
        block_node,
        document_end,
        block_sequence_entry,
        indentless_sequence_entry,
        block_mapping_key,
        block_mapping_value,
        flow_sequence_first_entry,
        flow_sequence_entry,
        flow_pair_key,
        flow_pair_value,
        flow_pair_end,
        flow_mapping_first_key,
        flow_mapping_key,
        flow_mapping_value,
        flow_mapping_empty_value,
    };

    void read_directives();
    [[nodiscard]] Event node(bool block, bool indentless);
    [[nodiscard]] std::uint32_t properties(Event& event);
    void select_tag(const Token& token, Event& event);
    [[nodiscard]] Event block_sequence_entry();
    [[nodiscard]] Event indentless_sequence_entry();
    [[nodiscard]] Event block_mapping_key();
    [[nodiscard]] Event block_mapping_value();
    [[nodiscard]] Event flow_sequence_entry(bool first);
    [[nodiscard]] Event flow_pair_key();
    [[nodiscard]] Event flow_pair_value();
    [[nodiscard]] Event flow_mapping_key(bool first);
    [[nodiscard]] Event flow_mapping_value();
    [[nodiscard]] static Event scalar_event(const Token& token);
    [[nodiscard]] Event empty_scalar(std::uint32_t at) const;
    [[nodiscard]] Event end(Event::Type type, TextRange range);
    [[nodiscard]] Event child(State then, bool block, bool indentless);
    [[nodiscard]] Event omitted(State then, std::uint32_t at);
    void pop() {
        state_ = states_.back();
        states_.pop_back();
    }
    [[noreturn]] void fail(const char* context, const std::string& problem, const Token& token, std::string message,
                           std::optional<TextRange> related = {}, Refusal what = Refusal::syntax) const;
    [[noreturn]] void fail_node(bool block);
    [[noreturn]] void fail_collection(const char* context, bool sequence);
    [[noreturn]] void fail_flow(char opening);

    Scanner& scanner_;
    State state_ = State::document_end;
    std::vector<State> states_;
    std::vector<TextRange> openings_;                      // where the open collections begin
    std::unordered_map<std::string, std::string> handles_; // and what stands for them
    Frame frame_;
    std::string tag_text_;
};

} // namespace fairlead::yaml
