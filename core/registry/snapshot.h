// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

enum class FamilyKind : std::uint8_t { model, dataset, tokenizer };

/// `model`, `dataset`, `tokenizer`.
[[nodiscard]] std::string_view to_string(FamilyKind kind) noexcept;

/// Where something was registered: a file below the environment's packages, and a line from 1 (0: not known).
struct RegistrationPlace {
    std::string file;
    int line = 0;
};

/// A JSON value kept as its text, read by whoever needs it; nearly nobody needs all of the configs.
struct RawJson {
    std::string text; ///< empty: none
    [[nodiscard]] explicit operator bool() const noexcept { return !text.empty(); }
};

/// A named config of a config class (runtime/config_registry.py).
struct ArchitectureRecord {
    std::string name;
    std::optional<std::string> owner; ///< the extension that registered it; none: fairseq2 itself
    RegistrationPlace place;
    RawJson config;                   ///< the complete config
};

/// A registered model, dataset or tokenizer family (models/family.py, …).
struct FamilyRecord {
    FamilyKind kind = FamilyKind::model;
    std::string name;
    std::string class_name;                    ///< with its module
    std::optional<std::string> config_class;   ///< with its module; none: the family takes no config
    std::vector<std::string> capabilities;     ///< of model_parallelism, compilation, fsdp, layerwise_ac, meta
    std::optional<std::string> owner;
    RegistrationPlace place;
    std::vector<ArchitectureRecord> architectures; ///< in order of registration; model families only
    RawJson default_config;                    ///< `config_kls()`; none if it cannot be made without arguments
};

/// A field of a config class.
struct ConfigField {
    std::string name;
    std::string type;          ///< as Python prints it: `int | None`
    RawJson type_tree;         ///< the same for machines
    RawJson default_value;     ///< none: the field has no default
    std::string documentation; ///< as its class's source gives it; may be empty
    std::string nested_class;  ///< the config class of the field, with its module, if it is one (also in `X | None`)
};

struct ConfigSchema {
    std::string class_name; ///< with its module
    RegistrationPlace place;
    std::string documentation;
    std::vector<ConfigField> fields;
};

/// A card file of a source, with its text as recorded.
struct RecordedFile {
    std::string path; ///< relative to the source
    std::string text;
};

struct RecordedSource {
    std::string name; ///< `package:fairseq2.assets.cards`
    std::vector<RecordedFile> files;
};

/// What is registered in an environment: the value that hosts produce and everything else reads.
///
/// A value; const functions may be called from any thread.
class RegistrySnapshot {
public:
    std::string fairseq2_version;
    std::string python_version;
    bool recorded = false; ///< the bundled recording, no live environment

    std::vector<FamilyRecord> families; ///< in order of registration
    std::vector<RecordedSource> sources;
    std::vector<std::string> schemes;   ///< of `checkpoint` and `tokenizer`: file, s3, hg, http, https

    [[nodiscard]] const FamilyRecord* find_family(FamilyKind kind, std::string_view name) const noexcept;
    /// An architecture belongs to the config class: families that share one share their architectures.
    [[nodiscard]] const ArchitectureRecord* find_architecture(const FamilyRecord& family,
                                                              std::string_view name) const noexcept;
    /// The architectures that a family knows, in order of registration.
    [[nodiscard]] std::vector<const ArchitectureRecord*> architectures_of(const FamilyRecord& family) const;
    /// The schema of a config class by its full name, or null. Read on first use.
    [[nodiscard]] std::shared_ptr<const ConfigSchema> find_schema(std::string_view class_name) const;
    [[nodiscard]] std::size_t count(FamilyKind kind) const noexcept;
    [[nodiscard]] std::size_t architecture_count() const noexcept;

    RawJson schemas; ///< all config schemas by class name
};

/// A snapshot file that is none. The text says where and what.
class SnapshotError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads a snapshot's JSON form. Throws SnapshotError on anything else, whatever the bytes.
[[nodiscard]] RegistrySnapshot read_snapshot(std::string_view json);
[[nodiscard]] std::string write_snapshot(const RegistrySnapshot& snapshot);

} // namespace fairlead
