// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QString>

namespace fairlead::ui {

class Theme;

/// What the sources are checked against, and one sentence on how that stands. A click is a wish for another one.
class EnvironmentLabel : public QAbstractButton {
    Q_OBJECT

public:
    explicit EnvironmentLabel(const Theme& theme, QWidget* parent = nullptr);

    void setState(const QString& icon, const QString& name, const QString& sentence);
    [[nodiscard]] QString sentence() const;
    /// What its tool tip says below that, in lines.
    void setNote(const QString& note);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int scaled(int width) const;
    void updateToolTip();

    const Theme& m_theme;
    QString m_icon;
    QString m_name;
    QString m_sentence;
    QString m_note;
};

} // namespace fairlead::ui
