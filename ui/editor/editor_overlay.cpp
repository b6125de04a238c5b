// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/editor_overlay.h"

#include "ui/editor/card_editor.h"
#include "ui/editor/card_styles.h"
#include "ui/editor/problem_marks.h"
#include "ui/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

QString iconOf(EditorProblem::Kind kind) {
    switch (kind) {
    case EditorProblem::Kind::StopsLoad:
        return QStringLiteral("stops-load");
    case EditorProblem::Kind::Error:
        return QStringLiteral("error");
    case EditorProblem::Kind::Warning:
        return QStringLiteral("warning");
    default:
        return QStringLiteral("info");
    }
}

struct NoteColours {
    QColor text;
    QColor ground;
};

NoteColours coloursOf(char style, const Colours& colours) {
    const bool hint = (style - static_cast<char>(NoteStyle::Error)) % 2 != 0;
    switch (static_cast<NoteStyle>(hint ? style - 1 : style)) {
    case NoteStyle::Warning:
        return {hint ? colours.text : colours.warning, colours.warningGround};
    case NoteStyle::Info:
        return {hint ? colours.text : colours.info, colours.infoGround};
    default:
        return {hint ? colours.text : colours.error, colours.errorGround};
    }
}

} // namespace

void EditorOverlay::paint(QPainter& painter, const QRect& area) const {
    const int height = static_cast<int>(m_editor.send(Sci::SCI_TEXTHEIGHT, 0));
    const long icons = m_editor.send(Sci::SCI_GETMARGINWIDTHN, IconMargin);
    const long numbers = m_editor.send(Sci::SCI_GETMARGINWIDTHN, NumberMargin);
    const long arrows = m_editor.send(Sci::SCI_GETMARGINWIDTHN, FoldMargin);
    const int textLeft = static_cast<int>(icons + numbers + arrows);
    const long firstRow = m_editor.send(Sci::SCI_GETFIRSTVISIBLELINE);
    const long rows = m_editor.viewport()->height() / height + 2;
    const long lastLine = m_editor.send(Sci::SCI_GETLINECOUNT) - 1;
    const long cursorLine = m_editor.lineOf(m_editor.cursor()) - 1;
    long before = -1;
    for (long row = firstRow; row < firstRow + rows; ++row) {
        const long line = m_editor.send(Sci::SCI_DOCLINEFROMVISIBLE, at(row));
        if (line > lastLine || line == before)
            continue;
        before = line;
        const long lineRow = m_editor.send(Sci::SCI_VISIBLEFROMDOCLINE, at(line));
        const int top = static_cast<int>(lineRow - firstRow) * height;
        if (top >= 0) {
            paintIcon(painter, line, QRect(0, top, static_cast<int>(icons), height));
            paintArrow(painter, line, QRect(static_cast<int>(icons + numbers), top, static_cast<int>(arrows), height));
        }
        if (line == cursorLine)
            paintInfo(painter, top, height);
        paintNote(painter, line, top + height, height);
    }
    painter.setPen(m_theme.colours().line);
    painter.drawLine(textLeft - 1, area.top(), textLeft - 1, area.bottom());
}

void EditorOverlay::paintIcon(QPainter& painter, long line, const QRect& row) const {
    const auto kind = m_editor.marks().kindAt(static_cast<int>(line) + 1);
    if (!kind)
        return;
    const int side = std::clamp(row.height() - 4, 8, 16);
    QRect square(0, 0, side, side);
    square.moveCenter(row.center());
    m_theme.icon(iconOf(*kind)).paint(&painter, square);
}

void EditorOverlay::paintArrow(QPainter& painter, long line, const QRect& row) const {
    if ((m_editor.send(Sci::SCI_GETFOLDLEVEL, at(line)) & Sci::SC_FOLDLEVELHEADERFLAG) == 0)
        return;
    const bool open = m_editor.send(Sci::SCI_GETFOLDEXPANDED, at(line)) != 0;
    if (open && !m_arrowsShown)
        return;
    const QPointF centre = QRectF(row).center();
    const QPolygonF arrow =
        open ? QPolygonF({{-3, -1.5}, {0, 1.5}, {3, -1.5}}) : QPolygonF({{-1.5, -3}, {1.5, 0}, {-1.5, 3}});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.colours().secondaryText, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(arrow.translated(centre));
    painter.restore();
}

// Behind the text, where it moves nothing while the cursor passes.
void EditorOverlay::paintInfo(QPainter& painter, int top, int height) const {
    const int line = m_editor.lineOf(m_editor.cursor());
    const QString info = m_editor.marks().infoOf(line);
    if (info.isEmpty())
        return;
    const qint64 end = m_editor.lineRange(line).end;
    painter.save();
    painter.setFont(m_editor.noteFont());
    const QFontMetrics metrics(painter.font());
    const int gap = 3 * metrics.horizontalAdvance(QLatin1Char('0'));
    const int left = static_cast<int>(m_editor.send(Sci::SCI_POINTXFROMPOSITION, 0, end)) + gap;
    const int width = m_editor.viewport()->width() - left - gap / 3;
    if (width >= 3 * gap) {
        painter.setPen(m_theme.colours().info);
        painter.drawText(QRect(left, top, width, height), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine,
                         metrics.elidedText(info, Qt::ElideRight, width));
    }
    painter.restore();
}

void EditorOverlay::paintNote(QPainter& painter, long line, int top, int height) const {
    const long rows = m_editor.send(Sci::SCI_ANNOTATIONGETLINES, at(line));
    if (rows == 0)
        return;
    QByteArray text(m_editor.send(Sci::SCI_ANNOTATIONGETTEXT, at(line)), '\0');
    m_editor.SendScintilla(Sci::SCI_ANNOTATIONGETTEXT, at(line), static_cast<void*>(text.data()));
    QByteArray styles(text.size(), '\0');
    m_editor.SendScintilla(Sci::SCI_ANNOTATIONGETSTYLES, at(line), static_cast<void*>(styles.data()));
    painter.save();
    painter.setFont(m_editor.noteFont());
    const QFontMetricsF metrics(painter.font());
    const int left = m_editor.textLeft();
    const int width = m_editor.viewport()->width() - left;
    const double base = (height - metrics.height()) / 2 + metrics.ascent();
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype end = std::max(text.indexOf('\n', begin), qsizetype(-1));
        const qsizetype stop = end < 0 ? text.size() : end;
        const NoteColours row = coloursOf(styles.at(std::min(begin, styles.size() - 1)), m_theme.colours());
        painter.fillRect(left, top, width, height, row.ground);
        const auto messageStyle = static_cast<char>(styles.at(begin) & ~1);
        painter.fillRect(left, top, 3, height, mixed(row.ground, coloursOf(messageStyle, m_theme.colours()).text, 0.6));
        double x = left + 11;
        for (qsizetype from = begin; from < stop;) {
            qsizetype to = from;
            while (to < stop && styles.at(to) == styles.at(from))
                ++to;
            const QString run = QString::fromUtf8(text.constData() + from, to - from);
            painter.setPen(coloursOf(styles.at(from), m_theme.colours()).text);
            painter.drawText(QPointF(x, top + base), run);
            x += metrics.horizontalAdvance(run);
            from = to;
        }
        top += height;
        begin = stop + 1;
    }
    painter.restore();
}

} // namespace fairlead::ui
