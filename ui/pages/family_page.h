// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/card_usage.h"
#include "ui/navigation/location.h"

#include <QWidget>

#include <vector>

class QTimer;

namespace fairlead::ui {

class LinkListView;
class PageHeader;
class Theme;
class Workspace;
struct LinkGroup;

/// What a family is, its architectures and its cards, each a link.
class FamilyPage : public QWidget {
    Q_OBJECT

public:
    FamilyPage(Workspace& workspace, FamilyKind kind, const QString& family, const Theme& theme,
               QWidget* parent = nullptr);

    [[nodiscard]] Location location() const { return Location::ofFamily(m_kind, m_family); }

signals:
    void linkActivated(const fairlead::ui::Location& location);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fill();
    void fillWhenSeen();
    void fillHeader(const FamilyRecord* family, std::size_t cards);
    [[nodiscard]] LinkGroup architectures(const FamilyRecord& family, const CardUsage& usage) const;

    Workspace& m_workspace;
    FamilyKind m_kind;
    QString m_family;
    PageHeader* m_header;
    LinkListView* m_list;
    QTimer* m_refill;
    bool m_stale = false; // what it shows is of before; filled when it is seen again
};

} // namespace fairlead::ui
