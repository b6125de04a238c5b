// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "setup.h"

#include "corpus.h"
#include "lab.h"
#include "model.h"
#include "tokenizer.h"

namespace tiny {

void setup(fairlead::DependencyContainer& container) {
    // Cards: those of a package, and those that a provider of our own makes.
    fairlead::register_package_assets(container, "tiny.assets");
    container.register_type<Lab>({.singleton = true});
    container.collection().register_type<fairlead::AssetMetadataSource, LabCards>();

    // Families
    fairlead::register_tokenizer_family<PieceTokenizer, PieceTokenizerConfig>(
        container, "tiny_piece", {.loader = [](const std::filesystem::path& path, const PieceTokenizerConfig& config) {
            return std::make_unique<PieceTokenizer>(path, config);
        }});
    fairlead::register_model_family<Model, ModelConfig>(
        container, "tiny_lm", {.factory = [](const ModelConfig& config) { return Model(config); }});
    fairlead::register_dataset_family<Corpus, CorpusConfig>(container, "tiny_corpus", {.opener = open_corpus});

    // Architectures of the model family
    const fairlead::ConfigRegistrar<ModelConfig> arch(container);
    arch("base", [] { return ModelConfig(); });
    arch("deep", [] {
        ModelConfig config;
        config.num_layers = 2;
        return config;
    });

    // What cards may say beyond what fairseq2 knows
    container.collection().register_type<fairlead::AssetDownloadManager, LabDownloadManager>();
    container.collection().register_type<fairlead::ConfigDirective, LabDirective>();
}

} // namespace tiny
