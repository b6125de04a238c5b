// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/fairseq2_words.h"

#include "core/assets/store.h"
#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead {

std::string fairseq2_says(std::string_view type, std::string_view message) {
    constexpr std::size_t most = 1000;
    std::size_t end = std::min(message.size(), most);
    while (end < message.size() && (static_cast<unsigned char>(message[end]) & 0xC0U) == 0x80U) {
        ++end; // not within a character
    }
    return fmt::format("{}: {}{}", type, printable_text(message.substr(0, end)), end < message.size() ? "…" : "");
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
