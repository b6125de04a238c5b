// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/registry_sources.h"

#include <utility>

namespace fairlead {

std::vector<AssetSource> registry_sources(const RegistrySnapshot& registry) {
    std::vector<AssetSource> sources;
    sources.reserve(registry.sources.size());
    for (const RecordedSource& recorded : registry.sources) {
        std::vector<GivenFile> files;
        files.reserve(recorded.files.size());
        for (const RecordedFile& file : recorded.files) {
            files.push_back({file.path, file.text});
        }
        sources.push_back(recorded_source(recorded.name, std::move(files)));
        sources.back().from_registry = true;
        if (recorded.folder.starts_with('/')) // else it is relative to an environment that may be anywhere
            sources.back().given_in = recorded.folder;
    }
    return sources;
}

} // namespace fairlead
