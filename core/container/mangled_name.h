// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <string_view>

namespace fairlead {
inline namespace abi1 {
namespace container {

/// Whether a type is one of an anonymous namespace or inside a function, or is made of such a one. `mangled`: as
/// std::type_info::name() gives it by the Itanium ABI.
[[nodiscard]] bool names_local_entity(std::string_view mangled) noexcept;

/// The qualified name as Python would have it: with dots, without inline namespaces; `int`, `float`, `bool` and `str`
/// for what those are in Python.
[[nodiscard]] std::string python_name(const std::string& mangled);

} // namespace container
} // namespace abi1
} // namespace fairlead
