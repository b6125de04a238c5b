// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/buffers/buffer_store.h"

#include <QObject>
#include <QWidget>

namespace fairlead::ui {

/// Saving and closing as a person asks for it: with file dialogs, and with the questions before text is lost.
///
/// A file that another program changed is not asked about in a dialog: the save is not done, and the buffer says so
/// (isSavePending) until the person decides in the page.
class BufferCommands : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of the dialogs; both outlive this.
    BufferCommands(BufferStore& store, QWidget& window);

    /// True if the text is saved now.
    bool save(Buffer* buffer);
    bool saveAs(Buffer* buffer);
    /// All that is modified; goes on after one that was not saved.
    bool saveAll();
    /// Asks before unsaved text is lost. True if the buffer is closed now.
    bool close(Buffer* buffer);
    /// Asks once for all of them; closes none. True if the window may close: what was not saved is given up.
    bool mayClose(const std::vector<Buffer*>& buffers);
    /// Asks about everything unsaved. True if the program may end; what was not saved is then given up.
    bool mayQuit();
    /// The text stays, and is saved now if a save was waiting for the answer.
    void keepMine(Buffer* buffer);

private:
    bool settle(Buffer* buffer, BufferStore::SaveOutcome outcome, const std::filesystem::path& path);
    bool askInPlace(const SaveQuestion& question);

    BufferStore& m_store;
    QWidget& m_window;
};

} // namespace fairlead::ui
