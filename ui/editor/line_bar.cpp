// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/line_bar.h"

#include "ui/editor/card_editor.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>

#include <algorithm>

namespace fairlead::ui {

LineBar::LineBar(CardEditor& editor, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_line(new QLineEdit(this)), m_range(new QLabel(this)) {
    auto* label = new QLabel(tr("Go to line"), this);
    label->setBuddy(m_line);
    m_line->setAccessibleName(tr("Go to line"));
    m_line->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{1,9}(:\\d{0,9})?")), this));
    m_line->setMaximumWidth(120);
    m_line->installEventFilter(this);
    m_range->setForegroundRole(QPalette::PlaceholderText);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 8, 4);
    layout->setSpacing(8);
    layout->addWidget(label);
    layout->addWidget(m_line);
    layout->addWidget(m_range, 1);
    hide();
}

void LineBar::open() {
    m_range->setText(tr("of %1, as 12 or 12:5").arg(m_editor.lineCount()));
    m_line->setText(QString::number(m_editor.lineOf(m_editor.cursor())));
    show();
    m_line->setFocus();
    m_line->selectAll();
}

void LineBar::goThere() {
    const QStringList parts = m_line->text().split(QLatin1Char(':'));
    const int line = std::clamp(parts.value(0).toInt(), 1, m_editor.lineCount());
    const ByteRange range = m_editor.lineRange(line);
    qint64 offset = range.begin;
    if (const int column = parts.value(1).toInt(); column > 1) {
        const long moved =
            m_editor.send(QsciScintillaBase::SCI_POSITIONRELATIVE, static_cast<unsigned long>(offset), column - 1);
        offset = moved == 0 ? range.end : std::min<qint64>(moved, range.end);
    }
    closeBar();
    m_editor.select({offset, offset});
}

void LineBar::closeBar() {
    hide();
    m_editor.setFocus();
}

bool LineBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            goThere();
            return true;
        }
        if (key == Qt::Key_Escape) {
            closeBar();
            return true;
        }
    }
    if (event->type() == QEvent::FocusOut)
        hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace fairlead::ui
