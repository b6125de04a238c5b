// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string_view>

namespace fairlead {

class RegistrySnapshot;

/// The JSON form of fairseq2 0.8.1 as it ships (resources/fairseq2-0.8.1.json). A part of the program: it never ends.
[[nodiscard]] std::string_view bundled_snapshot_json() noexcept;

/// The same, read anew at each call (0.1 ms): whoever needs it keeps it.
[[nodiscard]] std::shared_ptr<const RegistrySnapshot> bundled_snapshot();

/// A card file to try things on (resources/examples/my_llama.yaml). Two things in it are wrong on purpose: FS021,
/// FS003.
[[nodiscard]] std::string_view bundled_example_card() noexcept;

} // namespace fairlead
