// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_tool_bar.h"

#include "ui/navigation/navigator.h"
#include "ui/settings/extension_tracing.h"
#include "ui/text/act_words.h"
#include "ui/theme/theme.h"
#include "ui/window/environment_label.h"
#include "ui/window/environment_picker.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <QAction>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QToolButton>

namespace fairlead::ui {

MainToolBar::MainToolBar(Workspace& workspace, Environment& environment, Navigator& navigator, const Theme& theme,
                         QWidget* parent)
    : QToolBar(tr("Tool Bar"), parent), m_workspace(workspace), m_environment(environment), m_theme(theme),
      m_row(new QWidget), m_label(new EnvironmentLabel(theme)), m_back(new QAction(tr("&Back"), this)),
      m_forward(new QAction(tr("&Forward"), this)), m_reload(new QAction(tr("&Reload"), this)),
      m_cancel(new QAction(tr("&Cancel Loading"), this)),
      m_alone(new QAction(tr("Without fairseq2's Own Cards"), this)),
      m_picker(new EnvironmentPicker(environment, navigator, theme, *m_label, this)), m_button(new QPushButton) {
    setObjectName(QStringLiteral("mainToolBar"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setVisible(false);
    makeActions(navigator);

    auto* layout = new QHBoxLayout(m_row);
    layout->setContentsMargins(8, 6, 8, 7);
    layout->setSpacing(8);
    for (QAction* action : {m_back, m_forward}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setFixedSize(26, 26);
        layout->addWidget(button);
    }
    layout->addWidget(m_label, 1000);
    layout->addWidget(m_button);
    layout->addStretch(1);
    addWidget(m_row);

    connect(&workspace, &Workspace::loadStarted, this, &MainToolBar::update);
    connect(&workspace, &Workspace::loaded, this, &MainToolBar::update);
    connect(&workspace, &Workspace::loadEnded, this, &MainToolBar::update);
    connect(&workspace, &Workspace::pathsChanged, this, &MainToolBar::update);
    connect(&workspace, &Workspace::progressed, this, &MainToolBar::showProgress);
    connect(&environment, &Environment::changed, this, &MainToolBar::update);
    connect(m_button, &QPushButton::clicked, this, [this] { (isLoading() ? m_cancel : m_reload)->trigger(); });
    update();
}

void MainToolBar::makeActions(Navigator& navigator) {
    m_back->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Left), QKeySequence(Qt::Key_Back)});
    m_back->setIcon(m_theme.icon(QStringLiteral("back")));
    m_forward->setShortcuts({QKeySequence(Qt::ALT | Qt::Key_Right), QKeySequence(Qt::Key_Forward)});
    m_forward->setIcon(m_theme.icon(QStringLiteral("forward")));
    connect(m_back, &QAction::triggered, &navigator, &Navigator::back);
    connect(m_forward, &QAction::triggered, &navigator, &Navigator::forward);
    const auto updateHistory = [this, &navigator] {
        m_back->setEnabled(navigator.canGoBack());
        m_forward->setEnabled(navigator.canGoForward());
    };
    connect(&navigator, &Navigator::historyChanged, this, updateHistory);
    updateHistory();

    m_reload->setShortcut(Qt::Key_F5);
    m_reload->setIcon(m_theme.icon(QStringLiteral("reload")));
    m_cancel->setShortcut(Qt::SHIFT | Qt::Key_F5);
    m_cancel->setIcon(m_theme.icon(QStringLiteral("cancel")));
    m_alone->setCheckable(true);
    m_alone->setToolTip(tr("Checks the open sources as if fairseq2 brought no cards of its own"));
    connect(m_reload, &QAction::triggered, this, &MainToolBar::reload);
    connect(m_cancel, &QAction::triggered, this, &MainToolBar::stopLoading);
    connect(m_alone, &QAction::triggered, &m_workspace, &Workspace::setAlone);
    for (const QAction* action : {m_back, m_forward, m_reload, m_cancel})
        connect(action, &QAction::changed, this, &MainToolBar::updateToolTips); // their keys may be others now
}

void MainToolBar::updateToolTips() {
    m_back->setToolTip(withKeys(tr("Back to where you were"), *m_back));
    m_forward->setToolTip(withKeys(tr("Forward again"), *m_forward));
    if (isLoading())
        m_button->setToolTip(withKeys(tr("Stops loading; what was read stays"), *m_cancel));
    else if (m_reload->isEnabled())
        m_button->setToolTip(withKeys(tr("Reads all sources again"), *m_reload));
    else
        m_button->setToolTip(tr("Nothing is open that could be read again"));
}

void MainToolBar::showTracing(ExtensionTracing& tracing) {
    auto* box = new QCheckBox(tr("Trace exten&sions"));
    box->setToolTip(tr("Extensions are loaded with FAIRSEQ2_EXTENSION_TRACE set: each failure shows its whole trace in "
                       "the log. Off removes it, whatever the shell has."));
    box->setChecked(tracing.isOn());
    connect(box, &QCheckBox::toggled, &tracing, &ExtensionTracing::setOn);
    connect(&tracing, &ExtensionTracing::changed, box, &QCheckBox::setChecked);
    m_row->layout()->addWidget(box);
}

bool MainToolBar::isLoading() const { return m_workspace.isLoading() || m_environment.isRunning(); }

void MainToolBar::reload() {
    m_environment.reload();
    if (!m_workspace.paths().isEmpty())
        m_workspace.reload();
}

void MainToolBar::update() {
    const bool loading = isLoading();
    const bool isOpen = !m_workspace.paths().isEmpty();
    const bool canReload = isOpen || m_environment.kind() == Environment::Kind::Native;
    m_reload->setEnabled(canReload && !loading);
    m_cancel->setEnabled(loading);
    m_alone->setEnabled(isOpen && !loading);
    m_alone->setChecked(m_workspace.isAlone());

    m_button->setText(loading ? tr("Cancel") : tr("Reload"));
    m_button->setIcon((loading ? m_cancel : m_reload)->icon());
    m_button->setEnabled(loading || canReload);
    updateToolTips();

    const QString sentence = m_environment.sentence();
    if (m_environment.isRunning())
        m_label->setState(m_environment.icon(), m_environment.name(), sentence);
    else if (loading)
        m_label->setState(m_environment.icon(), m_environment.name(), tr("Loading…"));
    else if (!m_workspace.loadFailure().isEmpty())
        m_label->setState(QStringLiteral("warning"), m_environment.name(), m_workspace.loadFailure());
    else
        m_label->setState(m_environment.icon(), m_environment.name(),
                          m_workspace.isAlone() ? tr("%1, without its cards").arg(sentence) : sentence);
}

// What was read is still checked: with very much of it that is a moment in which nothing else can be cancelled.
void MainToolBar::stopLoading() {
    m_environment.cancel();
    m_workspace.cancel();
    m_cancel->setEnabled(false);
    m_button->setEnabled(false);
    m_label->setState(m_environment.icon(), m_environment.name(), tr("Stopping…"));
}

void MainToolBar::showProgress(quint64 files, quint64 cards) {
    if (!m_cancel->isEnabled() || m_environment.isRunning())
        return; // it is stopping, or something else is told
    m_label->setState(m_environment.icon(), m_environment.name(),
                      tr("Loading… %1").arg(tr("%n card(s)", nullptr, static_cast<int>(cards))));
    m_label->setToolTip(tr("%1 in %2 so far")
                            .arg(tr("%n card(s)", nullptr, static_cast<int>(cards)),
                                 tr("%n file(s)", nullptr, static_cast<int>(files))));
}

} // namespace fairlead::ui
