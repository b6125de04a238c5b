// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/recent_list.h"

#include "ui/text/tool_tip.h"
#include "ui/theme/theme.h"
#include "ui/workspace/open_sources.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int shownRows = 6;
constexpr int rowHeight = 28;

} // namespace

RecentList::RecentList(const Theme& theme, QWidget* parent) : QListWidget(parent), m_theme(theme) {
    setProperty("rowHeight", rowHeight);
    setUniformItemSizes(true);
    setTextElideMode(Qt::ElideMiddle);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Recently opened"));
    viewport()->setCursor(Qt::PointingHandCursor);
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem* item) { emit chosen(item->data(Qt::UserRole).toString()); });
    connect(this, &QWidget::customContextMenuRequested, this, &RecentList::showMenu);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void RecentList::setPaths(const QStringList& paths) {
    clear();
    for (const QString& path : paths) {
        const bool isFile = path.endsWith(QLatin1String(".yaml")) || path.endsWith(QLatin1String(".yml"));
        auto* item = new QListWidgetItem(m_theme.icon(isFile ? QStringLiteral("card") : QStringLiteral("folder")),
                                         shortPath(path), this);
        item->setData(Qt::UserRole, path);
        item->setToolTip(toolTipOf(path));
    }
    setFocusPolicy(paths.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    updateGeometry();
    viewport()->update();
}

QSize RecentList::sizeHint() const { return {400, std::clamp(count(), 4, shownRows) * rowHeight + 2 * frameWidth()}; }

void RecentList::paintEvent(QPaintEvent* event) {
    QListWidget::paintEvent(event);
    if (count() > 0)
        return;
    QPainter painter(viewport());
    painter.setPen(m_theme.colours().secondaryText);
    painter.drawText(viewport()->rect().adjusted(16, 0, -16, 0), static_cast<int>(Qt::AlignCenter) | Qt::TextWordWrap,
                     tr("Nothing yet.\nFolders and cards that you open will be listed here."));
}

void RecentList::keyPressEvent(QKeyEvent* event) {
    const QListWidgetItem* item = currentItem();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (item && isEnter)
        emit chosen(item->data(Qt::UserRole).toString());
    else if (item && event->key() == Qt::Key_Delete)
        emit removalWanted(item->data(Qt::UserRole).toString());
    else
        QListWidget::keyPressEvent(event);
}

void RecentList::showMenu(const QPoint& position) {
    const QListWidgetItem* item = itemAt(position);
    if (!item)
        return;
    const QString path = item->data(Qt::UserRole).toString();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Open"), this, [this, path] { emit chosen(path); });
    menu->addAction(tr("Take Off the List"), this, [this, path] { emit removalWanted(path); });
    menu->popup(viewport()->mapToGlobal(position));
}

} // namespace fairlead::ui
