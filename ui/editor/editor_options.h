// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace fairlead::ui {

/// How text is shown and edited, as the person wants it.
struct EditorOptions {
    QString font{}; ///< a family; empty: the system's fixed font
    bool wraps = false;
    int tabWidth = 2; ///< in columns
    friend bool operator==(const EditorOptions&, const EditorOptions&) = default;
};

} // namespace fairlead::ui
