// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace fairlead::ui {

class CardEditor;

/// Asks for a line, or `line:column`, and goes there; Escape goes nowhere.
class LineBar : public QWidget {
    Q_OBJECT

public:
    /// Hidden at first. `editor` outlives it.
    explicit LineBar(CardEditor& editor, QWidget* parent = nullptr);

    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void goThere();
    void closeBar();

    CardEditor& m_editor;
    QLineEdit* m_line;
    QLabel* m_range;
};

} // namespace fairlead::ui
