// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace fairlead::ui {

class Theme;

/// A strip across the window: what is the matter, why, and what can be done. Closed by the person at any time.
class Banner : public QFrame {
    Q_OBJECT

public:
    enum class Tone { Error, Warning, Info };

    explicit Banner(const Theme& theme, QWidget* parent = nullptr);

    /// `title` is plain, `text` may hold links.
    void setMessage(Tone tone, const QString& icon, const QString& title, const QString& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QString text() const;
    /// Another button at the right; it stays the banner's.
    QPushButton* addButton(const QString& text, const QString& icon = {});

signals:
    void linkActivated(const QString& link);
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void updateColours();

    const Theme& m_theme;
    Tone m_tone = Tone::Info;
    QString m_iconName;
    QLabel* m_icon;
    QLabel* m_title;
    QLabel* m_text;
    QHBoxLayout* m_buttons;
    QToolButton* m_close;
};

} // namespace fairlead::ui
