// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>

namespace fairlead::ui {

class Theme;

/// Colours a unified difference: what goes, what comes, where.
class DifferenceHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    /// `theme` outlives it.
    DifferenceHighlighter(QTextDocument* document, const Theme& theme);

protected:
    void highlightBlock(const QString& text) override;

private:
    const Theme& m_theme;
};

} // namespace fairlead::ui
