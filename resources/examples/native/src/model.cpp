// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "model.h"

#include <cmath>
#include <stdexcept>
#include <string>

namespace tiny {
namespace {

/// weight (rows x columns) * input + bias
std::vector<float> linear(const std::vector<float>& weight, const std::vector<float>& bias,
                          const std::vector<float>& input) {
    std::vector<float> output(bias);
    for (std::size_t row = 0; row < output.size(); ++row)
        for (std::size_t column = 0; column < input.size(); ++column)
            output[row] += weight[row * input.size() + column] * input[column];
    return output;
}

float sigmoid(float x) { return 1 / (1 + std::exp(-x)); }

} // namespace

fairlead::ValidationResult ModelConfig::validate() const {
    fairlead::ValidationResult result;
    if (vocab_size < 1 || vocab_size > 100'000)
        result.add_error("`vocab_size` must be between 1 and 100000.");
    if (model_dim < 1 || model_dim > 1024)
        result.add_error("`model_dim` must be between 1 and 1024.");
    if (num_layers < 1 || num_layers > 100)
        result.add_error("`num_layers` must be between 1 and 100.");
    return result;
}

Model::Model(const ModelConfig& config) : config_(config) {
    const auto dim = static_cast<std::size_t>(config.model_dim);
    const auto vocab = static_cast<std::size_t>(config.vocab_size);
    embedding_.resize(vocab * dim);
    layers_.resize(static_cast<std::size_t>(config.num_layers));
    for (Layer& layer : layers_) {
        layer.weight_ih.resize(3 * dim * dim);
        layer.weight_hh.resize(3 * dim * dim);
        layer.bias_ih.resize(3 * dim);
        layer.bias_hh.resize(3 * dim);
    }
    norm_weight_.assign(dim, 1);
    norm_bias_.resize(dim);
    projection_weight_.resize(vocab * dim);
    projection_bias_.resize(vocab);
}

void Model::load_state_dict(const fairlead::StateDict& state_dict) {
    const std::int64_t dim = config_.model_dim;
    const std::int64_t vocab = config_.vocab_size;
    fairlead::StateDictReader reader(state_dict);
    reader.read("embedding.weight", {vocab, dim}, embedding_);
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        const std::string number = std::to_string(i);
        reader.read("gru.weight_ih_l" + number, {3 * dim, dim}, layers_[i].weight_ih);
        reader.read("gru.weight_hh_l" + number, {3 * dim, dim}, layers_[i].weight_hh);
        reader.read("gru.bias_ih_l" + number, {3 * dim}, layers_[i].bias_ih);
        reader.read("gru.bias_hh_l" + number, {3 * dim}, layers_[i].bias_hh);
    }
    reader.read("norm.weight", {dim}, norm_weight_);
    reader.read("norm.bias", {dim}, norm_bias_);
    reader.read("projection.weight", {vocab, dim}, projection_weight_);
    reader.read("projection.bias", {vocab}, projection_bias_);
    reader.finish(); // throws if something was missing, misshapen or left over
}

std::vector<float> Model::step(const Layer& layer, const std::vector<float>& input,
                               const std::vector<float>& state) const {
    const std::size_t dim = state.size();
    const std::vector<float> of_input = linear(layer.weight_ih, layer.bias_ih, input);
    const std::vector<float> of_state = linear(layer.weight_hh, layer.bias_hh, state);
    std::vector<float> next(dim);
    for (std::size_t i = 0; i < dim; ++i) {
        const float reset = sigmoid(of_input[i] + of_state[i]);
        const float update = sigmoid(of_input[dim + i] + of_state[dim + i]);
        const float candidate = std::tanh(of_input[2 * dim + i] + reset * of_state[2 * dim + i]);
        next[i] = (1 - update) * candidate + update * state[i];
    }
    return next;
}

std::vector<float> Model::normalized(const std::vector<float>& input) const {
    const auto size = static_cast<float>(input.size());
    float mean = 0;
    for (const float x : input)
        mean += x / size;
    float variance = 0;
    for (const float x : input)
        variance += (x - mean) * (x - mean) / size;
    const float scale = 1 / std::sqrt(variance + static_cast<float>(config_.norm.eps));
    std::vector<float> output(input.size());
    for (std::size_t i = 0; i < input.size(); ++i)
        output[i] = (input[i] - mean) * scale * norm_weight_[i] + norm_bias_[i];
    return output;
}

std::vector<float> Model::next_token_logits(std::span<const std::int64_t> tokens) const {
    const auto dim = static_cast<std::size_t>(config_.model_dim);
    std::vector<std::vector<float>> states(layers_.size(), std::vector<float>(dim));
    for (const std::int64_t token : tokens) {
        if (token < 0 || token >= config_.vocab_size)
            throw std::out_of_range("The token " + std::to_string(token) + " is not in the vocabulary.");
        const auto row = embedding_.begin() + token * config_.model_dim;
        std::vector<float> hidden(row, row + config_.model_dim);
        for (std::size_t i = 0; i < layers_.size(); ++i) {
            states[i] = step(layers_[i], hidden, states[i]);
            hidden = states[i];
        }
    }
    return linear(projection_weight_, projection_bias_, normalized(states.back()));
}

} // namespace tiny
