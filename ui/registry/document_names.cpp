// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/document_names.h"

#include "ui/buffers/places.h"
#include "ui/text/natural_order.h"

namespace fairlead::ui {

const DocumentNames::Name& DocumentNames::of(const Card& card) {
    m_key.assign(1, static_cast<char>(card.state));
    m_key.append(card.environment).append(1, '\0').append(card.name);
    auto found = m_names.find(m_key);
    if (found == m_names.end()) {
        QString text = titleOf(card);
        std::u16string order = naturalKey(text);
        found = m_names.emplace(m_key, Name{std::move(text), std::move(order)}).first;
    }
    found->second.used = m_round;
    return found->second;
}

void DocumentNames::endRound() {
    std::erase_if(m_names, [this](const auto& entry) { return entry.second.used != m_round; });
    ++m_round;
}

} // namespace fairlead::ui
