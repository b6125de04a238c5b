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
class NoticeBar;
class Theme;

/// The final config of a card below its fields: what differs from the config it starts from, with the place of each
/// value as a link. Hidden while a card has no config.
class ConfigSection : public QWidget {
    Q_OBJECT

public:
    /// Both outlive it.
    ConfigSection(Navigator& navigator, const Theme& theme, QWidget* parent = nullptr);

    void setViews(std::vector<ConfigView> views);
    /// The one that is chosen; null while there is none.
    [[nodiscard]] const ConfigView* shown() const;
    [[nodiscard]] LinkTreeView& view() const { return *m_view; }
    [[nodiscard]] QCheckBox& onlyWhatDiffers() const { return *m_only; }

private:
    void build();
    void showChosen();
    void fitColumns();
    void activate(const QModelIndex& index);

    Navigator& m_navigator;
    std::vector<ConfigView> m_views;
    QComboBox* m_kind; // if there are several
    QLabel* m_heading; // of the only one
    QLabel* m_class;
    QCheckBox* m_only;
    NoticeBar* m_notice;
    ConfigRowsModel* m_model;
    LinkTreeView* m_view;
    QLabel* m_empty; // in its place
    QLabel* m_footer;
};

} // namespace fairlead::ui
