// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resolved/resolved_tree.h"

namespace fairlead::ui {

/// The parts of a value as nodes below one, with the place of each. At most some thousands: aliases can make a short
/// text into an endless value.
class ValueNodes {
public:
    /// `key`: of the buffer that the card's text is in; `begin`: where its document begins there.
    ValueNodes(QString key, qint64 begin) : m_key(std::move(key)), m_begin(begin) {}

    [[nodiscard]] std::vector<ResolvedNode> childrenOf(const yaml::Value& value);
    [[nodiscard]] Location placeOf(yaml::TextRange range) const;

private:
    [[nodiscard]] bool mayGoOn() const;
    ResolvedNode nodeOf(QString name, const yaml::Value& value);

    QString m_key;
    qint64 m_begin;
    std::vector<const void*> m_above; // values that are being walked
    int m_count = 0;
};

} // namespace fairlead::ui
