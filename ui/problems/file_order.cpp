// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/file_order.h"

#include "ui/buffers/places.h"
#include "ui/text/natural_order.h"

namespace fairlead::ui {

const QString& FileOrder::nameOf(quint32 file) {
    const auto [found, isNew] = m_names.try_emplace(file);
    if (isNew)
        found->second = shortName(m_catalog, file);
    return found->second;
}

bool FileOrder::comesBefore(quint32 left, quint32 right) {
    const quint32 leftSource = m_catalog.file(left).source;
    const quint32 rightSource = m_catalog.file(right).source;
    if (leftSource != rightSource)
        return leftSource < rightSource;
    if (left == right)
        return false;
    const QString& leftName = nameOf(left);
    const QString& rightName = nameOf(right);
    return leftName != rightName ? pathNaturallyLess(leftName, rightName) : left < right;
}

} // namespace fairlead::ui
