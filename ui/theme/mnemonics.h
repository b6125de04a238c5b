// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::ui {

/// Whether the letters that go with Alt are underlined: while Alt is held. An event filter of the application.
class Mnemonics : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] bool areShown() const { return m_shown; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void setShown(bool shown);

    bool m_shown = false;
};

} // namespace fairlead::ui
