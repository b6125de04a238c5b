// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

namespace fairlead::yaml {

/// The elements of a list, tuple or set, for a range-based for.
class Value::Elements {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = Value;
        using pointer = void;
        using reference = Value;

        Iterator() = default;
        [[nodiscard]] Value operator*() const noexcept;
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
        friend class Elements;
        const Chunk* chunk_ = nullptr;
        std::uint32_t node_ = 0;  // the element, or the first entry of the table
        std::uint32_t index_ = 0; // of the element
        bool table_ = false;
    };

    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;

private:
    friend class Value;
    explicit Elements(const Value& value) noexcept : value_(value) {}
    Value value_;
};

/// The entries of a mapping, omap or pairs, for a range-based for.
class Value::Entries {
public:
    class Iterator {
    public:
        using iterator_category = std::forward_iterator_tag;
        using difference_type = std::ptrdiff_t;
        using value_type = Entry;
        using pointer = void;
        using reference = Entry;

        Iterator() = default;
        [[nodiscard]] Entry operator*() const noexcept;
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
        friend class Entries;
        const Chunk* chunk_ = nullptr;
        std::uint32_t node_ = 0;  // the key, or the first entry of the table
        std::uint32_t index_ = 0; // of the entry
        bool table_ = false;
    };

    [[nodiscard]] Iterator begin() const noexcept;
    [[nodiscard]] Iterator end() const noexcept;

private:
    friend class Value;
    explicit Entries(const Value& value) noexcept : value_(value) {}
    Value value_;
};

} // namespace fairlead::yaml
