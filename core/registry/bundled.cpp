// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"

#include "core/registry/read_trusted_snapshot.h"

#include <cstddef>

// Laid into the program by resources/embedded.S.
extern "C" {
extern const char fairlead_snapshot_begin[];
extern const char fairlead_snapshot_end[];
extern const char fairlead_example_card_begin[];
extern const char fairlead_example_card_end[];
}

namespace fairlead {

namespace {

std::string_view bytes_between(const char* begin, const char* end) noexcept {
    // NOLINTNEXTLINE(clang-analyzer-security.PointerSub): both names are of one text
    return {begin, static_cast<std::size_t>(end - begin)};
}

} // namespace

std::string_view bundled_snapshot_json() noexcept {
    return bytes_between(fairlead_snapshot_begin, fairlead_snapshot_end);
}

std::shared_ptr<const RegistrySnapshot> bundled_snapshot() {
    return std::make_shared<RegistrySnapshot>(read_trusted_snapshot(bundled_snapshot_json()));
}

std::string_view bundled_example_card() noexcept {
    return bytes_between(fairlead_example_card_begin, fairlead_example_card_end);
}

} // namespace fairlead
