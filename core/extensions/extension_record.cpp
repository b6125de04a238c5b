// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/extension_record.h"

namespace fairlead {

std::string_view to_string(ExtensionState state) noexcept {
    switch (state) {
    case ExtensionState::discovered:
        return "discovered";
    case ExtensionState::imported:
        return "imported";
    case ExtensionState::registered:
        return "registered";
    }
    return {};
}

std::vector<ExtensionRecord> discovered_extensions(const FoundManifests& found) {
    std::vector<ExtensionRecord> records;
    for (const Manifest& manifest : found.manifests)
        for (const EntryPoint& entry : manifest.entries)
            records.push_back({.entry = entry, .distribution = manifest.distribution, .version = manifest.version});
    return records;
}

} // namespace fairlead
