// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"

#include <QString>

#include <string>
#include <unordered_map>

namespace fairlead::ui {

/// The names of documents as they are shown, each made once: a tree of thousands of cards is made anew after every
/// edit, and nearly all of its names are those it had before.
class DocumentNames {
public:
    struct Name {
        QString text;
        std::u16string order; ///< naturalKey of the text
        unsigned used = 0;    ///< in the round of this number at last
    };

    /// Stays where it is until `endRound`.
    [[nodiscard]] const Name& of(const Card& card);
    /// Forgets names that were not asked for since the last call.
    void endRound();

private:
    std::unordered_map<std::string, Name> m_names;
    std::string m_key; // kept for its storage
    unsigned m_round = 0;
};

/// In natural order; those that look alike to it by their characters.
[[nodiscard]] inline bool comesBefore(const DocumentNames::Name& left, const DocumentNames::Name& right) {
    const int order = left.order.compare(right.order);
    return order != 0 ? order < 0 : left.text < right.text;
}

} // namespace fairlead::ui
