// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLinkButton>

namespace fairlead::ui {

class Theme;

/// A large button of the welcome page: an icon, what it does, what comes of it, and the key that does the same.
class WelcomeButton : public QCommandLinkButton {
    Q_OBJECT

public:
    /// `icon`: of the set. `key`: as it is shown, may be empty.
    WelcomeButton(const Theme& theme, const QString& icon, const QString& text, const QString& description,
                  const QString& key, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;

    const Theme& m_theme;
    QString m_key;
};

} // namespace fairlead::ui
