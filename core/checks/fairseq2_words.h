// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/check_context.h"

#include <string>
#include <string_view>

namespace fairlead {

// What fairseq2 itself says, for people who search for it: `AssetMetadataError: …`. Texts over some hundred bytes are
// cut.

[[nodiscard]] std::string fairseq2_says(std::string_view type, std::string_view message);
[[nodiscard]] std::string fairseq2_says(const AssetError& error);
/// Of a document that cannot be stored as a card (assets/metadata_provider.py).
[[nodiscard]] std::string said_of_document(const CheckContext& context);

} // namespace fairlead
