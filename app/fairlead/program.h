// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fairlead/command_line.h"
#include "ui/buffers/buffer_store.h"
#include "ui/log/log_store.h"
#include "ui/navigation/navigator.h"
#include "ui/settings/settings.h"
#include "ui/text/english_plurals.h"
#include "ui/theme/theme.h"
#include "ui/window/main_window.h"
#include "ui/window/recent_paths.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <memory>

class QApplication;

namespace fairlead {

/// How texts and colours come out, before the first widget is made.
struct Look {
    Look(QApplication& application, ui::Theme::Choice choice);

    ui::EnglishPlurals plurals;
    ui::Theme theme;
};

/// Everything that lives as long as the program, what is used before what uses it: the last goes first.
class Program {
public:
    Program(QApplication& application, const CommandLine& line);
    ~Program();

    /// Until the window is closed, or the picture is written. The status to end with.
    int run();

private:
    void showPlace();

    CommandLine m_line;
    ui::Settings m_settings;
    Look m_look;
    std::shared_ptr<ui::LogMailbox> m_mailbox;
    std::shared_ptr<spdlog::logger> m_log;
    ui::LogStore m_logStore;
    ui::RecentPaths m_recent;
    ui::Environment m_environment;
    ui::Workspace m_workspace;
    ui::BufferStore m_buffers;
    ui::Navigator m_navigator;
    ui::MainWindow m_window;
};

} // namespace fairlead
