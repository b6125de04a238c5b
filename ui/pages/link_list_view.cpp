// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/link_list_view.h"

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr int leastRows = 3;
constexpr int rightMargin = 5;
constexpr int leastHeight = 22;
constexpr int measuredRows = 100; // for the widths of columns: thousands would take a while

/// Headings bold, links in the colour of links, what stands beside them in the secondary one.
class LinkDelegate : public QStyledItemDelegate {
public:
    LinkDelegate(const Theme& theme, bool atRight, QObject* parent)
        : QStyledItemDelegate(parent), m_theme(theme), m_atRight(atRight) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return {size.width() + (m_atRight ? rightMargin : 0), std::max(size.height(), leastHeight)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override {
        QStyleOptionViewItem inner(option);
        if (m_atRight && index.column() > 0)
            inner.rect.adjust(0, 0, -rightMargin, 0);
        QStyledItemDelegate::paint(painter, inner, index);
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
            if (m_atRight)
                option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
            option->palette.setColor(QPalette::Text, m_theme.colours().secondaryText);
        } else if (!heading) {
            option->palette.setColor(QPalette::Text, m_theme.colours().link);
        }
    }

private:
    const Theme& m_theme;
    bool m_atRight;
};

} // namespace

LinkListView::LinkListView(const QStringList& headers, const Theme& theme, QWidget* parent)
    : QTreeView(parent), m_model(new LinkListModel(headers, this)) {
    setModel(m_model);
    const bool hasHeaders = !headers.value(0).isEmpty();
    setItemDelegate(new LinkDelegate(theme, !hasHeaders, this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setTextElideMode(Qt::ElideMiddle);
    setHeaderHidden(!hasHeaders);
    header()->setStretchLastSection(hasHeaders);
    header()->setResizeContentsPrecision(hasHeaders ? measuredRows : 0); // 0: what is in sight
    if (!hasHeaders) {
        header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
    connect(this, &QTreeView::expanded, this, &QWidget::updateGeometry);
    connect(this, &QTreeView::collapsed, this, &QWidget::updateGeometry);
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
    for (int column = 0; !isHeaderHidden() && column + 1 < m_model->columnCount(); ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, columnWidth(column) + 16);
    }
    updateGeometry();
}

int LinkListView::heightOf(int rows) const {
    const int row = m_model->rowCount() > 0 ? rowHeight(m_model->index(0, 0)) : 0;
    return rows * row + (isHeaderHidden() ? 0 : header()->sizeHint().height()) + 2 * frameWidth();
}

QSize LinkListView::sizeHint() const {
    int rows = m_model->rowCount();
    for (int row = 0; row < m_model->rowCount(); ++row)
        if (const QModelIndex group = m_model->index(row, 0); isExpanded(group))
            rows += m_model->rowCount(group);
    return {QTreeView::sizeHint().width(), heightOf(rows)};
}

QSize LinkListView::minimumSizeHint() const {
    return {QTreeView::minimumSizeHint().width(), std::min(heightOf(leastRows), sizeHint().height())};
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
