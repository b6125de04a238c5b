// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS033 path-not-expanded: a path is taken as it is written (assets/card.py: as_uri). `${env:…}` is a directive of
// configs alone (utils/config.py), and nothing expands `~`.
#include "core/assets/python_path.h"
#include "core/assets/resolve.h"
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/wording.h"

#include <algorithm>
#include <fmt/format.h>

namespace fairlead {

namespace {

constexpr std::string_view file_scheme = "file://";
constexpr std::string_view by_accident = " (file://~/ works in 0.8, but only by accident)";

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

/// What is percent-encoded in a path and not in a URI, and what cuts a URI short (urllib.parse; pathlib: as_uri).
bool is_kept_in_paths(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("_.-~/").find(c) != std::string_view::npos;
}
bool ends_uris(char c) noexcept {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '?' || c == '#' || c == ';';
}

/// `~` or `~/x` as fairseq2 finds it: below the home, as a URI where a path would be encoded. Empty: it cannot be said.
std::string in_full(std::string_view address, const std::string& home) {
    if (!home.starts_with('/') || !(address.size() == 1 || address[1] == '/')) {
        return {};
    }
    std::string path = home + std::string(address.substr(1));
    path = python::path_text(path);
    if (std::ranges::all_of(path, is_kept_in_paths)) {
        return path;
    }
    return std::ranges::any_of(path, ends_uris) ? std::string() : std::string(file_scheme) + path;
}

void offer_home(const CheckContext& context, Field field, Diagnostic& diagnostic) {
    const std::string path = in_full(context.own.text(field), context.index.home());
    if (path.empty()) {
        return;
    }
    if (auto edit = replace_scalar(context, context.own.value(field), path)) {
        diagnostic.fixes.push_back({fmt::format("Write {}", shown(path)), "Write", true, {*std::move(edit)}});
    }
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
                                  "the card. Write the path in full{}.",
                                  name_of(field), shown(address.substr(0, address.find('/'))),
                                  field == Field::checkpoint && address.starts_with("~/") ? by_accident : "")
                    : fmt::format("fairseq2 replaces ${{env:…}} in configs only, never in {}. Write the {} in "
                                  "full.",
                                  name_of(field), address.find("://") == std::string_view::npos ? "path" : "address"));
        diagnostic.short_message = "not expanded";
        if (is_home) {
            offer_home(context, field, diagnostic);
        }
        diagnostic.fairseq2_says = context.card.is_card() ? not_found(context, field) : std::string();
    }
}

} // namespace fairlead
