// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/editor/find_bar.h"

#include "ui/editor/card_styles.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace fairlead::ui {

namespace {

using Sci = QsciScintillaBase;

constexpr std::size_t mostMarked = 5000;
constexpr int delayMilliseconds = 60;

} // namespace

FindBar::FindBar(CardEditor& editor, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_editor(editor), m_find(new QLineEdit(this)), m_replace(new QLineEdit(this)),
      m_count(new QLabel(this)), m_replaceRow(new QWidget(this)) {
    build(theme);
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMilliseconds);
    connect(&m_delay, &QTimer::timeout, this, &FindBar::mark);
    connect(m_find, &QLineEdit::textEdited, this, &FindBar::findWhileTyping);
    connect(m_matchCase, &QToolButton::toggled, this, &FindBar::findWhileTyping);
    connect(m_wholeWords, &QToolButton::toggled, this, &FindBar::findWhileTyping);
    connect(&editor, &CardEditor::replaced, this, [this] {
        if (isVisible())
            m_delay.start();
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
    m_count->setMinimumWidth(fontMetrics().horizontalAdvance(tr("%1 of %2").arg(5000).arg(5000)));

    auto* top = new QHBoxLayout;
    top->setSpacing(4);
    top->addWidget(m_find, 1);
    auto* previous = makeButton(theme.icon(QStringLiteral("up")), tr("Previous"), QKeySequence::FindPrevious);
    auto* next = makeButton(theme.icon(QStringLiteral("down")), tr("Next"), QKeySequence::FindNext);
    connect(previous, &QToolButton::clicked, this, &FindBar::findPrevious);
    connect(next, &QToolButton::clicked, this, &FindBar::findNext);
    m_matchCase = makeButton({}, tr("Match case"), {});
    m_wholeWords = makeButton({}, tr("Whole words"), {});
    for (QToolButton* toggle : {m_matchCase, m_wholeWords}) {
        toggle->setCheckable(true);
        toggle->setToolButtonStyle(Qt::ToolButtonTextOnly);
    }
    auto* close = makeButton(theme.icon(QStringLiteral("close")), tr("Close"), Qt::Key_Escape);
    connect(close, &QToolButton::clicked, this, &FindBar::closeBar);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_count, previous, next, m_matchCase, m_wholeWords, close})
        top->addWidget(widget);

    auto* bottom = new QHBoxLayout(m_replaceRow);
    bottom->setContentsMargins(0, 0, 0, 0);
    bottom->setSpacing(4);
    bottom->addWidget(m_replace, 1);
    auto* one = new QPushButton(tr("Replace"), m_replaceRow);
    auto* all = new QPushButton(tr("Replace all"), m_replaceRow);
    connect(one, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(all, &QPushButton::clicked, this, &FindBar::replaceAll);
    for (QPushButton* button : {one, all}) {
        button->setProperty("small", true);
        bottom->addWidget(button);
    }
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 4);
    layout->setSpacing(4);
    layout->addLayout(top);
    layout->addWidget(m_replaceRow);
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
    m_origin = selected.begin;
    if (selected.begin < selected.end && m_editor.lineOf(selected.begin) == m_editor.lineOf(selected.end))
        m_find->setText(QString::fromUtf8(m_editor.text(selected.begin, selected.end)));
    show();
    m_find->setFocus();
    m_find->selectAll();
    mark();
}

SearchFor FindBar::what() const { return {m_find->text(), m_matchCase->isChecked(), m_wholeWords->isChecked()}; }

void FindBar::findWhileTyping() {
    find(true, m_origin);
    m_delay.start();
}

void FindBar::findNext() { find(true, m_editor.selection().end); }

void FindBar::findPrevious() { find(false, m_editor.selection().begin); }

// Around the text's ends, if need be.
void FindBar::find(bool forward, qint64 from) {
    if (m_find->text().isEmpty()) {
        mark();
        return;
    }
    const qint64 end = m_editor.length();
    auto found = forward ? findIn(m_editor, what(), from, end) : findIn(m_editor, what(), from, 0);
    if (!found)
        found = forward ? findIn(m_editor, what(), 0, end) : findIn(m_editor, what(), end, 0);
    if (found)
        m_editor.select(*found);
    if (!isVisible())
        return;
    if (m_delay.isActive() || m_found.empty())
        mark();
    const auto at = found ? std::ranges::find(m_found, *found) : m_found.end();
    if (at != m_found.end())
        say(tr("%1 of %2%3")
                .arg(at - m_found.begin() + 1)
                .arg(m_found.size())
                .arg(m_found.size() == mostMarked ? QStringLiteral("+") : QString()),
            false);
}

void FindBar::mark() {
    m_delay.stop();
    m_editor.send(Sci::SCI_SETINDICATORCURRENT, FoundIndicator);
    m_editor.send(Sci::SCI_INDICATORCLEARRANGE, 0, m_editor.length());
    m_found = findAllIn(m_editor, what(), mostMarked);
    for (const ByteRange& range : m_found)
        m_editor.send(Sci::SCI_INDICATORFILLRANGE, static_cast<unsigned long>(range.begin), range.end - range.begin);
    if (m_find->text().isEmpty())
        say({}, false);
    else if (m_found.empty())
        say(tr("Not found"), true);
    else
        say(tr("%n place(s)", nullptr, static_cast<int>(m_found.size())), false);
}

void FindBar::say(const QString& text, bool bad) {
    m_count->setText(text);
    m_find->setProperty("bad", bad);
    m_find->setAccessibleDescription(text);
}

void FindBar::replaceOne() {
    const ByteRange selected = m_editor.selection();
    const auto here = findIn(m_editor, what(), selected.begin, selected.end);
    if (here && *here == selected && !m_editor.isTextReadOnly()) {
        const QByteArray text = m_replace->text().toUtf8();
        m_editor.applyEdits({{selected.begin, selected.end, text}});
        const qint64 after = selected.begin + text.size();
        m_editor.select({after, after});
    }
    findNext();
}

void FindBar::replaceAll() {
    if (m_editor.isTextReadOnly())
        return;
    const QByteArray by = m_replace->text().toUtf8();
    const std::vector<ByteRange> all = findAllIn(m_editor, what(), static_cast<std::size_t>(m_editor.length()) + 1);
    if (all.empty())
        return;
    // One edit from the first place to the last: what checks the text reads it once.
    const QByteArray present = m_editor.text();
    QByteArray text;
    qint64 done = all.front().begin;
    for (const ByteRange& range : all) {
        text += present.mid(done, range.begin - done) + by;
        done = range.end;
    }
    m_editor.applyEdits({{all.front().begin, all.back().end, text}});
    mark();
    say(tr("%n place(s) replaced", nullptr, static_cast<int>(all.size())), false);
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
