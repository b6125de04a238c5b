// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/detail/detail_pane.h"

#include "ui/detail/difference_highlighter.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QToolButton>

namespace fairlead::ui {

namespace {

constexpr qsizetype longest = 2'000'000; // a difference nobody reads to its end

} // namespace

DetailPane::DetailPane(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_title(new QLabel(this)), m_accept(new QPushButton(this)), m_text(new QPlainTextEdit(this)),
      m_highlighter(new DifferenceHighlighter(nullptr, theme)) {
    m_highlighter->setParent(this);
    m_title->setTextFormat(Qt::PlainText);
    QFont bold = font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_accept->setProperty("small", true);
    m_accept->setIcon(theme.icon(QStringLiteral("fix")));
    connect(m_accept, &QPushButton::clicked, this, [this] {
        const auto accept = std::exchange(m_onAccept, {});
        closePane();
        if (accept)
            accept();
    });
    auto* close = new QToolButton(this);
    close->setAutoRaise(true);
    close->setIcon(theme.icon(QStringLiteral("close")));
    close->setToolTip(tr("Close (Esc)"));
    close->setAccessibleName(tr("Close"));
    connect(close, &QToolButton::clicked, this, &DetailPane::closePane);
    auto* escape = new QShortcut(QKeySequence(Qt::Key_Escape), this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DetailPane::closePane);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(12, 4, 4, 4);
    head->setSpacing(8);
    head->addWidget(m_title, 1);
    head->addWidget(m_accept);
    head->addWidget(close);
    m_text->setReadOnly(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(12);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    setFocusProxy(m_text);
    hide();
}

void DetailPane::open(const QString& title, const QString& text, bool fixedFont) {
    m_title->setText(title);
    m_text->setAccessibleName(title);
    m_text->setFont(fixedFont ? Theme::fixedFont() : font());
    m_text->setLineWrapMode(fixedFont ? QPlainTextEdit::NoWrap : QPlainTextEdit::WidgetWidth);
    m_highlighter->setDocument(fixedFont ? m_text->document() : nullptr);
    m_text->setPlainText(text);
    m_accept->setVisible(static_cast<bool>(m_onAccept));
    show();
    (m_onAccept ? static_cast<QWidget*>(m_accept) : m_text)->setFocus();
}

void DetailPane::showDifference(const QString& title, const QByteArray& difference, const QString& acceptText,
                                std::function<void()> accept) {
    m_onAccept = std::move(accept);
    m_accept->setText(acceptText);
    QString text = difference.isEmpty() ? tr("Both are the same.") : QString::fromUtf8(difference.left(longest));
    if (difference.size() > longest)
        text += tr("\n… and more");
    open(title, text, true);
}

void DetailPane::showExplanation(const QString& title, const QString& text) {
    m_onAccept = {};
    open(title, text, false);
}

QString DetailPane::title() const { return m_title->text(); }

QString DetailPane::text() const { return m_text->toPlainText(); }

void DetailPane::closePane() {
    m_onAccept = {};
    hide();
    emit closed();
}

} // namespace fairlead::ui
