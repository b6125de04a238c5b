// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/page_tabs.h"

#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QMouseEvent>
#include <QTabBar>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int shortestTab = 140; // below it a name is no more than its dots; the buttons scroll then

/// A middle click closes, as in browsers.
class ClosingTabBar : public QTabBar {
public:
    using QTabBar::QTabBar;

protected:
    [[nodiscard]] QSize minimumTabSizeHint(int index) const override {
        const QSize size = tabSizeHint(index);
        return {std::min(size.width(), shortestTab), size.height()};
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        if (const int tab = tabAt(event->pos()); event->button() == Qt::MiddleButton && tab >= 0) {
            emit tabCloseRequested(tab);
            return;
        }
        QTabBar::mouseReleaseEvent(event);
    }
};

} // namespace

PageTabs::PageTabs(const Theme& theme, MakePage makePage, QWidget* parent)
    : QTabWidget(parent), m_theme(theme), m_makePage(std::move(makePage)) {
    auto* bar = new ClosingTabBar(this);
    setTabBar(bar);
    setDocumentMode(true);
    setTabsClosable(true);
    setMovable(true);
    setElideMode(Qt::ElideMiddle);
    setUsesScrollButtons(true);
    bar->setAccessibleName(tr("Open pages"));
    bar->setContextMenuPolicy(Qt::CustomContextMenu);
    bar->setExpanding(false);
    setAccessibleName(tr("Pages"));
    connect(this, &QTabWidget::tabCloseRequested, this, [this](int tab) { emit closeWanted(widget(tab)); });
    connect(this, &QTabWidget::currentChanged, this, [this](int tab) { emit pageShown(widget(tab)); });
    connect(bar, &QWidget::customContextMenuRequested, this, &PageTabs::showTabMenu);
}

QWidget* PageTabs::find(const Location& location) const {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.location.samePage(location); });
    return found == m_entries.end() ? nullptr : found->page;
}

Location PageTabs::locationOf(const QWidget* page) const {
    const auto found = std::ranges::find(m_entries, page, &Entry::page);
    return found == m_entries.end() ? Location::welcome() : found->location;
}

std::vector<Location> PageTabs::locations() const {
    std::vector<Location> locations;
    locations.reserve(static_cast<std::size_t>(count()));
    for (int tab = 0; tab < count(); ++tab)
        locations.push_back(locationOf(widget(tab)));
    return locations;
}

QWidget* PageTabs::showPage(const Location& location, const TabFace& face) {
    QWidget* page = find(location);
    if (!page) {
        page = m_makePage(location);
        if (!page)
            return nullptr;
        m_entries.push_back({page, location});
        addTab(page, QString());
    }
    setFace(page, face);
    setCurrentWidget(page);
    return page;
}

void PageTabs::setFace(QWidget* page, const TabFace& face) {
    const int tab = indexOf(page);
    if (tab < 0)
        return;
    QString text = face.title;
    text.replace(QLatin1Char('&'), QLatin1String("&&"));
    setTabText(tab, face.modified ? text + QStringLiteral(" ●") : text);
    setTabIcon(tab, m_theme.icon(face.icon));
    setTabToolTip(tab, toolTipOf(face.toolTip));
    tabBar()->setAccessibleTabName(tab, face.modified ? tr("%1, unsaved").arg(face.title) : face.title);
}

void PageTabs::setLocation(QWidget* page, const Location& location) {
    const auto found = std::ranges::find(m_entries, page, &Entry::page);
    if (found != m_entries.end())
        found->location = location;
}

void PageTabs::closePage(QWidget* page) {
    const int tab = indexOf(page);
    if (tab < 0)
        return;
    std::erase_if(m_entries, [&](const Entry& entry) { return entry.page == page; });
    removeTab(tab);
    page->deleteLater();
}

void PageTabs::closeOthers(int kept) {
    const QWidget* keptPage = kept >= 0 ? widget(kept) : nullptr;
    std::vector<QWidget*> pages;
    for (int tab = 0; tab < count(); ++tab)
        if (widget(tab) != keptPage)
            pages.push_back(widget(tab));
    for (QWidget* page : pages)
        emit closeWanted(page);
}

void PageTabs::showTabMenu(const QPoint& position) {
    const int tab = tabBar()->tabAt(position);
    if (tab < 0)
        return;
    QWidget* page = widget(tab);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Close"), this, [this, page] { emit closeWanted(page); });
    menu->addAction(tr("Close Others"), this, [this, page] { closeOthers(indexOf(page)); })->setEnabled(count() > 1);
    menu->addAction(tr("Close All"), this, [this] { closeOthers(-1); });
    if (const Location location = locationOf(page); location.kind == Location::Kind::File) {
        menu->addSeparator();
        menu->addAction(tr("Copy Path"), this, [path = location.file] { QGuiApplication::clipboard()->setText(path); });
    }
    menu->popup(tabBar()->mapToGlobal(position));
}

void PageTabs::changeEvent(QEvent* event) {
    QTabWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tabBar()->update();
}

} // namespace fairlead::ui
