// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/parser.h"

namespace fairlead::yaml {

using enum TokenType;

Event Parser::flow_sequence_entry(bool first) {
    if (!scanner_.at(flow_sequence_end)) {
        if (!first) {
            if (!scanner_.at(flow_entry))
                fail_flow('[');
            scanner_.take();
        }
        if (scanner_.at(key)) {
            const Token& token = scanner_.peek();
            state_ = State::flow_pair_key;
            return {.type = Event::Type::mapping_start, .style = Style::flow, .range = {token.begin, token.begin}};
        }
        if (!scanner_.at(flow_sequence_end))
            return child(State::flow_sequence_entry, false, false);
    }
    const Token token = scanner_.take();
    return end(Event::Type::sequence_end, {token.begin, token.end});
}

Event Parser::flow_pair_key() {
    const Token token = scanner_.take();
    const TokenType next = scanner_.peek().type;
    if (next != value && next != flow_entry && next != flow_sequence_end)
        return child(State::flow_pair_value, false, false);
    return omitted(State::flow_pair_value, token.end);
}

Event Parser::flow_pair_value() {
    if (!scanner_.at(value))
        return omitted(State::flow_pair_end, scanner_.taken_to());
    const Token token = scanner_.take();
    const TokenType next = scanner_.peek().type;
    if (next != flow_entry && next != flow_sequence_end)
        return child(State::flow_pair_end, false, false);
    return omitted(State::flow_pair_end, token.end);
}

Event Parser::flow_mapping_key(bool first) {
    if (!scanner_.at(flow_mapping_end)) {
        if (!first) {
            if (!scanner_.at(flow_entry))
                fail_flow('{');
            scanner_.take();
        }
        if (scanner_.at(key)) {
            const Token token = scanner_.take();
            const TokenType next = scanner_.peek().type;
            if (next != value && next != flow_entry && next != flow_mapping_end)
                return child(State::flow_mapping_value, false, false);
            return omitted(State::flow_mapping_value, token.end);
        }
        if (scanner_.at(value) && Version{1, 1} < scanner_.versions().in_force())
            return omitted(State::flow_mapping_value, scanner_.peek().begin);
        if (!scanner_.at(flow_mapping_end))
            return child(State::flow_mapping_empty_value, false, false);
    }
    const Token token = scanner_.take();
    return end(Event::Type::mapping_end, {token.begin, token.end});
}

Event Parser::flow_mapping_value() {
    if (!scanner_.at(value))
        return omitted(State::flow_mapping_key, scanner_.taken_to());
    const Token token = scanner_.take();
    const TokenType next = scanner_.peek().type;
    if (next != flow_entry && next != flow_mapping_end)
        return child(State::flow_mapping_key, false, false);
    return omitted(State::flow_mapping_key, token.end);
}

} // namespace fairlead::yaml
