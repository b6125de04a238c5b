// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/card_file.h"
#include "core/assets/source.h"

namespace fairlead {

/// What fairseq2 makes of a document (assets/metadata_provider.py). Views are into the document's storage.
[[nodiscard]] Card read_card(const yaml::Document& document, SourceKind source);

/// The values that Python takes for false.
[[nodiscard]] bool is_falsy(const yaml::Value& value) noexcept;

} // namespace fairlead
