// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace fairlead::ctl {

class Output;

/// Rows of cells for people, each column as wide as its widest cell.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> head) : head_(std::move(head)) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    [[nodiscard]] std::string text(const Output& output) const;

private:
    std::vector<std::string> head_;
    std::vector<std::vector<std::string>> rows_;
};

} // namespace fairlead::ctl
