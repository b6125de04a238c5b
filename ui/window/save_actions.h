// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QObject>

class QAction;

namespace fairlead::ui {

class BufferCommands;
class BufferStore;
class Pages;
class Theme;

/// Save, Save As and Save All for the page in front and all the others.
class SaveActions : public QObject {
    Q_OBJECT

public:
    SaveActions(BufferStore& buffers, BufferCommands& commands, Pages& pages, const Theme& theme, QObject* parent);

    [[nodiscard]] QList<QAction*> actions() const { return {m_save, m_saveAs, m_saveAll}; }

public slots:
    /// Enables what can be done now.
    void update();

private:
    BufferStore& m_buffers;
    Pages& m_pages;
    QAction* m_save;
    QAction* m_saveAs;
    QAction* m_saveAll;
};

} // namespace fairlead::ui
