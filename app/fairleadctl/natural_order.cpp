// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/natural_order.h"

#include <algorithm>

namespace fairlead::ctl {
namespace {

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// Takes the digits at the front, without leading zeros.
std::string_view take_number(std::string_view& text) {
    std::size_t end = 0;
    while (end < text.size() && is_digit(text[end]))
        ++end;
    std::string_view number = text.substr(0, end);
    text.remove_prefix(end);
    number.remove_prefix(std::min(number.find_first_not_of('0'), number.size()));
    return number;
}

} // namespace

bool natural_less(std::string_view left, std::string_view right) noexcept {
    const std::string_view whole_left = left;
    const std::string_view whole_right = right;
    while (!left.empty() && !right.empty()) {
        if (is_digit(left.front()) && is_digit(right.front())) {
            const std::string_view a = take_number(left);
            const std::string_view b = take_number(right);
            if (a.size() != b.size())
                return a.size() < b.size();
            if (a != b)
                return a < b;
        } else {
            if (left.front() != right.front())
                return static_cast<unsigned char>(left.front()) < static_cast<unsigned char>(right.front());
            left.remove_prefix(1);
            right.remove_prefix(1);
        }
    }
    if (left.empty() != right.empty())
        return left.empty();
    return whole_left < whole_right; // "01" and "1"
}

} // namespace fairlead::ctl
