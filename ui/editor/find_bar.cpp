// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"

#include "ui/editor/card_styles.h"
#include "ui/editor/find_options.h"
#include "ui/text/act_words.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

constexpr std::size_t mostMarked = 5000;
constexpr int delayMilliseconds = 60;
constexpr int usualCharacters = 24; // of what is looked for
constexpr int spacing = 4;

} // namespace

FindBar::FindBar(CardEditor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_theme(theme), m_find(new QLineEdit(this)), m_replace(new QLineEdit(this)),
      m_count(new QLabel(this)), m_fault(new QLabel(this)), m_options(new FindOptions(this)),
      m_replaceRow(new QWidget(this)) {
    build(theme);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &FindBar::mark);
    connect(m_find, &QLineEdit::textEdited, this, &FindBar::findWhileTyping);
    connect(m_options, &FindOptions::changed, this, &FindBar::findWhileTyping);
    connect(&editor, &CardEditor::replaced, this, [this] {
        if (isVisible())
            m_delay.start();
    });
    connect(&theme, &Theme::changed, this, [this] {
        if (isVisible())
            showPlaces();
    });
    hide();
}

void FindBar::build(const Theme& theme) {
    m_find->setPlaceholderText(tr("Find"));
    m_find->setAccessibleName(tr("Find"));
    m_find->setClearButtonEnabled(true);
    m_find->installEventFilter(this);
    m_replace->setPlaceholderText(tr("Replace by"));
    m_replace->setAccessibleName(tr("Replace by"));
    m_replace->installEventFilter(this);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_fault->setWordWrap(true);
    m_fault->setContentsMargins(2, 0, 2, 2);
    m_fault->hide();
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(5000).arg(5000)));

    m_top = new QHBoxLayout;
    m_top->setSpacing(spacing);
    m_top->addWidget(m_find, 1);
    m_previous = makeButton(theme.icon(QStringLiteral("up")), tr("Previous"), {});
    m_next = makeButton(theme.icon(QStringLiteral("down")), tr("Next"), {});
    connect(m_previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(m_next, &QToolButton::clicked, this, &FindBar::findNext);
    auto* close = makeButton(theme.icon(QStringLiteral("close")), tr("Close"), Qt::Key_Escape);
    connect(close, &QToolButton::clicked, this, &FindBar::closeBar);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_count, m_previous, m_next, m_options, close})
        m_top->addWidget(widget);

    auto* bottom = new QHBoxLayout(m_replaceRow);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->setSpacing(spacing);
    bottom->addWidget(m_replace, 1);
    auto* one = new QPushButton(tr("Replace"), m_replaceRow);
    auto* all = new QPushButton(tr("Replace all"), m_replaceRow);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    for (QPushButton* button : {one, all}) {
        button->setProperty("small", true);
        bottom->addWidget(button);
    }
    m_rows = new QVBoxLayout(this);
    m_rows->setContentsMargins(8, 4, 8, 4);
    m_rows->setSpacing(spacing);
    m_rows->addLayout(m_top);
    m_rows->addWidget(m_fault);
    m_rows->addWidget(m_replaceRow);
}

QToolButton* FindBar::makeButton(const QIcon& icon, const QString& text, const QKeySequence& key) {
    auto* button = new QToolButton(this);
    button->setAutoRaise(true);
    button->setIcon(icon);
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(key.isEmpty() ? text : tr("%1 (%2)").arg(text, key.toString(QKeySequence::NativeText)));
    return button;
}

void FindBar::nameKeys(const QAction& next, const QAction& previous) {
    for (const auto& [button, action] : {std::pair(m_next, &next), std::pair(m_previous, &previous)}) {
        const auto name = [button = button, action = action] { button->setToolTip(withKeys(button->text(), *action)); };
        name();
        connect(action, &QAction::changed, button, name);
    }
}

void FindBar::openToFind() {
    if (!isVisible())
        setReplaceShown(false);
    open();
}

void FindBar::openToReplace() {
    setReplaceShown(true);
    open();
}

void FindBar::setReplaceShown(bool shown) { m_replaceRow->setVisible(shown && !m_editor.isTextReadOnly()); }

void FindBar::open() {
    const ByteRange selected = m_editor.selection();
    const bool isInLine = m_editor.lineOf(selected.begin) == m_editor.lineOf(selected.end);
    m_origin = selected.begin;
    // Of an open bar the text stays: what is selected then was found by it.
    if (m_editor.hasFocus() && selected.begin < selected.end && isInLine) {
        const QString text = QString::fromUtf8(m_editor.text(selected.begin, selected.end));
        m_find->setText(m_options->isExpression() ? QRegularExpression::escape(text) : text);
    }
    placeOptions();
    show();
    m_find->setFocus();
    m_find->selectAll();
    mark();
}

