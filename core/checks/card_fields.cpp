// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/card_fields.h"

#include <cstring>

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

/// Whether a key of that length is this name: a comparison of a few words, not a call.
template <std::size_t N>
bool is(std::string_view key, const char (&name)[N]) noexcept {
    return std::memcmp(key.data(), name, N - 1) == 0;
}

} // namespace

// By length first: no length has more than four names, so that a key costs a jump and a comparison or two.
Field field_of(std::string_view key) noexcept {
    switch (key.size()) {
    case 3:
        return is(key, "url") ? Field::url : Field::unknown;
    case 4:
        return is(key, "name")   ? Field::name
               : is(key, "base") ? Field::base
               : is(key, "task") ? Field::task
                                 : Field::unknown;
    case 5:
        return is(key, "langs") ? Field::langs : Field::unknown;
    case 7:
        return is(key, "use_eot") ? Field::use_eot : Field::unknown;
    case 8:
        return is(key, "restrict") ? Field::restrict_ : Field::unknown;
    case 9:
        return is(key, "tokenizer") ? Field::tokenizer : Field::unknown;
    case 10:
        return is(key, "checkpoint")   ? Field::checkpoint
               : is(key, "model_arch") ? Field::model_arch
               : is(key, "num_shards") ? Field::num_shards
               : is(key, "model_type") ? Field::model_type
                                       : Field::unknown;
    case 12:
        return is(key, "model_family")   ? Field::model_family
               : is(key, "model_config") ? Field::model_config
               : is(key, "target_langs") ? Field::target_langs
               : is(key, "default_lang") ? Field::default_lang
                                         : Field::unknown;
    case 13:
        return is(key, "tokenizer_ref") ? Field::tokenizer_ref : Field::unknown;
    case 14:
        return is(key, "tokenizer_path")   ? Field::tokenizer_path
               : is(key, "dataset_family") ? Field::dataset_family
               : is(key, "dataset_config") ? Field::dataset_config
                                           : Field::unknown;
    case 15:
        return is(key, "checkpoint_path") ? Field::checkpoint_path : Field::unknown;
    case 16:
        return is(key, "tokenizer_family")   ? Field::tokenizer_family
               : is(key, "tokenizer_config") ? Field::tokenizer_config
               : is(key, "use_v2_tokenizer") ? Field::use_v2_tokenizer
                                             : Field::unknown;
    case 21:
        return is(key, "model_config_override") ? Field::model_config_override : Field::unknown;
    case 22:
        return is(key, "model_config_overrides") ? Field::model_config_overrides : Field::unknown;
    case 23:
        return is(key, "dataset_config_override") ? Field::dataset_config_override : Field::unknown;
    case 24:
        return is(key, "dataset_config_overrides") ? Field::dataset_config_overrides : Field::unknown;
    case 25:
        return is(key, "tokenizer_config_override") ? Field::tokenizer_config_override : Field::unknown;
    case 26:
        return is(key, "tokenizer_config_overrides") ? Field::tokenizer_config_overrides : Field::unknown;
    default:
        return Field::unknown;
    }
}

std::string_view name_of(Field field) noexcept { return names[static_cast<std::size_t>(field)]; }

} // namespace fairlead
