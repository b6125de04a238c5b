// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/navigation/location.h"
#include "ui/pages/link_list_model.h"

#include <QTreeView>

#include <vector>

namespace fairlead::ui {

class Theme;

/// Shows groups of links; a click or Enter follows one. Without headers the last column stands at the right.
class LinkListView : public QTreeView {
    Q_OBJECT

public:
    LinkListView(const QStringList& headers, const Theme& theme, QWidget* parent = nullptr);

    /// Keeps what is unfolded and selected, by row.
    void setGroups(std::vector<LinkGroup> groups);

    /// As high as what is unfolded.
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void linkActivated(const fairlead::ui::Location& location);

protected:
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow(const QModelIndex& index);
    [[nodiscard]] int heightOf(int rows) const;

    LinkListModel* m_model;
};

} // namespace fairlead::ui
