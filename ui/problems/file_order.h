// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/assets/catalog.h"

#include <QString>

#include <map>

namespace fairlead::ui {

/// The order of the registry's tree for a catalog's files: by source, then by the names of the files in it. The
/// catalog's own is that in which fairseq2 reads them: `m10.yaml` before `m9.yaml`. Borrows the catalog.
class FileOrder {
public:
    explicit FileOrder(const Catalog& catalog) : m_catalog(catalog) {}

    [[nodiscard]] bool comesBefore(quint32 left, quint32 right);

private:
    [[nodiscard]] const QString& nameOf(quint32 file);

    const Catalog& m_catalog;
    std::map<quint32, QString> m_names; // of the files that were asked for
};

} // namespace fairlead::ui
