// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/mismatches.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdio>

namespace fidelity {

void Mismatches::add(const Json& asked, const std::string& what, const std::string& expected, const std::string& got) {
    const auto id = asked.at("id").get<std::string>();
    if (id != last_id_) {
        ++different_;
        last_id_ = id;
        Json question = asked;
        question.erase("expect");
        question.erase("id");
        fmt::print("{}: {}\n", id, shown(question));
    }
    fmt::print("    {}\n        expected {}\n        got      {}\n", what, expected, got);
    std::fflush(stdout);
}

std::string Mismatches::summary() const { return fmt::format("{} of {} cases differ", different_, asked_); }

} // namespace fidelity
