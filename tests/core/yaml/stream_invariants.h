// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/stream.h"

#include <string>
#include <string_view>

namespace fairlead::yaml {

/// What is wrong with a stream that was read from `text`; empty if nothing is: the documents' texts are the file, every
/// range lies in its document, what is nested lies in what it is nested in, positions and offsets fit.
[[nodiscard]] std::string broken_invariant(const Stream& stream, std::string_view text);

/// Where two streams differ, to the last range; empty if they are alike.
[[nodiscard]] std::string difference(const Stream& left, const Stream& right);

} // namespace fairlead::yaml
