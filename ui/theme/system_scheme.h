// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPalette>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace fairlead::ui {

/// Whether the desktop wants dark windows: what the XDG settings portal says (`org.freedesktop.appearance`,
/// `color-scheme`), and where there is none, or it has no wish, what the platform's own palette looks like.
/// Asks without waiting: the answer of the last start stands until the portal's comes.
class SystemScheme : public QObject {
    Q_OBJECT

public:
    /// `platform`: the palette that the application had before anyone set one.
    explicit SystemScheme(const QPalette& platform, QObject* parent = nullptr);

    [[nodiscard]] bool isDark() const { return m_dark; }

signals:
    void changed();

private slots:
    void settingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask();
    void take(const QVariant& value);

    bool m_platformIsDark = false;
    bool m_dark = false;
};

} // namespace fairlead::ui
