// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/numbers.h"

#include <array>
#include <cstdint>
#include <fairlead/config_class.h>
#include <optional>
#include <set>
#include <string>
#include <vector>

// Config classes that fairseq2 0.8.1 ships, as an author of C++ writes them.

namespace fairseq2::models::llama::config {

struct LLaMARoPEScaleConfig {
    double factor = 8.0;
    std::array<double, 2> frequency_factors = {1.0, 4.0};
    std::int64_t original_context_length = 8192;
};

} // namespace fairseq2::models::llama::config

namespace fairseq2::models::llama::config {

struct LLaMAConfig {
    std::int64_t model_dim = 4096;
    std::int64_t max_seq_len = 2048;
    std::int64_t vocab_size = 32000;
    std::optional<std::int64_t> pad_idx{};
    bool tied_embeddings = false;
    std::int64_t num_layers = 32;
    std::int64_t num_attn_heads = 32;
    std::int64_t num_key_value_heads = 32;
    std::int64_t ffn_inner_dim = 16384;
    double ffn_inner_dim_scale = 0.6666666666666666;
    double ffn_inner_dim_multiplier = 1.0;
    std::int64_t ffn_inner_dim_multiple_of = 256;
    double rope_theta = 10000.0;
    bool use_scaled_rope = false;
    LLaMARoPEScaleConfig rope_scale{};
    double dropout_p = 0.0;
    std::optional<double> init_std{};
    fairlead::Literal<"none", "layer", "stack"> init_std_scale = "layer";
    bool shard_embed_dim = true;
};

} // namespace fairseq2::models::llama::config

namespace fairseq2::models::transformer::norm_order {

enum class TransformerNormOrder : int { POST, PRE };

} // namespace fairseq2::models::transformer::norm_order

namespace fairseq2::models::wav2vec2::config {

struct Wav2Vec2EncoderConfig {
    std::int64_t model_dim = 768;
    std::int64_t max_seq_len = 4096;
    std::int64_t feature_dim = 512;
    bool use_fbank = false;
    double first_pass_dropout_p = 0.0;
    bool layer_norm_features = true;
    std::vector<std::array<std::int64_t, 3>> feature_extractor_layer_descs = {
        {512, 10, 5}, {512, 3, 2}, {512, 3, 2}, {512, 3, 2}, {512, 3, 2}, {512, 2, 2}, {512, 2, 2}};
    bool feature_extractor_bias = false;
    bool feature_extractor_layer_norm_convs = false;
    double feature_grad_scale = 0.1;
    std::int64_t num_fbank_channels = 0;
    std::int64_t fbank_stride = 0;
    std::int64_t sample_fbank_every_k = 0;
    std::string pos_encoder_type = "conv";
    std::int64_t pos_encoder_depth = 1;
    std::int64_t pos_conv_kernel_size = 128;
    std::int64_t num_pos_conv_groups = 16;
    bool use_conformer = false;
    std::int64_t num_encoder_layers = 12;
    std::int64_t num_encoder_attn_heads = 12;
    std::int64_t ffn_inner_dim = 3072;
    double dropout_p = 0.1;
    double attn_dropout_p = 0.1;
    double ffn_inner_dropout_p = 0.0;
    double layer_drop_p = 0.05;
    transformer::norm_order::TransformerNormOrder norm_order = transformer::norm_order::TransformerNormOrder::POST;
    std::int64_t depthwise_conv_kernel_size = 0;

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        if (use_conformer && norm_order != transformer::norm_order::TransformerNormOrder::POST)
            result.add_error("`norm_order` must be `POST` when `use_conformer` is `True`, but is "
                             "`TransformerNormOrder.PRE` instead.");
        return result;
    }
};

} // namespace fairseq2::models::wav2vec2::config

namespace fairseq2::models::wav2vec2::config {

struct Wav2Vec2Config {
    Wav2Vec2EncoderConfig encoder_config{};
    std::int64_t final_dim = 256;
    bool final_proj_bias = true;
    bool quantizer_encoder_grad = true;
    std::int64_t temporal_mask_span_len = 10;
    double max_temporal_mask_prob = 0.69;
    std::int64_t min_num_temporal_mask_spans = 2;
    std::int64_t spatial_mask_span_len = 10;
    double max_spatial_mask_prob = 0.0;
    std::int64_t min_num_spatial_mask_spans = 2;
    std::int64_t quantized_dim = 256;
    std::int64_t num_codebooks = 2;
    std::int64_t num_codebook_entries = 320;
    std::array<double, 3> codebook_sampling_temperature = {2.0, 0.5, 0.999995};
    std::int64_t num_distractors = 100;
    double logit_temp = 0.1;
};

} // namespace fairseq2::models::wav2vec2::config

