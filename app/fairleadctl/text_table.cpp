// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/text_table.h"
#include "app/fairleadctl/output.h"
#include "core/files/printable_text.h"

#include <algorithm>

namespace fairlead::ctl {

std::string TextTable::text(const Output& output) const {
    std::vector<std::size_t> widths;
    widths.reserve(head_.size());
    for (const std::string& cell : head_)
        widths.push_back(columns(cell));
    for (const auto& row : rows_)
        for (std::size_t at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], columns(printable_text(row[at])));
    const auto line = [&](const std::vector<std::string>& row) {
        std::string text;
        for (std::size_t at = 0; at < row.size(); ++at)
            text += at + 1 == row.size() ? printable_text(row[at]) : padded(printable_text(row[at]), widths[at] + 2);
        return text;
    };
    std::string text = inked(output, Ink::bold, line(head_)) + "\n";
    for (const auto& row : rows_)
        text += line(row) + "\n";
    return text;
}

} // namespace fairlead::ctl
