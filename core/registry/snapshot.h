// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/config_schemas.h"
#include "core/registry/extension_report.h"
#include "core/registry/records.h"
#include "core/schemas/torch_names.h"

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// What is registered in an environment: the value that hosts produce and everything else reads.
///
/// A value; const functions may be called from any thread. What the functions give is borrowed from the snapshot.
class RegistrySnapshot {
public:
    std::string fairseq2_version;
    std::string python_version;            ///< `3.11`
    std::vector<LibraryVersion> libraries; ///< what else of the environment's versions matters
    bool recorded = false;                 ///< the bundled recording, no live environment
    std::string notice;                    ///< whose work the recorded texts are; may be empty

    std::vector<FamilyRecord> families; ///< in order of registration
    std::vector<RecordedSource> sources;
    std::vector<ExtensionReport> extensions; ///< in the order of loading; a recording has none
    std::vector<std::string> schemes;        ///< of `checkpoint` and `tokenizer`: file, s3, hg, http, https
    std::vector<std::string> environments;   ///< those of `@env` that are searched: user, and what a resolver gave
    TorchNames torch;                        ///< empty: not known
    ConfigSchemas schemas;

    [[nodiscard]] const FamilyRecord* find_family(FamilyKind kind, std::string_view name) const noexcept;
    /// The families of a kind, in order of registration.
    [[nodiscard]] std::vector<const FamilyRecord*> families_of(FamilyKind kind) const;
    /// An architecture belongs to the config class: families that share one share their architectures.
    [[nodiscard]] const ArchitectureRecord* find_architecture(const FamilyRecord& family,
                                                              std::string_view name) const noexcept;
    /// The architectures that a family knows, in order of registration.
    [[nodiscard]] std::vector<const ArchitectureRecord*> architectures_of(const FamilyRecord& family) const;
    /// The schema of a config class by its full name, or null.
    [[nodiscard]] std::shared_ptr<const ConfigSchema> find_schema(std::string_view class_name) const;
    [[nodiscard]] std::size_t count(FamilyKind kind) const noexcept;
    [[nodiscard]] std::size_t architecture_count() const noexcept;
    [[nodiscard]] std::size_t card_count() const noexcept;
};

/// A snapshot file that is none. The text says where and what.
class SnapshotError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The version of the JSON form, its member `format`.
inline constexpr int snapshot_format = 1;

/// Reads a snapshot's JSON form (resources/snapshot.schema.json). Members that it does not know are skipped. Throws
/// SnapshotError on anything else, whatever the bytes: bad JSON, a wrong type, a missing member, over 64 MiB, nesting
/// over 100 levels.
[[nodiscard]] RegistrySnapshot read_snapshot(std::string_view json);

/// Writes the JSON form, laid out as the probe does: a recording that is read and written stays the same byte for byte.
[[nodiscard]] std::string write_snapshot(const RegistrySnapshot& snapshot);

} // namespace fairlead
