// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QObject>

namespace fairlead::ui {

class BufferStore;
class Environment;
class StatusLine;
class Workspace;

/// Keeps the right half of the status line true: the verdict, what was counted and is not saved, how long it took.
class StatusFacts : public QObject {
    Q_OBJECT

public:
    StatusFacts(Workspace& workspace, Environment& environment, const BufferStore& buffers, StatusLine& line);

private:
    void update(bool afterEdit);
    void tellRegistry();
    void countUnsaved();
    void showVerdict(const CheckSession& session);

    Workspace& m_workspace;
    Environment& m_environment;
    const BufferStore& m_buffers;
    StatusLine& m_line;
    bool m_tellsRegistry = false; ///< where others say how long it took
};

/// `6 ms`, `3.4 s`.
[[nodiscard]] QString durationText(qint64 microseconds);

} // namespace fairlead::ui
