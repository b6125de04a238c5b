// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/schemas/python_print.h"
#include "core/schemas/validate_config.h"

#include <fmt/format.h>

namespace fairlead {
namespace {

/// A number as Python compares it; a bool is one.
double number(const ConfigValue& value) {
    switch (value.kind()) {
    case ConfigValue::Kind::boolean:
        return value.boolean() ? 1 : 0;
    case ConfigValue::Kind::integer:
        if (const auto small = value.integer())
            return static_cast<double>(*small);
        return value.integer_text().starts_with('-') ? -1e300 : 1e300; // larger than any other
    default:
        return value.real();
    }
}

/// A value below a config, by its path; null where a config is not as its class has it.
const ConfigValue& at(const ConfigValue& config, std::initializer_list<std::string_view> path) {
    static const ConfigValue none{};
    const ConfigValue* value = &config;
    for (const std::string_view name : path) {
        value = value->find(name);
        if (!value)
            return none;
    }
    return *value;
}

// models/wav2vec2/config.py
std::vector<std::string> validate_wav2vec2_encoder(const ConfigValue& config) {
    const std::string_view order = at(config, {"norm_order"}).text();
    if (!at(config, {"use_conformer"}).boolean() || order == "POST")
        return {};
    return {fmt::format("`norm_order` must be `POST` when `use_conformer` is `True`, but is `TransformerNormOrder.{}` "
                        "instead.",
                        order)};
}

// models/w2vbert/config.py
std::vector<std::string> validate_w2vbert(const ConfigValue& config) {
    std::vector<std::string> errors;
    const ConfigValue& layer_drop = at(config, {"w2v2_config", "encoder_config", "layer_drop_p"});
    if (number(layer_drop) != 0.0)
        errors.push_back(fmt::format("`w2v2_config.encoder_config.layer_drop_p` must be 0.0 since w2v-BERT does not "
                                     "support LayerDrop, but is {} instead.",
                                     python::str(layer_drop)));
    const ConfigValue& bert_layers = at(config, {"num_bert_encoder_layers"});
    const ConfigValue& layers = at(config, {"w2v2_config", "encoder_config", "num_encoder_layers"});
    if (number(bert_layers) >= number(layers))
        errors.push_back(fmt::format("`num_bert_encoder_layers` must be less than "
                                     "`w2v2_config.encoder_config.num_encoder_layers` ({}), but is {} instead.",
                                     python::str(layers), python::str(bert_layers)));
    const ConfigValue& targets = at(config, {"num_target_codebooks"});
    const ConfigValue& codebooks = at(config, {"w2v2_config", "num_codebooks"});
    if (number(targets) > number(codebooks))
        errors.push_back(
            fmt::format("`num_target_codebooks` must be less than `w2v2_config.num_codebooks` ({}), but is {} instead.",
                        python::str(codebooks), python::str(targets)));
    return errors;
}

} // namespace

ConfigValidator shipped_validator(std::string_view class_name) {
    if (class_name == "fairseq2.models.wav2vec2.config.Wav2Vec2EncoderConfig")
        return validate_wav2vec2_encoder;
    if (class_name == "fairseq2.models.w2vbert.config.W2VBertConfig")
        return validate_w2vbert;
    return {};
}

} // namespace fairlead
