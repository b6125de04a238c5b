// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/buffers/buffer_commands.h"
#include "ui/window/window_memory.h"
#include "ui/window/window_services.h"

#include <QMainWindow>

#include <optional>
#include <vector>

namespace fairlead::ui {

class BottomDock;
class MainToolBar;
class OpenCommands;
class Pages;
class PaneSwitcher;
class ProblemsPanel;
class RegistryModel;
class RegistryPanel;
class ResolvedPanel;
class RightDock;
class SettingsEffects;
class StatusLine;
class TroubleBanner;
class UsedByPanel;

/// Puts the panels together. What they can do is theirs; this says where they stand, and who hears whom.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    enum class Memory { Keep, None };

    /// With Memory::None nothing of earlier windows is taken over, and nothing is kept of this one.
    MainWindow(const WindowServices& services, Memory memory, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Opens folders and files; with none the welcome page. They are read, and the page is made, when the window has
    /// been seen: it is there at once, however much that is.
    void start(const QStringList& paths);

signals:
    /// The sources are loaded and the pages that go with them are open.
    void settled();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void makeDocks();
    [[nodiscard]] ResolvedPanel& resolved();
    [[nodiscard]] UsedByPanel& usedBy();
    void makePanes();
    void makeMenus();
    void connectAll();

    void recall(const QStringList& paths);
    void remember();
    void readFirst();
    void replaceSources(const QStringList& paths);
    void onLoaded();
    void openFirstPages();
    void updateForPlace(const Location& location);
    void updateCard();
    void showRecovered();

    WindowServices m_services;
    Memory m_memory;
    std::optional<RememberedWindow> m_recalled; // until the sources that were opened are loaded
    std::vector<QString> m_recovered;           // files with text to decide upon, not yet shown
    bool m_isToRead = false;                    // started, not yet seen
    BufferCommands m_commands;
    SettingsEffects* m_effects = nullptr;
    StatusLine* m_statusLine;
    OpenCommands* m_open;
    MainToolBar* m_toolBar;
    TroubleBanner* m_banner;
    RegistryModel* m_registryModel;
    RegistryPanel* m_registry;
    Pages* m_pages;
    ProblemsPanel* m_problems;
    ResolvedPanel* m_resolved = nullptr; // made when a page needs it
    UsedByPanel* m_usedBy = nullptr;     // the same
    QDockWidget* m_registryDock;
    RightDock* m_rightDock;
    BottomDock* m_bottomDock;
    int m_problemsNumber = 0; // in the bottom dock
    int m_logNumber = 0;
    PaneSwitcher* m_panes;
};

} // namespace fairlead::ui
