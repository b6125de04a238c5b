// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/chunk.h"

#include <string_view>

namespace fairlead::yaml {

/// Gives a scalar the value that ruamel's constructor makes of `text` under `tag`. The node's place and size of the
/// text are replaced by the value, unless it is a string. Throws PythonError.
void set_scalar_value(Chunk& chunk, std::uint32_t node, Tag tag, std::string_view text, Version version);

/// Puts a text into the chunk that stands nowhere else, and gives it to the node.
void set_decoded(Chunk& chunk, Node& node, std::string_view text);

} // namespace fairlead::yaml
