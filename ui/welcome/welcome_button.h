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
    /// `icon`: of the set.
    WelcomeButton(const Theme& theme, const QString& icon, const QString& text, const QString& description,
                  QWidget* parent = nullptr);

    /// The keys that do the same, as they are shown; may be empty.
    void setKeys(const QString& keys);
    [[nodiscard]] const QString& keys() const { return m_keys; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;

    const Theme& m_theme;
    QString m_keys;
};

} // namespace fairlead::ui
