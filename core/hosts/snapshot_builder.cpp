// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/snapshot_builder.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace fairlead {

void SnapshotBuilder::take(const HelloMessage& hello) {
    snapshot_.fairseq2_version = hello.fairseq2_version;
    snapshot_.python_version = hello.python_version;
    snapshot_.libraries = hello.runtime;
}

void SnapshotBuilder::take(SourceMessage message) {
    const auto [entry, is_new] = sources_.try_emplace(message.index, snapshot_.sources.size());
    if (is_new) {
        snapshot_.sources.push_back(std::move(message.source));
        return;
    }
    auto& files = snapshot_.sources[entry->second].files;
    files.insert(files.end(), std::make_move_iterator(message.source.files.begin()),
                 std::make_move_iterator(message.source.files.end()));
}

void SnapshotBuilder::take(CardMessage message) {
    const auto source = sources_.find(message.source);
    if (source == sources_.end())
        return;
    // A file's cards come after it, so it is the last one as a rule.
    auto& files = snapshot_.sources[source->second].files;
    const auto file = std::find_if(files.rbegin(), files.rend(),
                                   [&](const RecordedFile& candidate) { return candidate.path == message.path; });
    if (file != files.rend())
        file->cards.push_back(std::move(message.card));
}

void SnapshotBuilder::take(FamilyMessage message) { snapshot_.families.push_back(std::move(message.family)); }

void SnapshotBuilder::take(ArchitectureMessage message) {
    const auto family =
        std::find_if(snapshot_.families.rbegin(), snapshot_.families.rend(), [&](const FamilyRecord& candidate) {
            return candidate.kind == FamilyKind::model && candidate.name == message.family;
        });
    if (family != snapshot_.families.rend())
        family->architectures.push_back(std::move(message.architecture));
}

void SnapshotBuilder::take(ConfigSchema schema) {
    schemas_.push_back(std::make_shared<const ConfigSchema>(std::move(schema)));
}

void SnapshotBuilder::take(DoneMessage message) {
    snapshot_.environments = std::move(message.environments);
    snapshot_.schemes = std::move(message.schemes);
    snapshot_.torch = std::move(message.torch);
}

RegistrySnapshot SnapshotBuilder::finish() {
    snapshot_.schemas = ConfigSchemas(std::exchange(schemas_, {}));
    sources_.clear();
    return std::exchange(snapshot_, {});
}

} // namespace fairlead
