// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS004 not-a-card: every document of every .yaml and .yml file below a source has to be a mapping, hidden folders
// included (assets/metadata_provider.py).
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

void check_not_a_card(const CheckContext& context, Diagnostics& out) {
    if (context.card.state != CardState::not_a_mapping) {
        return;
    }
    const yaml::Value root = context.document.root();
    Diagnostic& diagnostic =
        out.add(4, Severity::error, context, root.range(),
                fmt::format("No card: {} stands here, and a card is a mapping with a name. Move files that hold no "
                            "cards out of the source; hidden folders are read too.",
                            kind_in_words(root)));
    out.tells_position();
    diagnostic.load = true;
    diagnostic.short_message = "no card";
    diagnostic.fairseq2_says = said_of_document(context);
}

} // namespace fairlead
