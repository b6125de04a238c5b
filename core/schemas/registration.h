// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fairlead {

/// Where something was registered: a file below the environment's packages, and a line from 1 (0: not known).
struct RegistrationPlace {
    std::string file{};
    int line = 0;

    bool operator==(const RegistrationPlace&) const = default;
};

/// Why a value could not be had: the exception's class without its module, and its text.
struct RecordedError {
    std::string type{};
    std::string message{};

    bool operator==(const RecordedError&) const = default;
};

} // namespace fairlead
