// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/scanner.h"

namespace fairlead::yaml {

// A key without `?` must be on one line and no longer than this (code points).
static constexpr std::uint32_t max_simple_key_size = 1024;

bool Scanner::first_token_may_be_key() {
    drop_stale_keys();
    return !keys_.empty() && keys_.front().token_number == tokens_.first_number();
}

void Scanner::drop_stale_keys() {
    // Keys further up lie before those further down and on no later line: the stale ones come first.
    for (; !keys_.empty(); keys_.pop_front()) {
        const SimpleKey& key = keys_.front();
        if (key.line == line_ && index() - key.index <= max_simple_key_size)
            return;
        if (key.required)
            fail_without_colon(key);
    }
}

void Scanner::save_possible_key() {
    if (!allow_simple_key_)
        return;
    remove_possible_key();
    const std::int32_t now = in_flow() ? 0 : column();
    keys_.push({.level = static_cast<std::uint32_t>(flow_.size()),
                .token_number = tokens_.next_number(),
                .begin = offset(p_),
                .index = index(),
                .line = line_,
                .column = now,
                .required = !in_flow() && indent_ == now});
}

void Scanner::remove_possible_key() {
    if (keys_.empty() || keys_.back().level != flow_.size())
        return;
    if (keys_.back().required)
        fail_without_colon(keys_.back());
    keys_.pop_back();
}

void Scanner::fail_without_colon(const SimpleKey& key) const {
    const char* end = text_.data() + key.begin;
    while (!is_end(end))
        ++end;
    fail(Refusal::syntax, "while scanning a simple key", "could not find expected ':'", {key.begin, offset(end)},
         "This line stands where a key is expected, but no `: ` follows: add the colon, or indent the line if it "
         "belongs to the value above it.");
}

} // namespace fairlead::yaml
