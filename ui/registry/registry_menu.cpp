// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_model.h"
#include "ui/registry/registry_panel.h"
#include "ui/registry/registry_view.h"
#include "ui/workspace/workspace.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>
#include <QUrl>

// What a row of the registry offers at a right click.

namespace fairlead::ui {

void RegistryPanel::showMenu(const QPoint& position) {
    const QModelIndex index = m_view->indexAt(position);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (index.isValid()) {
        const QModelIndex source = sourceOf(index);
        const auto kind = static_cast<RowKind>(source.data(RegistryModel::KindRole).toInt());
        const auto location = m_model.locationOf(source);
        if (location) {
            QAction* open = menu->addAction(tr("Open"), this, [this, location] { emit locationChosen(*location); });
            menu->setDefaultAction(open);
            menu->addSeparator();
        }
        const QString name = source.data(Qt::DisplayRole).toString();
        if (kind != RowKind::Section && kind != RowKind::Group)
            menu->addAction(tr("Copy Name"), this, [name] { QGuiApplication::clipboard()->setText(name); });
        QModelIndex onDisk = source;
        if (kind == RowKind::Document)
            onDisk = source.parent();
        if (const QString path = onDisk.data(RegistryModel::PathRole).toString(); !path.isEmpty()) {
            menu->addAction(tr("Copy Path"), this, [path] { QGuiApplication::clipboard()->setText(path); });
            menu->addAction(tr("Open Containing Folder"), this, [path] {
                const QFileInfo info(path);
                QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.absolutePath()));
            });
            if (m_workspace.paths().contains(path))
                menu->addAction(tr("Close This Source"), this, [this, path] { m_workspace.remove(path); });
        }
        if (kind != RowKind::Card && kind != RowKind::Document && kind != RowKind::Architecture)
            menu->addSeparator();
    }
    menu->addAction(tr("Fold All"), m_view, &QTreeView::collapseAll);
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

} // namespace fairlead::ui
