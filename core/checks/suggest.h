// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace fairlead {

/// The candidate that was most likely meant by `wrong`, or empty if none is near. `each` calls its argument with
/// every candidate; ties go to the first.
[[nodiscard]] std::string nearest_name(std::string_view wrong,
                                       const std::function<void(const std::function<void(std::string_view)>&)>& each);

} // namespace fairlead
