// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/document_names.h"

#include "ui/text/natural_order.h"
#include "ui/text/shortened.h"

#include <QCoreApplication>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::DocumentNames", text); }

} // namespace

QString nameOfDocument(const Card& card) {
    constexpr std::size_t longest = 400; // bytes; a name may be as long as a file
    QString name = shortenedUtf8(card.name, longest);
    if (!card.environment.empty())
        name += QLatin1Char('@') + shortenedUtf8(card.environment, longest);
    switch (card.state) {
    case CardState::unreadable:
        return tr("(cannot be read)");
    case CardState::empty:
        return tr("(empty document)");
    case CardState::not_a_mapping:
        return tr("(no card)");
    case CardState::name_missing:
        return tr("(no name)");
    case CardState::name_type:
        return tr("(name is no text)");
    case CardState::name_invalid:
        return tr("(invalid name)");
    case CardState::card:
    case CardState::base_type:
    case CardState::base_invalid:
    case CardState::no_document:
        break;
    }
    return name.isEmpty() ? tr("(no name)") : name;
}

const DocumentNames::Name& DocumentNames::of(const Card& card) {
    m_key.assign(1, static_cast<char>(card.state));
    m_key.append(card.environment).append(1, '\0').append(card.name);
    auto found = m_names.find(m_key);
    if (found == m_names.end()) {
        QString text = nameOfDocument(card);
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
