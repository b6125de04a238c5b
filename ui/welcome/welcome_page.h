// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/snapshot.h"

#include <QScrollArea>
#include <QStringList>

#include <optional>

class QLabel;

namespace fairlead::ui {

class CountTiles;
class NoticeBar;
class RecentList;
class Theme;
class WelcomeButton;

/// The first page: what this is, and what to do now.
class WelcomePage : public QScrollArea {
    Q_OBJECT

public:
    explicit WelcomePage(const Theme& theme, QWidget* parent = nullptr);

    /// `cards`: the registry's own; not known before its sources are read.
    void setRegistry(const RegistrySnapshot& registry, std::optional<std::size_t> cards);
    void setRecent(const QStringList& paths);
    /// Why this page is seen although something is open; empty: nothing is.
    void setNote(const QString& text);
    /// The keys that open a folder, as they are shown; may be empty.
    void setOpenFolderKeys(const QString& keys);

signals:
    void openFolderWanted();
    void exampleWanted();
    void recentChosen(const QString& path);
    void recentRemovalWanted(const QString& path);
    /// A count of the registry: the section of the tree that it counts.
    void familiesWanted(fairlead::FamilyKind kind);
    void sourcesWanted();

private:
    QLabel* makeHeading(const QString& text);

    QLabel* m_about;
    NoticeBar* m_note;
    QLabel* m_countsHeading;
    WelcomeButton* m_openFolder;
    WelcomeButton* m_example;
    RecentList* m_recent;
    CountTiles* m_counts;
};

} // namespace fairlead::ui