namespace fairseq2::models::w2vbert::config {

inline wav2vec2::config::Wav2Vec2Config own_w2v2_config() {
    wav2vec2::config::Wav2Vec2Config config;
    config.encoder_config = {.model_dim = 1024,
                             .max_seq_len = 4096,
                             .feature_dim = 160,
                             .use_fbank = true,
                             .first_pass_dropout_p = 0.0,
                             .layer_norm_features = false,
                             .feature_extractor_layer_descs = {},
                             .feature_extractor_bias = false,
                             .feature_extractor_layer_norm_convs = false,
                             .feature_grad_scale = 0.0,
                             .num_fbank_channels = 80,
                             .fbank_stride = 2,
                             .sample_fbank_every_k = 1,
                             .pos_encoder_type = "relative",
                             .pos_encoder_depth = 0,
                             .pos_conv_kernel_size = 0,
                             .num_pos_conv_groups = 0,
                             .use_conformer = true,
                             .num_encoder_layers = 24,
                             .num_encoder_attn_heads = 16,
                             .ffn_inner_dim = 4096,
                             .dropout_p = 0.0,
                             .attn_dropout_p = 0.0,
                             .ffn_inner_dropout_p = 0.0,
                             .layer_drop_p = 0.0,
                             .norm_order = transformer::norm_order::TransformerNormOrder::POST,
                             .depthwise_conv_kernel_size = 31};
    config.final_dim = 768;
    config.max_temporal_mask_prob = 0.65;
    config.quantized_dim = 1024;
    config.num_codebooks = 1;
    config.num_codebook_entries = 1024;
    config.codebook_sampling_temperature = {2.0, 0.1, 0.999995};
    return config;
}

struct W2VBertConfig {
    wav2vec2::config::Wav2Vec2Config w2v2_config = own_w2v2_config();
    std::int64_t num_bert_encoder_layers = 16;
    std::int64_t num_target_codebooks = 1;

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        const auto& encoder_config = w2v2_config.encoder_config;
        const auto number = [](std::int64_t value) { return std::to_string(value); };
        if (encoder_config.layer_drop_p != 0.0)
            result.add_error("`w2v2_config.encoder_config.layer_drop_p` must be 0.0 since w2v-BERT does not support "
                             "LayerDrop, but is " +
                             fairlead::yaml::python_float_repr(encoder_config.layer_drop_p) + " instead.");
        if (num_bert_encoder_layers >= encoder_config.num_encoder_layers)
            result.add_error("`num_bert_encoder_layers` must be less than "
                             "`w2v2_config.encoder_config.num_encoder_layers` (" +
                             number(encoder_config.num_encoder_layers) + "), but is " +
                             number(num_bert_encoder_layers) + " instead.");
        if (num_target_codebooks > w2v2_config.num_codebooks)
            result.add_error("`num_target_codebooks` must be less than `w2v2_config.num_codebooks` (" +
                             number(w2v2_config.num_codebooks) + "), but is " + number(num_target_codebooks) +
                             " instead.");
        return result;
    }
};

} // namespace fairseq2::models::w2vbert::config

namespace fairseq2::models::llama::tokenizer {

struct LLaMATokenizerConfig {
    fairlead::Literal<"sp", "tiktoken", "hg"> impl = "sp";
    bool use_eot = false;
    std::optional<std::string> split_regex{};
};

} // namespace fairseq2::models::llama::tokenizer

namespace fairseq2::models::llama4::tokenizer {

struct Llama4TokenizerConfig {
    bool use_eot = true;
    std::optional<std::string> split_regex{};
};

} // namespace fairseq2::models::llama4::tokenizer

namespace fairseq2::models::qwen::tokenizer {

struct QwenTokenizerConfig {
    bool use_im_end = false;
};

} // namespace fairseq2::models::qwen::tokenizer

namespace fairseq2::models::olmo::tokenizer {

struct OLMOTokenizerConfig {
    bool use_im_end = false;
};

} // namespace fairseq2::models::olmo::tokenizer

namespace fairseq2::models::nllb::tokenizer {

struct NllbTokenizerConfig {
    std::vector<std::string> langs = {"en"};
    std::string default_lang = "en";
};

} // namespace fairseq2::models::nllb::tokenizer

namespace fairseq2::models::s2t_transformer::tokenizer {

struct S2TTransformerTokenizerConfig {
    fairlead::Literal<"translation", "transcription"> task = "translation";
    std::set<std::string> target_langs = {"en"};
    std::string default_target_lang = "en";
};

} // namespace fairseq2::models::s2t_transformer::tokenizer

namespace fairseq2::models::hg::tokenizer {

struct HgTokenizerConfig {
    std::optional<std::string> unk_token{};
    std::optional<std::string> bos_token{};
    std::optional<std::string> eos_token{};
    std::optional<std::string> pad_token{};
    std::optional<std::string> boh_token{};
    std::optional<std::string> eoh_token{};
};

} // namespace fairseq2::models::hg::tokenizer
