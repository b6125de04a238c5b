// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "core/registry/card_config.h"
#include "ui/navigation/location.h"

#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace fairlead::ui {

/// A field of a card's config, free of the session: that changes with every keystroke.
struct ConfigRow {
    QString field;  ///< `rope_scale.factor`
    QString before; ///< of the architecture, or the class; words if `isUnknown`
    QString now;    ///< of this card
    QString card;   ///< that says so; empty: it is as before
    int line = 0;
    bool isOwn = false;     ///< `card` is the card in question itself
    bool isUnknown = false; ///< the config has no such field
    QString trouble;        ///< why `now` cannot be; empty: it can
    QString variables;      ///< of the environment that `now` was made with
    Location place;

    [[nodiscard]] bool differs() const { return before != now || !trouble.isEmpty(); }
    friend bool operator==(const ConfigRow&, const ConfigRow&) = default;
};

/// The config that a family makes for a card, beside the one it starts from.
struct ConfigView {
    FamilyKind kind = FamilyKind::model;
    QString className;                  ///< without its module; empty: there is no config
    QString base;                       ///< `llama3_1_8b`, `llama3_1_8b (nearest)`, `class default`
    bool isClassDefault = false;        ///< the base is no architecture
    std::optional<std::string> instead; ///< the architecture that stands in for one that fairseq2 does not know
    QString words;                      ///< why there is none, or what is not known of it; empty: nothing
    QString fairseq2Says;
    std::vector<ConfigRow> rows;
    friend bool operator==(const ConfigView&, const ConfigView&) = default;
};

/// The configs of a card as seen with an environment added after `user` (empty: none). If fairseq2 makes none, the
/// nearest one: of the nearest architecture, with the values that fit.
[[nodiscard]] std::vector<ConfigView> configViews(const CheckSession& session, const CardConfigs& configs, CardRef card,
                                                  const QString& environment);

} // namespace fairlead::ui
