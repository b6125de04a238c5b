// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::ui {

/// The wish that extensions are traced: one for the tool bar, the settings, the log's strip and the command line.
/// fairseq2 asks only whether FAIRSEQ2_EXTENSION_TRACE is there (composition/extensions.py), so hosts get it for on,
/// and for off it is removed from what they get.
class ExtensionTracing : public QObject {
    Q_OBJECT

public:
    explicit ExtensionTracing(bool on, QObject* parent = nullptr) : QObject(parent), m_on(on) {}

    [[nodiscard]] bool isOn() const { return m_on; }

public slots:
    void setOn(bool on) {
        if (on == m_on)
            return;
        m_on = on;
        emit changed(on);
    }

signals:
    void changed(bool on);

private:
    bool m_on;
};

} // namespace fairlead::ui
