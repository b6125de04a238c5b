// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/fidelity/case_file.h"

#include <string>

namespace fidelity {

/// Counts the cases of a file and prints each that differs, so that one run shows all of them.
class Mismatches {
public:
    void asked() { ++asked_; }
    /// Counts and prints a difference; `what` says which part of the answer differs.
    void add(const Json& asked, const std::string& what, const std::string& expected, const std::string& got);
    [[nodiscard]] bool none() const { return different_ == 0; }
    /// "3 of 120 cases differ".
    [[nodiscard]] std::string summary() const;

private:
    std::size_t asked_ = 0;
    std::size_t different_ = 0;
    std::string last_id_;
};

} // namespace fidelity
