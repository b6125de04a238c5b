// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/workspace/extensions_state.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace fairlead::ui {

class Theme;

/// The first lines on an environment's extensions: whether fairseq2 itself starts with them, how far Fairlead came, and
/// the button that loads them again, or stops that.
class ExtensionsHead : public QWidget {
    Q_OBJECT

public:
    /// `theme` outlives it.
    explicit ExtensionsHead(const Theme& theme, QWidget* parent = nullptr);

    void setState(const ExtensionsState& state);

signals:
    void runWanted();
    void cancelWanted();

private:
    void updateIcons();

    const Theme& m_theme;
    bool m_isRunning = false;
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_sentence;
    QLabel* m_remark;
    QPushButton* m_run;
};

} // namespace fairlead::ui
