// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/snapshot.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace fairlead {

/// The top-level fields of a card that some fairseq2 reads or has read, as bit numbers.
enum class Field : std::uint8_t {
    name,
    base,
    model_family,
    dataset_family,
    tokenizer_family,
    model_arch,
    checkpoint,
    tokenizer,
    url,
    checkpoint_path,
    tokenizer_path,
    tokenizer_ref,
    restrict_,
    model_config_overrides, // the trios, each in order of rank (models/family.py: _CONFIG_KEYS)
    model_config_override,
    model_config,
    dataset_config_overrides,
    dataset_config_override,
    dataset_config,
    tokenizer_config_overrides,
    tokenizer_config_override,
    tokenizer_config,
    model_type, // from here on: of older versions
    task,
    target_langs,
    langs,
    default_lang,
    use_eot,
    num_shards,
    use_v2_tokenizer,
    unknown,
};

inline constexpr std::size_t field_count = static_cast<std::size_t>(Field::unknown) + 1;

using FieldMask = std::uint32_t;

[[nodiscard]] constexpr FieldMask mask_of(Field field) noexcept { return FieldMask{1} << static_cast<unsigned>(field); }
template <typename... Fields>
[[nodiscard]] constexpr FieldMask mask_of(Field first, Fields... more) noexcept {
    return mask_of(first) | mask_of(more...);
}

/// `unknown` for any other key.
[[nodiscard]] Field field_of(std::string_view key) noexcept;
[[nodiscard]] std::string_view name_of(Field field) noexcept;

/// The config keys of a kind of family; the first that is present and not null anywhere on the chain wins.
struct Trio {
    FamilyKind kind = FamilyKind::model;
    std::array<Field, 3> keys; ///< by rank
    [[nodiscard]] constexpr FieldMask mask() const noexcept { return mask_of(keys[0], keys[1], keys[2]); }
};
inline constexpr std::array<Trio, 3> trios = {
    Trio{FamilyKind::model, {Field::model_config_overrides, Field::model_config_override, Field::model_config}},
    Trio{FamilyKind::dataset, {Field::dataset_config_overrides, Field::dataset_config_override, Field::dataset_config}},
    Trio{FamilyKind::tokenizer,
         {Field::tokenizer_config_overrides, Field::tokenizer_config_override, Field::tokenizer_config}},
};
inline constexpr FieldMask trio_fields = trios[0].mask() | trios[1].mask() | trios[2].mask();

[[nodiscard]] constexpr Field family_field(FamilyKind kind) noexcept {
    return kind == FamilyKind::model     ? Field::model_family
           : kind == FamilyKind::dataset ? Field::dataset_family
                                         : Field::tokenizer_family;
}
inline constexpr FieldMask family_fields = mask_of(Field::model_family, Field::dataset_family, Field::tokenizer_family);

/// Fields that fairseq2 reads with `as_(str)` (assets/card.py).
inline constexpr FieldMask text_fields =
    family_fields | mask_of(Field::model_arch, Field::checkpoint, Field::tokenizer, Field::url, Field::checkpoint_path,
                            Field::tokenizer_path, Field::tokenizer_ref);

/// Fields that no code reads any more, or that moved.
inline constexpr FieldMask legacy_fields =
    mask_of(Field::model_type, Field::task, Field::target_langs, Field::langs, Field::default_lang, Field::use_eot,
            Field::num_shards, Field::use_v2_tokenizer);

} // namespace fairlead
