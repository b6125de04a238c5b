// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/card_fields.h"

#include <initializer_list>

namespace fairlead {

namespace {

constexpr std::array<std::string_view, field_count> names = {
    "name",
    "base",
    "model_family",
    "dataset_family",
    "tokenizer_family",
    "model_arch",
    "checkpoint",
    "tokenizer",
    "url",
    "checkpoint_path",
    "tokenizer_path",
    "tokenizer_ref",
    "restrict",
    "model_config_overrides",
    "model_config_override",
    "model_config",
    "dataset_config_overrides",
    "dataset_config_override",
    "dataset_config",
    "tokenizer_config_overrides",
    "tokenizer_config_override",
    "tokenizer_config",
    "model_type",
    "task",
    "target_langs",
    "langs",
    "default_lang",
    "use_eot",
    "num_shards",
    "use_v2_tokenizer",
    "",
};

Field one_of(std::string_view key, std::initializer_list<Field> candidates) noexcept {
    for (const Field field : candidates) {
        if (names[static_cast<std::size_t>(field)] == key) {
            return field;
        }
    }
    return Field::unknown;
}

} // namespace

// By length first: no length has more than four names, so that a key costs a jump and a comparison or two.
Field field_of(std::string_view key) noexcept {
    switch (key.size()) {
    case 3:
        return one_of(key, {Field::url});
    case 4:
        return one_of(key, {Field::name, Field::base, Field::task});
    case 5:
        return one_of(key, {Field::langs});
    case 7:
        return one_of(key, {Field::use_eot});
    case 8:
        return one_of(key, {Field::restrict_});
    case 9:
        return one_of(key, {Field::tokenizer});
    case 10:
        return one_of(key, {Field::checkpoint, Field::model_arch, Field::num_shards, Field::model_type});
    case 12:
        return one_of(key, {Field::model_family, Field::model_config, Field::target_langs, Field::default_lang});
    case 13:
        return one_of(key, {Field::tokenizer_ref});
    case 14:
        return one_of(key, {Field::tokenizer_path, Field::dataset_family, Field::dataset_config});
    case 15:
        return one_of(key, {Field::checkpoint_path});
    case 16:
        return one_of(key, {Field::tokenizer_family, Field::tokenizer_config, Field::use_v2_tokenizer});
    case 21:
        return one_of(key, {Field::model_config_override});
    case 22:
        return one_of(key, {Field::model_config_overrides});
    case 23:
        return one_of(key, {Field::dataset_config_override});
    case 24:
        return one_of(key, {Field::dataset_config_overrides});
    case 25:
        return one_of(key, {Field::tokenizer_config_override});
    case 26:
        return one_of(key, {Field::tokenizer_config_overrides});
    default:
        return Field::unknown;
    }
}

std::string_view name_of(Field field) noexcept { return names[static_cast<std::size_t>(field)]; }

} // namespace fairlead
