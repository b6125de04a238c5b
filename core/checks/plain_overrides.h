// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/value.h"

#include <string_view>

namespace fairlead {

class RegistrySnapshot;

/// Whether each of the overrides of a config is of the field's own kind, so that nobody would ask fairseq2 about it:
/// most are. Of several that are, laid over each other, the same is true: mappings stand only where configs do, so that
/// none meets a null or a text. False: it has to be looked at.
[[nodiscard]] bool fits_plainly(const RegistrySnapshot& registry, std::string_view class_name,
                                const yaml::Value& overrides);

} // namespace fairlead
