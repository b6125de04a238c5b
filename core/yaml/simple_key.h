// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace fairlead::yaml {

/// A place where a key without `?` may have begun.
struct SimpleKey {
    std::uint32_t level;
    std::uint32_t token_number;
    std::uint32_t begin;
    std::uint32_t index; // in code points
    std::uint32_t line;
    std::int32_t column;
    bool required;
};

/// The places that are not yet decided, those further up in brackets first. Whether there are some is asked for every
/// token.
class SimpleKeys {
public:
    [[nodiscard]] bool empty() const noexcept { return waiting_ == 0; }
    [[nodiscard]] const SimpleKey& front() const noexcept { return keys_[head_]; }
    [[nodiscard]] const SimpleKey& back() const noexcept { return keys_.back(); }

    void push(const SimpleKey& key) {
        keys_.push_back(key);
        ++waiting_;
    }
    void pop_front() noexcept {
        ++head_;
        leave();
    }
    void pop_back() noexcept {
        keys_.pop_back();
        leave();
    }
    void clear() noexcept {
        keys_.clear();
        head_ = 0;
        waiting_ = 0;
    }

private:
    void leave() noexcept {
        if (--waiting_ == 0)
            clear();
    }

    std::vector<SimpleKey> keys_;
    std::size_t head_ = 0;
    std::size_t waiting_ = 0;
};

} // namespace fairlead::yaml
