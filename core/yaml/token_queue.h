// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/token.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fairlead::yaml {

/// The tokens of a document that have been made and not yet taken. They are numbered from the document's start.
class TokenQueue {
public:
    [[nodiscard]] bool empty() const noexcept { return waiting_ == 0; }
    [[nodiscard]] const Token& front() const noexcept { return tokens_[head_]; }
    [[nodiscard]] const Token& back() const noexcept { return tokens_.back(); }
    /// The number of the first token, which is also how many have been taken.
    [[nodiscard]] std::uint32_t first_number() const noexcept { return taken_; }
    /// The number that the next token will have.
    [[nodiscard]] std::uint32_t next_number() const noexcept { return taken_ + waiting_; }

    void push(const Token& token) {
        tokens_.push_back(token);
        ++waiting_;
    }
    /// Inserts before the token of that number, which has not been taken.
    void insert(std::uint32_t number, const Token& token) {
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(head_ + (number - taken_)), token);
        ++waiting_;
    }
    Token take() {
        const Token token = tokens_[head_];
        ++head_;
        ++taken_;
        --waiting_;
        return token;
    }
    /// Makes room, if all have been taken.
    void reuse() noexcept {
        if (!empty())
            return;
        tokens_.clear();
        head_ = 0;
    }
    /// Begins to number anew.
    void start() noexcept {
        tokens_.clear();
        head_ = 0;
        taken_ = 0;
        waiting_ = 0;
    }

private:
    std::vector<Token> tokens_;
    std::size_t head_ = 0;
    std::uint32_t taken_ = 0;
    std::uint32_t waiting_ = 0;
};

} // namespace fairlead::yaml
