// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_cuts.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <string_view>

namespace fairlead::ui {

namespace {

constexpr qint64 shownOfLine = 2'000; // bytes of a line that is cut

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::LineCuts", text); }

bool goesOn(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; } // within a letter of UTF-8

} // namespace

QString bytesInWords(qint64 count) { return tr("%1 bytes").arg(QLocale().toString(count)); }

LineCuts::LineCuts(const QByteArray& text) {
    const std::string_view view(text.constData(), static_cast<std::size_t>(text.size()));
    for (std::size_t begin = 0; begin < view.size();) {
        const std::size_t end = std::min(view.find('\n', begin), view.size());
        if (static_cast<qint64>(end - begin) > longestLine)
            for (std::size_t line = begin; line < end;) { // a lone return ends a line too
                const std::size_t stop = std::min(view.find('\r', line), end);
                if (static_cast<qint64>(stop - line) > longestLine)
                    cutLine(text, static_cast<qint64>(line), static_cast<qint64>(stop));
                line = stop + 1;
            }
        begin = end + 1;
    }
}

void LineCuts::cutLine(const QByteArray& text, qint64 begin, qint64 end) {
    qint64 cut = begin + shownOfLine;
    while (cut > begin && goesOn(text.at(cut)))
        --cut;
    const qint64 before = m_cuts.empty() ? 0 : m_cuts.back().shown + m_cuts.back().words.size() - m_cuts.back().end;
    if (m_cuts.empty()) {
        const QByteArrayView above = QByteArrayView(text).first(begin);
        m_firstLine = 1 + static_cast<int>(above.count('\n'));
        for (qint64 at = above.indexOf('\r'); at >= 0; at = above.indexOf('\r', at + 1))
            m_firstLine += text.at(at + 1) == '\n' ? 0 : 1;
        m_firstLength = end - begin;
    }
    const QString words = tr(" … and %1 more, not shown").arg(bytesInWords(end - cut));
    m_cuts.push_back({cut, end, cut + before, words.toUtf8()});
}

QByteArray LineCuts::shown(const QByteArray& text) const {
    if (m_cuts.empty())
        return text;
    QByteArray shown;
    qint64 from = 0;
    for (const Cut& cut : m_cuts) {
        shown += QByteArrayView(text).sliced(from, cut.begin - from);
        shown += cut.words;
        from = cut.end;
    }
    return shown += QByteArrayView(text).sliced(from);
}

qint64 LineCuts::toShown(qint64 offset) const {
    const auto after = std::ranges::upper_bound(m_cuts, offset, {}, &Cut::begin);
    if (after == m_cuts.begin())
        return offset;
    const Cut& cut = *std::prev(after);
    return offset < cut.end ? cut.shown : cut.shown + cut.words.size() + offset - cut.end;
}

qint64 LineCuts::toText(qint64 shown) const {
    const auto after = std::ranges::upper_bound(m_cuts, shown, {}, &Cut::shown);
    if (after == m_cuts.begin())
        return shown;
    const Cut& cut = *std::prev(after);
    const qint64 behind = shown - cut.shown - cut.words.size();
    return behind < 0 ? cut.begin : cut.end + behind;
}

} // namespace fairlead::ui
