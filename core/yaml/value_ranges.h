// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

namespace fairlead::yaml {

/// The elements of a list, tuple or set (Item is Value), or the entries of a mapping, omap or pairs (Item is
/// Value::Entry), for a range-based for.
template <typename Item>
class ValueRange {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = Item;
        using pointer = void;
        using reference = Item;

        Iterator() = default;
        [[nodiscard]] Item operator*() const noexcept;
        Iterator& operator++() noexcept;
        Iterator operator++(int) noexcept {
            Iterator before = *this;
            ++*this;
            return before;
        }
        friend bool operator==(const Iterator& left, const Iterator& right) noexcept {
            return left.index_ == right.index_;
        }

    private:
        friend class ValueRange;
        const Chunk* chunk_ = nullptr;
        std::uint32_t node_ = 0;  // the element or the key, or the first entry of the table
        std::uint32_t index_ = 0; // of the item
        bool table_ = false;
    };

    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;

private:
    friend class Value;
    explicit ValueRange(const Value& value) noexcept : value_(value) {}
    Value value_;
};

extern template class ValueRange<Value>;
extern template class ValueRange<Value::Entry>;

} // namespace fairlead::yaml
