// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settings_values.h"

#include <QWidget>

class QVBoxLayout;

namespace fairlead::ui {

/// One page of the settings. It shows values, and puts into them what the person makes of them; nothing is in force
/// before the dialog says so.
class SettingsPage : public QWidget {
    Q_OBJECT

public:
    SettingsPage(const QString& title, const QString& icon, QWidget* parent = nullptr);

    [[nodiscard]] const QString& title() const { return m_title; }
    [[nodiscard]] const QString& icon() const { return m_icon; }

    virtual void setValues(const SettingsValues& values) = 0;
    virtual void takeValues(SettingsValues& values) const = 0;

signals:
    /// By the person.
    void edited();

protected:
    static constexpr int widestControl = 280; ///< of what holds a word or a number, in pixels

    /// Below the title.
    [[nodiscard]] QVBoxLayout* body() const { return m_body; }
    /// A heading within the page, with a sentence of lesser weight beside it.
    [[nodiscard]] QWidget* makeHeading(const QString& text, const QString& sentence = {});
    /// A sentence that wraps.
    [[nodiscard]] QWidget* makeNote(const QString& text);

private:
    QString m_title;
    QString m_icon;
    QVBoxLayout* m_body;
};

} // namespace fairlead::ui
