// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"

#include "core/registry/bundled.h"
#include "core/registry/card_config.h"

#include <fmt/format.h>
#include <stdexcept>

namespace fairlead::benchmarks {
namespace {

struct Card {
    const char* what;
    const char* text;
};

constexpr Card cards[] = {
    {"a llama card",
     "name: m\nmodel_family: llama\nmodel_arch: llama3_1_8b\nmodel_config:\n  max_seq_len: 4096\n  rope_scale:\n    "
     "factor: 4.0\n"},
    {"a wav2vec2_asr card",
     "name: m\nmodel_family: wav2vec2_asr\nmodel_arch: large_lv60k_100h\nmodel_config:\n  final_dropout_p: 0.1\n  "
     "encoder_config:\n    dropout_p: 0.2\n    num_encoder_layers: 12\n"},
};

} // namespace

std::vector<Row> measure_config(const Sizes& sizes) {
    const CardConfigs configs(bundled_snapshot(), [](const char*) -> const char* { return nullptr; });
    std::vector<Row> rows;
    for (const Card& card : cards) {
        const Catalog catalog = Catalog::load({in_memory_source("cards", card.text)});
        const ResolvedCard resolved = resolve_card(catalog, "m");
        const auto once = card_config(configs, catalog, resolved, FamilyKind::model);
        if (!once || once->loaded.error || once->key != "model_config")
            throw std::runtime_error(fmt::format("the config of {} cannot be made", card.what));
        constexpr int times = 1000;
        const double seconds = best_cpu_seconds(sizes.runs, [&] {
            for (int time = 0; time < times; ++time)
                keep(card_config(configs, catalog, resolved, FamilyKind::model));
        });
        rows.push_back(
            {.what = fmt::format("config of {} with {} fields", card.what,
                                 config_leaves(configs.registry(), once->class_name, once->loaded.config).size()),
             .value = seconds / times * 1e6,
             .unit = "us",
             .limit = 20});
    }
    return rows;
}

} // namespace fairlead::benchmarks
