// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/resolve.h"
#include "core/checks/session.h"
#include "ui/navigation/location.h"
#include "ui/problems/diagnostic_words.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace fairlead::ui {

/// A value of a resolved card as the panel keeps it, free of the session: that changes with every keystroke.
struct ResolvedNode {
    QString name;  ///< of the field, the key, or `1` for the first element
    QString value; ///< in words for what holds others: `3 fields`
    QString type;  ///< as Python calls it
    QString card;  ///< where it stands: `llama3`; empty below the top
    int line = 0;
    bool isOwn = false;            ///< it stands in the card in question itself
    bool isHolder = false;         ///< `value` is words
    std::optional<Weight> trouble; ///< the worst finding on it
    QString troubleText;
    Location place;
    std::vector<ResolvedNode> children;
    friend bool operator==(const ResolvedNode&, const ResolvedNode&) = default;
};

/// A card of the chain, leaf first.
struct ResolvedLink {
    QString title;
    Location place;
    bool isOwn = false;
    friend bool operator==(const ResolvedLink&, const ResolvedLink&) = default;
};

/// What the panel shows of a card.
struct ResolvedView {
    QString title;        ///< `my_llama`
    QString words;        ///< why there is nothing to resolve, or what is wrong; empty: nothing
    QString fairseq2Says; ///< its error's class and text
    std::vector<ResolvedLink> chain;
    std::vector<ResolvedNode> fields; ///< in the order of their names; of very many the first
    int moreFields = 0;               ///< those left out
    friend bool operator==(const ResolvedView&, const ResolvedView&) = default;
};

/// Resolves the card as seen with an environment added after `user` (empty: none). Of a value with very many parts or
/// levels only the first are taken, and said to be so.
[[nodiscard]] ResolvedView resolvedView(const CheckSession& session, CardRef card, const QString& environment);

/// A value in one line: `llama3_1_8b`, `4096`, `null`, `""`, `3 fields`.
[[nodiscard]] QString valueText(const yaml::Value& value);

} // namespace fairlead::ui
