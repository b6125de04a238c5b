// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/link_list_view.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

namespace fairlead::ui {

namespace {

/// Headings bold, links in the colour of links, what stands beside them in the secondary one.
class LinkDelegate : public QStyledItemDelegate {
public:
    LinkDelegate(const Theme& theme, QObject* parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        return {QStyledItemDelegate::sizeHint(option, index).width(), 22};
    }

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        const QString icon = index.data(LinkListModel::IconNameRole).toString();
        if (!icon.isEmpty()) {
            option->features |= QStyleOptionViewItem::HasDecoration;
            option->icon = m_theme.icon(icon);
            option->decorationSize = QSize(16, 16);
        }
        const bool heading = index.data(LinkListModel::HeadingRole).toBool();
        option->font.setBold(heading && index.column() == 0);
        if (index.column() > 0) {
            option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
        } else if (!heading) {
            option->palette.setColor(QPalette::Text, m_theme.colours().link);
        }
    }

private:
    const Theme& m_theme;
};

} // namespace

LinkListView::LinkListView(const QStringList& headers, const Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(new LinkListModel(headers, this)) {
    setModel(m_model);
    setItemDelegate(new LinkDelegate(theme, this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setHeaderHidden(headers.value(0).isEmpty());
    header()->setStretchLastSection(true);
}

void LinkListView::setGroups(std::vector<LinkGroup> groups) {
    std::vector<bool> folded;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        folded.push_back(!isExpanded(m_model->index(row, 0)) && m_model->rowCount(m_model->index(row, 0)) > 0);
    }
    bool flat = groups.size() == 1 && groups.front().texts.isEmpty();
    m_model->setGroups(std::move(groups));
    setRootIsDecorated(!flat);
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        setExpanded(m_model->index(row, 0), at >= folded.size() || !folded[at]);
    }
    for (int column = 0; column + 1 < m_model->columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, columnWidth(column) + 16);
    }
}

void LinkListView::mouseReleaseEvent(QMouseEvent* event) {
    QTreeView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && index.isValid() && index == currentIndex()) {
        follow(index);
    }
}

void LinkListView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        follow(currentIndex());
        return;
    }
    QTreeView::keyPressEvent(event);
}

void LinkListView::follow(const QModelIndex& index) {
    const QVariant location = index.data(LinkListModel::LocationRole);
    if (location.isValid()) {
        emit linkActivated(location.value<Location>());
    }
}

} // namespace fairlead::ui
