// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

namespace fairlead::yaml {

void Scanner::fetch_stream_end() {
    unwind_indent(-1);
    remove_possible_key();
    allow_simple_key_ = false;
    keys_.clear();
    push(TokenType::stream_end, offset(p_), offset(p_));
    done_ = true;
}

void Scanner::fetch_directive() {
    unwind_indent(-1);
    remove_possible_key();
    allow_simple_key_ = false;
    saw_directive_ = true;
    unfinished_directive_ = offset(p_);
    scan_directive();
    unfinished_directive_.reset();
}

void Scanner::fetch_document_marker(TokenType type) {
    unwind_indent(-1);
    remove_possible_key();
    allow_simple_key_ = false;
    push(type, offset(p_), offset(p_) + 3);
    p_ += 3;
}

void Scanner::fetch_flow_start(TokenType type, char opening) {
    save_possible_key();
    flow_.push_back(opening);
    allow_simple_key_ = true;
    push(type, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_flow_end(TokenType type) {
    remove_possible_key();
    if (!flow_.empty())
        flow_.pop_back(); // else it is for the parser to refuse
    allow_simple_key_ = false;
    push(type, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_flow_entry() {
    allow_simple_key_ = true;
    remove_possible_key();
    push(TokenType::flow_entry, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_block_entry() {
    if (!in_flow()) {
        if (!allow_simple_key_) {
            fail(
                Refusal::syntax, "", "sequence entries are not allowed here", here(),
                "A list cannot begin here: begin it on a line of its own, or put the value in quotes if it is a text.");
        }
        if (add_indent(column()))
            push(TokenType::block_sequence_start, offset(p_), offset(p_));
    }
    allow_simple_key_ = true;
    remove_possible_key();
    push(TokenType::block_entry, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_key() {
    if (!in_flow()) {
        if (!allow_simple_key_) {
            fail(Refusal::syntax, "", "mapping keys are not allowed here", here(),
                 "A `?` key cannot begin here: begin it on a line of its own, or put the value in quotes if it is a "
                 "text.");
        }
        if (add_indent(column()))
            push(TokenType::block_mapping_start, offset(p_), offset(p_));
    }
    allow_simple_key_ = !in_flow();
    remove_possible_key();
    push(TokenType::key, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_value() {
    if (!keys_.empty() && keys_.back().level == flow_.size()) {
        const SimpleKey key = keys_.back();
        keys_.pop_back();
        insert(key.token_number, TokenType::key, key.begin);
        if (!in_flow() && add_indent(key.column))
            insert(key.token_number, TokenType::block_mapping_start, key.begin);
        allow_simple_key_ = false;
    } else {
        if (!in_flow()) {
            if (!allow_simple_key_) {
                fail(
                    Refusal::syntax, "", "mapping values are not allowed here", here(),
                    "A second `: ` in one value: put the value in quotes, or move the inner key to a line of its own.");
            }
            if (add_indent(column()))
                push(TokenType::block_mapping_start, offset(p_), offset(p_));
        }
        allow_simple_key_ = !in_flow();
        remove_possible_key();
    }
    push(TokenType::value, offset(p_), offset(p_) + 1);
    ++p_;
}

void Scanner::fetch_anchor(TokenType type) {
    save_possible_key();
    allow_simple_key_ = false;
    scan_anchor(type);
}

void Scanner::fetch_tag() {
    save_possible_key();
    allow_simple_key_ = false;
    scan_tag();
}

void Scanner::fetch_block_scalar(bool folded) {
    allow_simple_key_ = true;
    remove_possible_key();
    scan_block_scalar(folded);
}

void Scanner::fetch_quoted(char quote) {
    save_possible_key();
    allow_simple_key_ = false;
    scan_quoted(quote);
}

void Scanner::fetch_plain() {
    if (allow_simple_key_ && !in_flow() && fetch_plain_key())
        return;
    save_possible_key();
    allow_simple_key_ = false;
    scan_plain(); // sets allow_simple_key_ again if it ends at the start of a line
}

bool Scanner::is_value() const noexcept {
    if (!in_flow())
        return is_end_or_blank(p_ + 1);
    if (versions_.in_force().is_1_1())
        return true;
    const bool after_value = !tokens_.empty() && tokens_.back().type == TokenType::value;
    return (flow_.back() != '[' && !after_value) || is_end_or_blank(p_ + 1);
}

bool Scanner::is_plain_start() const noexcept {
    if (!has_class(*p_, character::indicator))
        return true;
    if (*p_ == ':' && in_flow())
        return !versions_.in_force().is_1_1() && !has_class(p_[1], character::blank);
    if (*p_ == '-' || *p_ == ':' || (*p_ == '?' && !in_flow()))
        return !is_end_or_blank(p_ + 1);
    return false;
}

void Scanner::fail_at_character() {
    const std::string problem = "found character " + shown(p_) + " that cannot start any token";
    const char* context = "while scanning for the next token";
    looked_to_ = p_ + 1; // where it might have been the start of a plain scalar
    switch (*p_) {
    case '\t':
        fail(Refusal::tab, context, problem, here(),
             "A tab stands where YAML takes only spaces: replace the tab by spaces.");
    case '|':
    case '>':
        fail(Refusal::syntax, context, problem, here(),
             std::string("Inside brackets a value cannot begin with `") + *p_ + "`: put it in quotes.");
    default:
        fail(Refusal::syntax, context, problem, here(),
             "A value cannot begin with `" + std::string(p_, character_size(p_)) + "`: put it in quotes.");
    }
}

} // namespace fairlead::yaml
