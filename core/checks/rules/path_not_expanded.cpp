// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS033 path-not-expanded: a path is taken as it is written (assets/card.py: as_uri). `${env:…}` is a directive of
// configs alone (utils/config.py), and nothing expands `~`.
#include "core/assets/resolve.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::string_view file_scheme = "file://";

/// Where fairseq2 looks for a checkpoint that is a path: what it then says. Of a tokenizer its family says something.
std::string not_found(const CheckContext& context, Field field) {
    const ResolvedCard card =
        resolve_card(context.catalog(), fmt::format("{}@{}", context.card.name, context.card.environment));
    const UriResult uri = as_uri(card, name_of(field));
    if (field != Field::checkpoint || !uri.value.starts_with(file_scheme)) {
        return {};
    }
    return fairseq2_says("AssetCardError",
                         fmt::format("{} pointed to by the checkpoint field of the {} asset card is not found.",
                                     uri.value.substr(file_scheme.size()), context.card.name));
}

} // namespace

void check_path_not_expanded(const CheckContext& context, Diagnostics& out) {
    for (const Field field : {Field::checkpoint, Field::tokenizer}) {
        const std::string_view address = context.own.text(field);
        const bool is_home = address.starts_with('~');
        if (!is_home && address.find("${env:") == std::string_view::npos) {
            continue;
        }
        Diagnostic& diagnostic = out.add(
            33, Severity::error, context, context.own.entry(field).value.range(),
            is_home ? fmt::format("{} is taken as it is written: fairseq2 looks for a folder called {} beside "
                                  "the card. Write the path in full.",
                                  name_of(field), shown(address.substr(0, address.find('/'))))
                    : fmt::format("fairseq2 replaces ${{env:…}} in configs only, never in {}. Write the {} in "
                                  "full.",
                                  name_of(field), address.find("://") == std::string_view::npos ? "path" : "address"));
        diagnostic.short_message = "not expanded";
        diagnostic.fairseq2_says = context.card.is_card() ? not_found(context, field) : std::string();
    }
}

} // namespace fairlead
