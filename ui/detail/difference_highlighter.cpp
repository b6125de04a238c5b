// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/difference_highlighter.h"

#include "ui/theme/theme.h"

namespace fairlead::ui {

DifferenceHighlighter::DifferenceHighlighter(QTextDocument* document, const Theme& theme)
    : QSyntaxHighlighter(document), m_theme(theme) {
    connect(&theme, &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void DifferenceHighlighter::highlightBlock(const QString& text) {
    const Colours& colours = m_theme.colours();
    QTextCharFormat format;
    if (text.startsWith(QLatin1String("+++")) || text.startsWith(QLatin1String("---"))) {
        format.setFontWeight(QFont::Bold);
    } else if (text.startsWith(QLatin1Char('+'))) {
        format.setForeground(colours.ok);
    } else if (text.startsWith(QLatin1Char('-'))) {
        format.setForeground(colours.error);
        format.setBackground(colours.errorGround);
    } else if (text.startsWith(QLatin1Char('@')) || text.startsWith(QLatin1Char('\\'))) {
        format.setForeground(colours.secondaryText);
    } else {
        return;
    }
    setFormat(0, static_cast<int>(text.size()), format);
}

} // namespace fairlead::ui
