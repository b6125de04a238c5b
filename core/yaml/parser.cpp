// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/parser.h"

namespace fairlead::yaml {

using enum TokenType;

Event Parser::next() {
    switch (state_) {
    case State::document_content: {
        const TokenType type = scanner_.peek().type;
        if (type == directive || type == document_start || type == document_end || type == stream_end) {
            state_ = State::document_end;
            return empty_scalar(frame_.marker.end);
        }
        states_.push_back(State::document_end);
        return node(true, false);
    }
    case State::block_node:
        states_.push_back(State::document_end);
        return node(true, false);
    case State::document_end:
        return {};
    case State::block_sequence_entry:
        return block_sequence_entry();
    case State::indentless_sequence_entry:
        return indentless_sequence_entry();
    case State::block_mapping_key:
        return block_mapping_key();
    case State::block_mapping_value:
        return block_mapping_value();
    case State::flow_sequence_first_entry:
        return flow_sequence_entry(true);
    case State::flow_sequence_entry:
        return flow_sequence_entry(false);
    case State::flow_pair_key:
        return flow_pair_key();
    case State::flow_pair_value:
        return flow_pair_value();
    case State::flow_pair_end: {
        state_ = State::flow_sequence_entry;
        const std::uint32_t at = scanner_.peek().begin;
        return {.type = Event::Type::mapping_end, .range = {at, at}};
    }
    case State::flow_mapping_first_key:
        return flow_mapping_key(true);
    case State::flow_mapping_key:
        return flow_mapping_key(false);
    case State::flow_mapping_value:
        return flow_mapping_value();
    case State::flow_mapping_empty_value:
        return omitted(State::flow_mapping_key, scanner_.taken_to());
    }
    return {};
}

Event Parser::node(bool block, bool indentless) {
    if (scanner_.at(scalar)) { // as most are
        const Token token = scanner_.take();
        pop();
        return scalar_event(token);
    }
    Event event;
    if (scanner_.at(alias)) {
        const Token token = scanner_.take();
        event.type = Event::Type::alias;
        event.range = {token.begin, token.end};
        event.anchor = {token.data, token.data + token.size};
        pop();
        return event;
    }
    const TokenType first = scanner_.peek().type;
    const bool has_properties = first == anchor || first == tag;
    bool non_specific = false; // the tag `!`
    std::uint32_t properties_end = 0;
    if (has_properties) {
        properties_end = properties(event);
        non_specific = event.tag == Tag::string && !event.tagged;
    }
    const Token& token = scanner_.peek();
    if (indentless && token.type == block_entry) {
        event.type = Event::Type::sequence_start;
        event.style = Style::block;
        event.range = {token.begin, token.begin};
        state_ = State::indentless_sequence_entry;
        return event;
    }
    const auto start = [&](Event::Type type, Style style, State state) {
        event.type = type;
        event.style = style;
        event.range = {token.begin, token.end};
        openings_.push_back(event.range);
        state_ = state;
        scanner_.take();
        return event;
    };
    if (token.type == scalar) {
        Event of_token = scalar_event(token);
        of_token.plain = (token.style == Style::plain && !event.tagged) || non_specific;
        of_token.tagged = event.tagged;
        of_token.tag = event.tag;
        of_token.anchor = event.anchor;
        of_token.tag_place = event.tag_place;
        scanner_.take();
        pop();
        return of_token;
    }
    if (token.type == flow_sequence_start)
        return start(Event::Type::sequence_start, Style::flow, State::flow_sequence_first_entry);
    if (token.type == flow_mapping_start)
        return start(Event::Type::mapping_start, Style::flow, State::flow_mapping_first_key);
    if (block && token.type == block_sequence_start)
        return start(Event::Type::sequence_start, Style::block, State::block_sequence_entry);
    if (block && token.type == block_mapping_start)
        return start(Event::Type::mapping_start, Style::block, State::block_mapping_key);
    if (!has_properties)
        fail_node(block);
    event.type = Event::Type::scalar;
    event.plain = !event.tagged;
    event.range = {properties_end, properties_end};
    event.data = properties_end;
    pop();
    return event;
}

// Anchor and tag, in either order; the result is where they end.
std::uint32_t Parser::properties(Event& event) {
    const std::uint32_t begin = scanner_.peek().begin;
    std::uint32_t end = begin;
    std::optional<Token> tag_token;
    const auto take_anchor = [&] {
        const Token token = scanner_.take();
        event.anchor = {token.data, token.data + token.size};
        end = token.end;
    };
    const auto take_tag = [&] {
        tag_token = scanner_.take();
        end = tag_token->end;
    };
    if (scanner_.at(anchor)) {
        take_anchor();
        if (scanner_.at(tag))
            take_tag();
    } else {
        take_tag();
        if (scanner_.at(anchor))
            take_anchor();
    }
    if (tag_token)
        select_tag(*tag_token, event);
    return end;
}

Event Parser::block_sequence_entry() {
    if (scanner_.at(block_entry)) {
        const Token token = scanner_.take();
        const TokenType next = scanner_.peek().type;
        if (next != block_entry && next != block_end)
            return child(State::block_sequence_entry, true, false);
        return omitted(State::block_sequence_entry, token.end);
    }
    if (!scanner_.at(block_end))
        fail_collection("while parsing a block collection", true);
    const Token token = scanner_.take();
    return end(Event::Type::sequence_end, {token.begin, token.end});
}

Event Parser::indentless_sequence_entry() {
    if (scanner_.at(block_entry)) {
        const Token token = scanner_.take();
        const TokenType next = scanner_.peek().type;
        if (next != block_entry && next != key && next != value && next != block_end)
            return child(State::indentless_sequence_entry, true, false);
        return omitted(State::indentless_sequence_entry, token.end);
    }
    const std::uint32_t at = scanner_.peek().begin;
    pop();
    return {.type = Event::Type::sequence_end, .range = {at, at}};
}

Event Parser::block_mapping_key() {
    if (scanner_.at(key)) {
        const Token token = scanner_.take();
        const TokenType next = scanner_.peek().type;
        if (next != key && next != value && next != block_end)
            return child(State::block_mapping_value, true, true);
        return omitted(State::block_mapping_value, token.end);
    }
    if (scanner_.at(value) && Version{1, 1} < scanner_.versions().in_force())
        return omitted(State::block_mapping_value, scanner_.peek().begin);
    if (!scanner_.at(block_end))
        fail_collection("while parsing a block mapping", false);
    const Token token = scanner_.take();
    return end(Event::Type::mapping_end, {token.begin, token.end});
}

Event Parser::block_mapping_value() {
    if (!scanner_.at(value))
        return omitted(State::block_mapping_key, scanner_.taken_to());
    const Token token = scanner_.take();
    const TokenType next = scanner_.peek().type;
    if (next != key && next != value && next != block_end)
        return child(State::block_mapping_key, true, true);
    return omitted(State::block_mapping_key, token.end);
}

Event Parser::scalar_event(const Token& token) {
    return {.type = Event::Type::scalar,
            .style = token.style,
            .decoded = token.decoded,
            .plain = token.style == Style::plain,
            .range = {token.begin, token.end},
            .data = token.data,
            .size = token.size};
}

Event Parser::empty_scalar(std::uint32_t at) const {
    return {.type = Event::Type::scalar, .plain = true, .range = {at, at}, .data = at};
}

Event Parser::end(Event::Type type, TextRange range) {
    pop();
    openings_.pop_back();
    return {.type = type, .range = range};
}

Event Parser::child(State then, bool block, bool indentless) {
    states_.push_back(then);
    return node(block, indentless);
}

Event Parser::omitted(State then, std::uint32_t at) {
    state_ = then;
    return empty_scalar(at);
}

} // namespace fairlead::yaml
