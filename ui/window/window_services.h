// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace fairlead::ui {

class BufferStore;
class Environment;
class LogStore;
class Navigator;
class RecentPaths;
class Settings;
class Theme;
class Workspace;

/// What the window works with. All of it outlives the window.
struct WindowServices {
    Theme& theme;
    Workspace& workspace;
    Environment& environment;
    BufferStore& buffers;
    Navigator& navigator;
    LogStore& log;
    RecentPaths& recent;
    Settings& settings;
};

} // namespace fairlead::ui
