// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/families.h>

#include <cstdint>
#include <span>
#include <vector>

namespace tiny {

struct NormConfig {
    double eps = 1e-5;
};

/// A plain struct: names, types and defaults of its fields are all that there is to say.
struct ModelConfig {
    std::int64_t vocab_size = 128;
    std::int64_t model_dim = 16;
    std::int64_t num_layers = 1;
    NormConfig norm;

    static constexpr fairlead::FieldDocumentation documentation[] = {
        {"vocab_size", "How many tokens there are."},
        {"model_dim", "The width of the embedding and of each layer."},
        {"num_layers", "How many GRU layers there are."},
    };
    fairlead::ValidationResult validate() const;
};

/// A language model: embedding, GRU layers, layer norm, projection.
class Model {
public:
    explicit Model(const ModelConfig& config);

    /// What it thinks of each token of the vocabulary as the next one. Throws std::out_of_range if a token is not in
    /// the vocabulary.
    std::vector<float> next_token_logits(std::span<const std::int64_t> tokens) const;

    /// Called by load_model(). Names are those that torch gives to these layers.
    void load_state_dict(const fairlead::StateDict& state_dict);

private:
    struct Layer {
        std::vector<float> weight_ih, weight_hh, bias_ih, bias_hh;
    };

    std::vector<float> step(const Layer& layer, const std::vector<float>& input, const std::vector<float>& state) const;
    std::vector<float> normalized(const std::vector<float>& input) const;

    ModelConfig config_;
    std::vector<float> embedding_;
    std::vector<Layer> layers_;
    std::vector<float> norm_weight_, norm_bias_;
    std::vector<float> projection_weight_, projection_bias_;
};

inline constexpr fairlead::ModelHubAccessor<Model, ModelConfig> get_model_hub("tiny_lm");

} // namespace tiny
