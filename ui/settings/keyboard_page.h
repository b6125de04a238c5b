// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/keys_model.h"
#include "ui/settings/settings_page.h"

class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeView;

namespace fairlead::ui {

/// The keys of every act, and others in their place.
class KeyboardPage : public SettingsPage {
    Q_OBJECT

public:
    KeyboardPage(const Shortcuts& shortcuts, const Theme& theme, QWidget* parent = nullptr);

    void setValues(const SettingsValues& values) override;
    void takeValues(SettingsValues& values) const override;

private:
    [[nodiscard]] int row() const;
    void showRow();
    void takeKey(const QKeySequence& key);
    [[nodiscard]] bool isFree(const QList<QKeySequence>& keys);
    void change(const QList<QKeySequence>& keys);

    KeysModel* m_model;
    QTreeView* m_view;
    QKeySequenceEdit* m_key;
    QPushButton* m_none;
    QPushButton* m_usual;
    QLabel* m_conflict;
};

} // namespace fairlead::ui
