// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/store.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/source_tree.h"

#include <string>

namespace fidelity {

/// The store's answers in the form of the recorded ones (README.md), and the recorded ones reduced to what is compared.
[[nodiscard]] Json error_answer(const fairlead::AssetError& error, const SourceTree& tree);
[[nodiscard]] Json recorded_error(const Json& error);

[[nodiscard]] Json names_answer(const fairlead::AssetStore& store);

[[nodiscard]] Json card_answer(const fairlead::AssetStore& store, const std::string& name, const Json& asked,
                               const SourceTree& tree);
[[nodiscard]] Json recorded_card(const Json& answer);

[[nodiscard]] Json find_answer(const fairlead::AssetStore& store, const Json& asked, const SourceTree& tree);

/// Equal, where a recorded text with a `*` in it stands for any card's name at that place.
[[nodiscard]] bool matches(const Json& recorded, const Json& got);

} // namespace fidelity
