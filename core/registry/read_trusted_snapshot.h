// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/snapshot.h"

#include <string_view>

namespace fairlead {

/// Like read_snapshot(), for a text that is part of the program and has its `schemas` last: those are read when they
/// are first asked for. Most calls of the command never do, and the schemas are most of the text.
[[nodiscard]] RegistrySnapshot read_trusted_snapshot(std::string_view json);

} // namespace fairlead
