// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/shortened.h"

namespace fairlead::ui {

QString beginningOf(const QString& text, qsizetype longest) {
    if (text.size() <= longest)
        return text;
    const bool isCut = longest > 0 && text[longest].isLowSurrogate() && text[longest - 1].isHighSurrogate();
    return text.left(isCut ? longest - 1 : longest);
}

QString shortened(const QString& text, qsizetype longest) {
    if (text.size() <= longest)
        return text;
    qsizetype tail = longest / 3;
    if (tail > 0 && text[text.size() - tail].isLowSurrogate())
        --tail;
    return beginningOf(text, longest - longest / 3 - 1) + QStringLiteral("…") + text.right(tail);
}

QString shortenedUtf8(std::string_view text, std::size_t longest) {
    std::size_t end = longest;
    if (text.size() <= longest)
        return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(end)) + QStringLiteral("…");
}

} // namespace fairlead::ui
