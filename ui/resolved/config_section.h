// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/resolved/config_view.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace fairlead::ui {

class ConfigRowsModel;
class LinkTreeView;
class Navigator;
class ElidedLabel;
class NoticeBar;
class OverrideDelegate;
class OverrideWriter;
class Theme;

/// The final config of a card below its fields: what differs from the config it starts from, with the place of each
/// value as a link. A double-click on a value overrides it in the card's text. Hidden while a card has no config.
class ConfigSection : public QWidget {
    Q_OBJECT

public:
    /// All outlive it.
    ConfigSection(OverrideWriter& overrides, Navigator& navigator, const Theme& theme, QWidget* parent = nullptr);

    void setViews(std::vector<ConfigView> views);
    /// The one that is chosen; null while there is none.
    [[nodiscard]] const ConfigView* shown() const;
    [[nodiscard]] LinkTreeView& view() const { return *m_view; }
    /// How large the panel is, in pixels: in a small one words are left out that a tool tip has, or that go without
    /// saying.
    void setRoom(QSize room);
    /// The height at which nothing of it is scrolled, both in pixels.
    [[nodiscard]] int wantedHeight(int width) const;
    [[nodiscard]] QCheckBox& onlyWhatDiffers() const { return *m_only; }

private:
    void build();
    void showChosen();
    void showNotice();
    /// How many fields differ, and how to override one or why not.
    void showHint();
    [[nodiscard]] QString howToOverride(bool isAnyShown) const;
    void fitColumns();
    void activate(const QModelIndex& index);
    void edit(const QModelIndex& index);
    void write(const QString& field, const QString& typed);
    void removeOverride(const QModelIndex& index);
    void showMenu(const QPoint& position);
    void tell(const QString& field, const QString& why);
    [[nodiscard]] QString hintOf(const ConfigRow& row) const;

    OverrideWriter& m_overrides;
    Navigator& m_navigator;
    std::vector<ConfigView> m_views;
    bool m_isLow = false;
    QComboBox* m_kind; // if there are several
    QLabel* m_heading; // of the only one
    ElidedLabel* m_class;
    QCheckBox* m_only;
    NoticeBar* m_notice;
    NoticeBar* m_refusal; // why nothing was written
    ConfigRowsModel* m_model;
    LinkTreeView* m_view;
    OverrideDelegate* m_delegate;
    QLabel* m_empty; // in its place
    QLabel* m_footer;
};

} // namespace fairlead::ui
