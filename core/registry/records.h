// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/registration.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

enum class FamilyKind : std::uint8_t { model, dataset, tokenizer };

/// `model`, `dataset`, `tokenizer`.
[[nodiscard]] std::string_view to_string(FamilyKind kind) noexcept;

/// A JSON value kept as its text, read by whoever needs it; nearly nobody needs all of the configs. In a snapshot that
/// was read it is known to be good JSON. Integers may have any number of digits; floats that JSON does not have stand
/// as ".nan", ".inf", "-.inf".
struct RawJson {
    std::string text; ///< empty: none
    [[nodiscard]] explicit operator bool() const noexcept { return !text.empty(); }

    bool operator==(const RawJson&) const = default;
};

/// A named config of a config class (runtime/config_registry.py).
struct ArchitectureRecord {
    std::string name;
    std::optional<std::string> owner; ///< the extension that registered it; none: fairseq2 itself
    RegistrationPlace place;
    RawJson config;                            ///< the complete config
    std::optional<RecordedError> config_error; ///< in place of `config`, where its provider fails

    bool operator==(const ArchitectureRecord&) const = default;
};

/// A registered model, dataset or tokenizer family (models/family.py, …).
struct FamilyRecord {
    FamilyKind kind = FamilyKind::model;
    std::string name;
    std::string class_name;                  ///< with its module
    std::optional<std::string> config_class; ///< with its module; none: the family takes no config
    std::vector<std::string> capabilities;   ///< of model_parallelism, compilation, fsdp, layerwise_ac, meta
    std::optional<bool> restrict;            ///< whether checkpoints are read restricted by default; models only
    std::optional<std::string> owner;
    RegistrationPlace place;
    std::vector<ArchitectureRecord> architectures; ///< in order of registration; model families only
    RawJson default_config;                        ///< `config_kls()`; none if it cannot be made without arguments
    std::optional<RecordedError> default_error;    ///< in place of `default_config`: why not
    std::optional<RecordedError> error;            ///< the family itself cannot be made: nothing but its name is known

    bool operator==(const FamilyRecord&) const = default;
};

/// A card as fairseq2 stores it.
struct RecordedCard {
    std::string name; ///< `llama3_8b@`
    int line = 0;     ///< of its `name`

    bool operator==(const RecordedCard&) const = default;
};

/// A card file of a source, with its text as recorded.
struct RecordedFile {
    std::string path; ///< relative to the source
    std::string text;
    std::vector<RecordedCard> cards;

    bool operator==(const RecordedFile&) const = default;
};

struct RecordedSource {
    std::string name;                 ///< `package:fairseq2.assets.cards`
    std::string folder;               ///< below the environment's packages, or where it lies, resolved; may be empty
    std::optional<std::string> owner; ///< as of families
    RegistrationPlace place;
    std::vector<RecordedFile> files; ///< sorted by path; fairseq2 reads them in the disk's order

    bool operator==(const RecordedSource&) const = default;
};

/// The version of something in the environment beside fairseq2 and Python: `torch`, `2.9.1`.
struct LibraryVersion {
    std::string name;
    std::string version;

    bool operator==(const LibraryVersion&) const = default;
};

} // namespace fairlead
