// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
// What the person does to the editor by keys and mouse, and what is painted for it.
#include "ui/editor/card_editor.h"
#include "ui/editor/card_styles.h"
#include "ui/editor/editor_keys.h"
#include "ui/editor/editor_overlay.h"
#include "ui/editor/problem_marks.h"
#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QDragEnterEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QToolTip>

namespace fairlead::ui {

namespace {

unsigned long at(qint64 offset) { return static_cast<unsigned long>(offset); }

} // namespace

void CardEditor::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier && !isTextReadOnly()) {
        breakLine();
        return;
    }
    // A command's key that finds nothing to do (redo) writes no letter.
    const bool isCommand = (event->modifiers() & (Qt::ControlModifier | Qt::AltModifier)) == Qt::ControlModifier;
    if (isCommand && !event->text().isEmpty() && event->text().at(0).isPrint()) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Control)
        showLink(linkUnder(viewport()->mapFromGlobal(QCursor::pos())));
    CardText::keyPressEvent(event);
}

void CardEditor::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Control)
        showLink(std::nullopt);
    CardText::keyReleaseEvent(event);
}

// The new line begins where the one before begins, two further after a key without a value; its end is that of its
// neighbours.
void CardEditor::breakLine() {
    send(SCI_BEGINUNDOACTION);
    SendScintilla(SCI_REPLACESEL, newLineAt(*this, selection().begin).constData());
    send(SCI_ENDUNDOACTION);
    send(SCI_SCROLLCARET);
    send(SCI_CHOOSECARETX);
}

void CardEditor::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        if (const auto link = linkUnder(event->position().toPoint())) {
            showLink(std::nullopt);
            emit linkFollowed(link->begin);
            return;
        }
    }
    CardText::mousePressEvent(event);
}

void CardEditor::mouseMoveEvent(QMouseEvent* event) {
    CardText::mouseMoveEvent(event);
    const bool overMargin = event->position().x() < textLeft();
    if (overMargin != m_overlay->areArrowsShown()) {
        m_overlay->setArrowsShown(overMargin);
        viewport()->update(0, 0, textLeft(), viewport()->height());
    }
    const bool following = event->modifiers() == Qt::ControlModifier && event->buttons() == Qt::NoButton;
    showLink(following ? linkUnder(event->position().toPoint()) : std::nullopt);
    if (m_link)
        viewport()->setCursor(Qt::PointingHandCursor);
}

void CardEditor::leaveEvent(QEvent* event) {
    showLink(std::nullopt);
    m_overlay->setArrowsShown(false);
    viewport()->update(0, 0, textLeft(), viewport()->height());
    CardText::leaveEvent(event);
}

std::optional<ByteRange> CardEditor::linkUnder(const QPoint& point) const {
    const long offset = send(SCI_POSITIONFROMPOINTCLOSE, at(point.x()), point.y());
    return offset < 0 || !m_linkAt ? std::nullopt : m_linkAt(offset);
}

void CardEditor::showLink(const std::optional<ByteRange>& link) {
    if (link == m_link)
        return;
    for (const unsigned long indicator : {LinkIndicator, LinkColourIndicator}) {
        send(SCI_SETINDICATORCURRENT, indicator);
        send(SCI_INDICATORCLEARRANGE, 0, length());
        if (indicator == LinkColourIndicator && link)
            SendScintilla(SCI_SETINDICATORVALUE, 1UL, 0L);
        if (link)
            send(SCI_INDICATORFILLRANGE, at(link->begin), link->end - link->begin);
    }
    if (m_link && !link)
        viewport()->setCursor(Qt::IBeamCursor);
    m_link = link;
}

void CardEditor::wheelEvent(QWheelEvent* event) {
    if (event->modifiers() != Qt::ControlModifier) {
        CardText::wheelEvent(event);
        return;
    }
    if (event->angleDelta().y() != 0)
        setZoom(zoom() + (event->angleDelta().y() > 0 ? 1 : -1));
    event->accept();
}

void CardEditor::paintEvent(QPaintEvent* event) {
    CardText::paintEvent(event);
    QPainter painter(viewport());
    painter.setClipRegion(event->region());
    m_overlay->paint(painter, event->rect());
}

void CardEditor::resizeEvent(QResizeEvent* event) {
    const long row = send(SCI_VISIBLEFROMDOCLINE, at(lineOf(cursor()) - 1)) - send(SCI_GETFIRSTVISIBLELINE);
    const bool wasSeen = row >= 0 && (row + 1) * send(SCI_TEXTHEIGHT) <= event->oldSize().height();
    CardText::resizeEvent(event);
    if (std::exchange(m_lastWidth, viewport()->width()) != viewport()->width())
        emit widthChanged(); // the notes are broken into other lines
    if (wasSeen)
        showCursorsNote();
}

void CardEditor::contextMenuEvent(QContextMenuEvent* event) {
    if (!m_fillMenu)
        return;
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        where = viewport()->mapToGlobal(pointBelow(cursor()));
    } else if (const long offset = send(SCI_POSITIONFROMPOINT, at(event->x()), event->y());
               !selection().holds(offset)) {
        send(SCI_SETEMPTYSELECTION, at(offset)); // the menu is about the place under the mouse
    }
    QMenu menu;
    m_fillMenu(menu);
    menu.exec(where);
}

// Files are opened by the window, not written into the text as paths.
void CardEditor::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls())
        event->ignore();
    else
        CardText::dragEnterEvent(event);
}

bool CardEditor::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        if (!showToolTip(help->pos(), help->globalPos()))
            QToolTip::hideText();
        return true;
    }
    return CardText::viewportEvent(event);
}

bool CardEditor::showToolTip(const QPoint& point, const QPoint& global) {
    QStringList messages;
    if (point.x() < textLeft()) {
        const long offset = send(SCI_POSITIONFROMPOINT, at(textLeft() + 8), point.y());
        if (m_marks->kindAt(lineOf(offset)))
            messages = m_marks->messagesOfLine(lineOf(offset));
    } else if (const long offset = send(SCI_POSITIONFROMPOINTCLOSE, at(point.x()), point.y()); offset >= 0) {
        messages = m_marks->messagesAt(offset);
    }
    if (messages.isEmpty())
        return false;
    QToolTip::showText(global, toolTipOf(messages.join(QLatin1Char('\n'))), viewport());
    return true;
}

void CardEditor::changeEvent(QEvent* event) {
    CardText::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        applyTheme();
}

} // namespace fairlead::ui
