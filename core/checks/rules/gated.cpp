// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS037 gated: a model card without a checkpoint is taken for one that needs permission (models/family.py).
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

} // namespace

void check_gated(const CheckContext& context, Diagnostics& out) {
    const CardChain& chain = context.chain;
    if (!context.card.environment.empty() || chain.end() != CardChain::End::complete ||
        !chain.has(Field::model_family) || chain.has(Field::checkpoint) ||
        (context.usual_chain != nullptr && context.usual_chain->has(Field::checkpoint))) {
        return;
    }
    const std::string name = card_name(context.card);
    Diagnostic& diagnostic = out.add(
        37, Severity::info, context, context.name_range(),
        chain.has(Field::url)
            ? fmt::format(
                  "{} has no checkpoint: fairseq2 calls it gated and shows its url. Give it a checkpoint to load it.",
                  name)
            : fmt::format("{} has neither checkpoint nor url: fairseq2 calls it gated and says \"See None\". Give it a "
                          "checkpoint, or a url that says how to get one.",
                          name));
    diagnostic.short_message = "gated";
    diagnostic.fairseq2_says =
        fairseq2_says("ModelGatedError", fmt::format("{} is a gated model and cannot be loaded. See {} for details.",
                                                     context.card.name, info_url(context)));
}

} // namespace fairlead
