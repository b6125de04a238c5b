// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/bottom_dock.h"

#include "ui/theme/theme.h"
#include "ui/window/status_line.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedWidget>
#include <QTabBar>
#include <QToolButton>

#include <utility>

namespace fairlead::ui {

namespace {

/// The ground of the dock's title: that of the tabs, with the line below them.
class TitleRow : public QWidget {
public:
    explicit TitleRow(const Theme& theme) : m_theme(theme) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), m_theme.colours().header);
        painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.colours().line);
    }

private:
    const Theme& m_theme;
};

} // namespace

BottomDock::BottomDock(const Theme& theme, StatusLine& statusLine, QWidget* parent)
    : QDockWidget(tr("Problems and Log"), parent), m_theme(theme), m_statusLine(statusLine), m_tabs(new QTabBar),
      m_bars(new QStackedWidget), m_panels(new QStackedWidget) {
    setObjectName(QStringLiteral("bottomDock"));
    setAllowedAreas(Qt::BottomDockWidgetArea | Qt::TopDockWidgetArea);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // the controls beside them give way
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setDrawBase(false);
    m_tabs->setDocumentMode(true);
    m_tabs->setAccessibleName(tr("Panels"));
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_bars->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    auto* title = new TitleRow(theme);
    auto* layout = new QHBoxLayout(title);
    layout->setContentsMargins(0, 0, 4, 0);
    layout->setSpacing(4);
    layout->addWidget(m_tabs, 0, Qt::AlignBottom);
    layout->addWidget(m_bars, 1);
    QToolButton* undock = makeTitleButton(QStringLiteral("float"), tr("Take out of the window, or put back"));
    connect(undock, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    layout->addWidget(undock);
    QToolButton* closeButton = makeTitleButton(QStringLiteral("close"), tr("Close the panels"));
    connect(closeButton, &QToolButton::clicked, this, &QWidget::close);
    layout->addWidget(closeButton);
    setTitleBarWidget(title);
    setWidget(m_panels);

    connect(m_tabs, &QTabBar::currentChanged, this, [this](int index) {
        m_panels->setCurrentIndex(index);
        m_bars->setCurrentIndex(index);
    });
}

QToolButton* BottomDock::makeTitleButton(const QString& icon, const QString& text) {
    auto* button = new QToolButton;
    button->setIcon(m_theme.icon(icon));
    button->setAutoRaise(true);
    button->setProperty("small", true);
    button->setToolTip(text);
    button->setAccessibleName(text);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

int BottomDock::addPanel(const QString& icon, const QString& title, std::function<Content()> make) {
    const auto panel = static_cast<int>(m_entries.size());
    QToolButton* button = m_statusLine.addPanelButton(icon);
    connect(button, &QToolButton::clicked, this, [this, panel] { showPanel(panel); });
    m_entries.push_back({std::move(make), title, button});
    m_panels->addWidget(new QWidget);
    m_bars->addWidget(new QWidget);
    m_tabs->addTab(m_theme.icon(icon), title);
    setCount(panel, -1);
    updateButtons();
    return panel;
}

int BottomDock::addPanel(const QString& icon, const QString& title, const Content& content) {
    const int panel = addPanel(icon, title, std::function<Content()>());
    put(panel, content);
    return panel;
}

// In place of what kept its number.
void BottomDock::put(int panel, const Content& content) {
    for (const auto& [stack, widget] : {std::pair(m_panels, content.panel), std::pair(m_bars, content.bar)}) {
        QWidget* before = stack->widget(panel);
        stack->insertWidget(panel, widget);
        stack->removeWidget(before);
        delete before;
    }
}

void BottomDock::makeAll() {
    for (std::size_t i = 0; i < m_entries.size(); ++i)
        if (const auto make = std::exchange(m_entries[i].make, {}))
            put(static_cast<int>(i), make());
    m_panels->setCurrentIndex(m_tabs->currentIndex());
    m_bars->setCurrentIndex(m_tabs->currentIndex());
}

void BottomDock::setCount(int panel, int count, const QString& meaning) {
    const Panel& entry = m_entries[static_cast<std::size_t>(panel)];
    const QString text = count < 0 ? entry.title : QStringLiteral("%1 %2").arg(entry.title).arg(count);
    const QString toolTip = meaning.isEmpty() ? entry.title : tr("%1: %2").arg(entry.title, meaning);
    m_tabs->setTabText(panel, text);
    m_tabs->setTabToolTip(panel, toolTip);
    entry.button->setToolTip(toolTip);
    entry.button->setText(text);
    entry.button->setAccessibleName(tr("Show %1").arg(text));
}

void BottomDock::showPanel(int panel) {
    m_tabs->setCurrentIndex(panel);
    show();
    raise();
    m_panels->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void BottomDock::focusPanel() {
    if (!m_entries.empty())
        showPanel(m_tabs->currentIndex());
}

int BottomDock::currentPanel() const { return m_tabs->currentIndex(); }

void BottomDock::setCurrentPanel(int index) {
    if (index >= 0 && index < m_tabs->count())
        m_tabs->setCurrentIndex(index);
}

void BottomDock::setVisible(bool visible) {
    if (visible) {
        makeAll();
        m_tabs->updateGeometry(); // what is hidden does not tell how its tabs have grown
    }
    QDockWidget::setVisible(visible);
    updateButtons();
}

void BottomDock::updateButtons() {
    for (const Panel& entry : m_entries)
        entry.button->setVisible(isHidden());
}

} // namespace fairlead::ui
