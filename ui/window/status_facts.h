// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace fairlead::ui {

class Environment;
class StatusLine;
class Workspace;

/// Keeps the right half of the status line true: the verdict, what was counted, how long it took.
class StatusFacts : public QObject {
    Q_OBJECT

public:
    StatusFacts(Workspace& workspace, Environment& environment, StatusLine& line);

private:
    void update(bool afterEdit);

    Workspace& m_workspace;
    Environment& m_environment;
    StatusLine& m_line;
};

/// `6 ms`, `3.4 s`.
[[nodiscard]] QString durationText(qint64 microseconds);

} // namespace fairlead::ui
