// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/system_scheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>

namespace fairlead::ui {

namespace {

const QString service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString colourScheme = QStringLiteral("color-scheme");
const QString remembered = QStringLiteral("theme/systemWasDark");

// Without a bus, connecting would try to start one.
bool hasSessionBus() {
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        return true;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus"));
}

} // namespace

SystemScheme::SystemScheme(const QPalette& platform, QObject* parent)
    : QObject(parent), m_platformIsDark(platform.color(QPalette::Window).lightness() <
                                        platform.color(QPalette::WindowText).lightness()) {
    m_dark = m_platformIsDark;
    if (!hasSessionBus())
        return;
    m_dark = QSettings().value(remembered, m_platformIsDark).toBool();
    QDBusConnection::sessionBus().connect(service, path, interface, QStringLiteral("SettingChanged"), this,
                                          SLOT(settingChanged(QString, QString, QDBusVariant)));
    ask();
}

void SystemScheme::ask() {
    // `Read`, not the newer `ReadOne`: every portal has it.
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, interface, QStringLiteral("Read"));
    question << appearance << colourScheme;
    auto* watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* finished) {
        const QDBusPendingReply<QDBusVariant> reply = *finished;
        take(reply.isError() ? QVariant() : reply.value().variant());
        finished->deleteLater();
    });
}

void SystemScheme::settingChanged(const QString& group, const QString& key, const QDBusVariant& value) {
    if (group == appearance && key == colourScheme)
        take(value.variant());
}

void SystemScheme::take(const QVariant& value) {
    QVariant plain = value;
    while (plain.canConvert<QDBusVariant>()) // `Read` wraps its answer twice
        plain = plain.value<QDBusVariant>().variant();
    const uint wish = plain.toUInt(); // 0: none, 1: dark, 2: light
    const bool dark = wish == 0 ? m_platformIsDark : wish == 1;
    if (dark == m_dark)
        return;
    m_dark = dark;
    QSettings().setValue(remembered, dark);
    emit changed();
}

} // namespace fairlead::ui
