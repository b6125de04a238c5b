// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace fairlead::ctl {

struct Call;

/// What fairleadctl is, its calls, its exit statuses.
[[nodiscard]] std::string overview();
/// All that there is to know of a call: its right form, what it does, its options, examples.
[[nodiscard]] std::string page_of(const Call& call);
/// "Usage: fairleadctl check [OPTIONS] [PATH…]"
[[nodiscard]] std::string right_form(const Call& call);

} // namespace fairlead::ctl
