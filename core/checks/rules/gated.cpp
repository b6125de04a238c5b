// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS037 gated: a model card without a checkpoint is taken for one that needs permission (models/family.py), and so is a
// tokenizer card without a tokenizer (data/tokenizers/family.py). Datasets have nothing of the kind
// (datasets/family.py).
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

std::string info_url(const CheckContext& context) {
    const ChainLink* const holder = context.chain.holder(Field::url);
    if (holder == nullptr) {
        return "None";
    }
    const yaml::Value url = context.value_on(*holder, Field::url);
    return url.is_string() ? std::string(url.string()) : std::string("None");
}

/// On the card's own chain, or on the one that is seen with the environments that fairseq2 looks for by itself.
bool has(const CheckContext& context, Field field) {
    return context.chain.has(field) || (context.usual_chain != nullptr && context.usual_chain->has(field));
}

struct Words {
    std::string_view no;
    std::string_view neither;
    std::string_view called;
    std::string_view given;
    std::string_view them;
    std::string_view one;
};
constexpr Words of_model{"checkpoint", "checkpoint", "it", "a checkpoint", "it", "one"};
constexpr Words of_tokenizer{"tokenizer", "tokenizer", "its tokenizer", "a tokenizer", "it", "one"};
constexpr Words of_both{
    "checkpoint and no tokenizer", "checkpoint, tokenizer", "both", "a checkpoint and a tokenizer", "them", "them"};

std::string message(const CheckContext& context, const Words& words) {
    const std::string name = card_name(context.card);
    if (context.chain.has(Field::url)) {
        return fmt::format("{} has no {}: fairseq2 calls {} gated and shows its url. Give it {} to load {}.", name,
                           words.no, words.called, words.given, words.them);
    }
    return fmt::format("{} has neither {} nor url: fairseq2 calls {} gated and says \"See None\". Give it {}, or a url "
                       "that says how to get {}.",
                       name, words.neither, words.called, words.given, words.one);
}

} // namespace

void check_gated(const CheckContext& context, Diagnostics& out) {
    const CardChain& chain = context.chain;
    if (!context.card.environment.empty() || chain.end() != CardChain::End::complete) {
        return;
    }
    const bool model = chain.has(Field::model_family) && !has(context, Field::checkpoint);
    // A reference leads to another card, which is asked in place of this one.
    const bool tokenizer =
        chain.has(Field::tokenizer_family) && !has(context, Field::tokenizer) && !has(context, Field::tokenizer_ref);
    if (!model && !tokenizer) {
        return;
    }
    Diagnostic& diagnostic = out.add(37, Severity::info, context, context.name_range(),
                                     message(context, model && tokenizer ? of_both
                                                      : model            ? of_model
                                                                         : of_tokenizer));
    diagnostic.short_message = "gated";
    diagnostic.fairseq2_says =
        fairseq2_says(model ? "ModelGatedError" : "TokenizerGatedError",
                      fmt::format("{} is a gated {} and cannot be loaded. See {} for details.", context.card.name,
                                  model ? "model" : "tokenizer", info_url(context)));
}

} // namespace fairlead
