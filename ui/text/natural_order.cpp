// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/natural_order.h"

#include <algorithm>

namespace fairlead::ui {

namespace {

bool isDigit(QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); }

// The digits at the front without leading zeros; `text` is moved behind them.
QStringView takeNumber(QStringView& text) {
    qsizetype begin = 0;
    while (begin < text.size() && text[begin] == QLatin1Char('0'))
        ++begin;
    qsizetype end = begin;
    while (end < text.size() && isDigit(text[end]))
        ++end;
    const QStringView number = text.mid(begin, end - begin);
    text = text.mid(end);
    return number;
}

} // namespace

int compareNaturally(QStringView left, QStringView right) {
    QStringView a = left;
    QStringView b = right;
    while (!a.isEmpty() && !b.isEmpty()) {
        if (isDigit(a.front()) && isDigit(b.front())) {
            const QStringView first = takeNumber(a);
            const QStringView second = takeNumber(b);
            if (first.size() != second.size())
                return first.size() < second.size() ? -1 : 1;
            if (const int order = first.compare(second))
                return order;
            continue;
        }
        const QChar first = a.front().toCaseFolded();
        const QChar second = b.front().toCaseFolded();
        if (first != second)
            return first < second ? -1 : 1;
        a = a.mid(1);
        b = b.mid(1);
    }
    if (a.size() != b.size())
        return a.size() < b.size() ? -1 : 1;
    return left.compare(right);
}

std::u16string naturalKey(QStringView name) {
    std::u16string key;
    key.reserve(static_cast<std::size_t>(name.size()) + 4);
    while (!name.isEmpty()) {
        if (isDigit(name.front())) {
            // Any digit sorts against other characters alike; numbers by their length first.
            const QStringView number = takeNumber(name);
            key += u'0';
            key += static_cast<char16_t>(std::min<qsizetype>(number.size(), 0xffff));
            key.append(number.utf16(), static_cast<std::size_t>(number.size()));
        } else {
            key += name.front().toCaseFolded().unicode();
            name = name.mid(1);
        }
    }
    return key;
}

bool pathNaturallyLess(QStringView left, QStringView right) {
    for (;;) {
        const qsizetype leftSlash = left.indexOf(QLatin1Char('/'));
        const qsizetype rightSlash = right.indexOf(QLatin1Char('/'));
        if ((leftSlash < 0) != (rightSlash < 0))
            return leftSlash < 0;
        if (leftSlash < 0)
            return naturallyLess(left, right);
        if (const int order = compareNaturally(left.left(leftSlash), right.left(rightSlash)))
            return order < 0;
        left = left.mid(leftSlash + 1);
        right = right.mid(rightSlash + 1);
    }
}

} // namespace fairlead::ui
