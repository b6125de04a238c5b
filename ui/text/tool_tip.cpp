// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/tool_tip.h"

#include "ui/text/shortened.h"

#include <QStringList>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr qsizetype widestLine = 90; // letters
constexpr qsizetype longest = 2000;
constexpr int width = 560; // of what is broken, in pixels: about as many letters of the usual font

} // namespace

QString toolTipOf(const QString& text) {
    if (text.isEmpty())
        return {};
    const QStringList lines = shortened(text, longest).split(QLatin1Char('\n'));
    const bool isWide =
        std::any_of(lines.begin(), lines.end(), [](const QString& line) { return line.size() > widestLine; });
    const QString html =
        lines.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"));
    if (isWide)
        return QStringLiteral("<table width='%1'><tr><td>%2</td></tr></table>").arg(QString::number(width), html);
    return QStringLiteral("<p style='white-space:pre'>%1</p>").arg(html);
}

} // namespace fairlead::ui
