// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/extensions/extensions_head.h"

#include "ui/extensions/extension_words.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int iconSide = 24;

// Whoever waits sees for whom.
QString underWay(const std::vector<ExtensionReport>& extensions) {
    const auto at = std::ranges::find_if(extensions, [](const ExtensionReport& extension) {
        return extension.outcome == ExtensionOutcome::importing || extension.outcome == ExtensionOutcome::calling;
    });
    if (at == extensions.end())
        return {};
    const QString name = QString::fromStdString(at->name).toHtmlEscaped();
    return at->outcome == ExtensionOutcome::importing ? ExtensionsHead::tr(", now %1 is opened").arg(name)
                                                      : ExtensionsHead::tr(", now %1 is called").arg(name);
}

/// What is known of the environment as a whole is known only up to there.
QString failureText(const ExtensionsState& state) {
    QString failure = state.failure.toHtmlEscaped();
    if (!failure.endsWith(u'.'))
        failure += u'.';
    QString text = QStringLiteral("<b>%1</b>").arg(failure);
    if (!state.extensions.empty())
        text += ExtensionsHead::tr(" %1 of %2 extensions were tried before that.")
                    .arg(state.done())
                    .arg(state.extensions.size());
    return text;
}

} // namespace

ExtensionsHead::ExtensionsHead(const Theme& theme, QWidget* parent)
    : QWidget(parent), m_theme(theme), m_icon(new QLabel), m_sentence(new QLabel), m_remark(new QLabel),
      m_run(new QPushButton) {
    m_icon->setFixedSize(iconSide, iconSide);
    for (QLabel* label : {m_sentence, m_remark}) {
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setMinimumWidth(1);
        label->setWordWrap(true);
    }
    m_sentence->setTextFormat(Qt::RichText);
    m_remark->setTextFormat(Qt::PlainText);
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    auto* sentences = new QVBoxLayout;
    sentences->setSpacing(2);
    sentences->addWidget(m_sentence);
    sentences->addWidget(m_remark);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(12);
    layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    layout->addLayout(sentences, 1);
    layout->addWidget(m_run, 0, Qt::AlignVCenter);
    connect(m_run, &QPushButton::clicked, this, [this] { m_isRunning ? emit cancelWanted() : emit runWanted(); });
    connect(&theme, &Theme::changed, this, &ExtensionsHead::updateIcons);
}

void ExtensionsHead::setState(const ExtensionsState& state) {
    const std::vector<ExtensionReport>& extensions = state.extensions;
    m_isRunning = state.running;
    m_run->setText(m_isRunning ? tr("&Cancel") : state.recorded ? tr("Load native extensions") : tr("&Run again"));
    m_remark->setVisible(!m_isRunning && state.failure.isEmpty() && extensions.size() > 1);
    if (m_isRunning) {
        m_iconName = QStringLiteral("extension");
        m_sentence->setText(tr("<b>Loading extensions…</b> %1 of %2").arg(state.done()).arg(extensions.size()) +
                            underWay(extensions));
    } else if (!state.failure.isEmpty()) {
        m_iconName = QStringLiteral("warning");
        m_sentence->setText(failureText(state));
    } else if (extensions.empty()) {
        m_iconName = QStringLiteral("extension");
        m_sentence->setText(tr("<b>No extensions.</b>"));
    } else {
        m_iconName = courseIcon(extensions, state.courses);
        m_sentence->setText(courseText(extensions, state.courses));
        m_remark->setText(state.runs > 1
                              ? tr("Fairlead went on and tried all %1, in %2 runs: after an exit, a crash or a "
                                   "time-out it starts again without the culprit.")
                                    .arg(extensions.size())
                                    .arg(state.runs)
                              : tr("Fairlead tried all %1.").arg(extensions.size()));
    }
    updateIcons();
}

void ExtensionsHead::updateIcons() {
    m_icon->setPixmap(m_theme.icon(m_iconName).pixmap(QSize(iconSide, iconSide), devicePixelRatioF()));
    m_run->setIcon(m_theme.icon(m_isRunning ? QStringLiteral("cancel") : QStringLiteral("reload")));
}

} // namespace fairlead::ui
