// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fairlead {
inline namespace abi1 {
class DependencyContainer;
}
} // namespace fairlead

/// What each of the libraries of config_extension.cpp does.
struct ConfigExtension {
    using Do = void (*)(fairlead::DependencyContainer&);
    Do register_renamed;
    Do register_retyped;
    Do register_nested;
    Do register_same;
    Do register_hidden;
    /// The fields of the structs, and the values of a new object, as this library has them.
    std::string (*fields)();
};
