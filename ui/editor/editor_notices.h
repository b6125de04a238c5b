// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;

namespace fairlead::ui {

class Buffer;
class BufferCommands;
class BufferStore;
class DetailPane;
class NoticeBar;
class Theme;

/// The strips between the header and the text: what other programs did to the file, text that was recovered, why it
/// cannot be changed, why it could not be saved.
class EditorNotices : public QWidget {
    Q_OBJECT

public:
    /// All outlive it. Differences are shown in `details`.
    EditorNotices(BufferStore& store, BufferCommands& commands, Buffer& buffer, DetailPane& details, const Theme& theme,
                  QWidget* parent = nullptr);

    /// Why the text is not shown whole; empty: it is.
    void setCutWords(const QString& words);

private:
    QAction* makeAction(const QString& text, const QString& toolTip, void (EditorNotices::*slot)());
    void refresh();
    void showDisk();
    void showRecovered();
    void showInterrupted();
    void showDiskDifference();
    void showRecoveredDifference();
    void showBeforeDifference();
    void takeTheirs();
    void keepMine();
    void saveAgain();
    void saveAs();
    void restore();
    void discard();
    void restoreBefore();
    void discardBefore();

    BufferStore& m_store;
    BufferCommands& m_commands;
    Buffer& m_buffer;
    DetailPane& m_details;
    NoticeBar* m_readOnly;
    NoticeBar* m_cut;
    NoticeBar* m_disk;
    NoticeBar* m_recovered;
    NoticeBar* m_interrupted;
    NoticeBar* m_error;
    QList<QAction*> m_changedActions;
    QList<QAction*> m_deletedActions;
    QList<QAction*> m_recoveredActions;
    QList<QAction*> m_interruptedActions;
    QList<QAction*> m_readOnlyActions;
    QString m_cutWords;
};

} // namespace fairlead::ui