// Beside what is looked for where that keeps its room, else below it.
void FindBar::placeOptions() {
    const bool areBeside = m_top->indexOf(m_options) >= 0;
    const int besides = m_options->sizeHint().width() + spacing;
    const int others = m_top->sizeHint().width() - m_find->sizeHint().width() - (areBeside ? besides : 0);
    const int room = contentsRect().width() - m_rows->contentsMargins().left() - m_rows->contentsMargins().right();
    const bool fit = room >= usualCharacters * fontMetrics().averageCharWidth() + others + besides;
    if (fit == areBeside)
        return;
    if (fit) {
        m_rows->removeWidget(m_options);
        m_top->insertWidget(m_top->count() - 1, m_options);
    } else {
        m_top->removeWidget(m_options);
        m_rows->insertWidget(1, m_options);
    }
}

// With the options below: they go there as soon as there is no more room.
QSize FindBar::minimumSizeHint() const {
    const QSize size = QWidget::minimumSizeHint();
    const bool areBeside = m_top->indexOf(m_options) >= 0;
    return areBeside ? QSize(size.width() - m_options->minimumSizeHint().width() - spacing, size.height()) : size;
}

void FindBar::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeOptions();
}

TextSearch FindBar::search() const { return TextSearch(m_options->searchFor(m_find->text())); }

void FindBar::findWhileTyping() {
    find(true, m_origin, true);
    m_delay.start();
}

void FindBar::findNext() { find(true, m_editor.selection().end); }

void FindBar::findPrevious() { find(false, m_editor.selection().begin); }

// Around the text's ends, if need be.
void FindBar::find(bool forward, qint64 from, bool isTyping) {
    if (m_find->text().isEmpty()) {
        mark();
        return;
    }
    const TextSearch search = this->search();
    auto found = forward ? search.next(m_editor, from) : search.previous(m_editor, from);
    if (!found)
        found = forward ? search.next(m_editor, 0) : search.previous(m_editor, m_editor.length());
    if (found)
        m_editor.select(*found);
    else if (isTyping)
        m_editor.select({m_origin, m_origin});
    if (!isVisible())
        return;
    if (m_delay.isActive() || m_found.ranges.empty())
        mark();
    else
        showPlaces();
}

void FindBar::mark() {
    m_delay.stop();
    m_found = search().all(m_editor, mostMarked);
    showPlaces();
}

// The place that is selected looks selected; the others are marked.
void FindBar::showPlaces() {
    const ByteRange selected = m_editor.selection();
    const auto& ranges = m_found.ranges;
    m_editor.send(Sci::SCI_SETINDICATORCURRENT, FoundIndicator);
    m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor.length());
    for (const ByteRange& range : ranges)
        if (range != selected)
            m_editor.send(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(range.begin),
                          range.end - range.begin);
    const QString more = m_found.areAll ? QString() : QStringLiteral("+");
    if (const QString fault = search().fault(); !fault.isEmpty())
        say({}, fault);
    else if (m_find->text().isEmpty())
        say({});
    else if (ranges.empty())
        say(tr("Not found"));
    else if (const auto at = std::ranges::find(ranges, selected); at != ranges.end())
        say(tr("%1 of %2%3").arg(at - ranges.begin() + 1).arg(ranges.size()).arg(more));
    else
        say(tr("%n place(s)", nullptr, static_cast<int>(ranges.size())) + more);
}

void FindBar::say(const QString& text, const QString& fault) {
    QPalette palette = this->palette();
    palette.setColor(QPalette::WindowText, m_theme.colours().error);
    m_fault->setPalette(palette);
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_count->setText(text);
    m_find->setAccessibleDescription(fault.isEmpty() ? text : fault);
}

void FindBar::closeBar() {
    m_editor.send(Sci::SCI_SETINDICATORCURRENT, FoundIndicator);
    m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor.length());
    hide();
    m_editor.setFocus();
}

bool FindBar::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool isReturn = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (key->key() == Qt::Key_Escape)
        closeBar();
    else if (isReturn && watched == m_replace)
        replaceOne();
    else if (isReturn)
        key->modifiers().testFlag(Qt::ShiftModifier) ? findPrevious() : findNext();
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

} // namespace fairlead::ui
