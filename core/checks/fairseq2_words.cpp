// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/fairseq2_words.h"

#include "core/assets/store.h"
#include "core/checks/printable_text.h"

#include <fmt/format.h>

namespace fairlead {

std::string fairseq2_says(std::string_view type, std::string_view message) {
    constexpr std::size_t most = 1000;
    std::string text = fmt::format("{}: ", type);
    text += printable_text(message.substr(0, most));
    if (message.size() > most) {
        text += "…";
    }
    return text;
}

std::string fairseq2_says(const AssetError& error) { return fairseq2_says(error.type, error.message); }

std::string said_of_document(const CheckContext& context) {
    if (const yaml::Problem* const problem = context.document.problem();
        problem != nullptr && problem->what == yaml::Refusal::too_large) {
        return {}; // a limit of ours
    }
    const auto error = document_error(context.catalog(), context.ref);
    return error ? fairseq2_says(*error) : std::string();
}

} // namespace fairlead
