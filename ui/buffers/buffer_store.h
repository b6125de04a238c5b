// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/buffers/buffer.h"

#include <QObject>
#include <QString>

#include <memory>
#include <variant>
#include <vector>

class QTimer;

namespace fairlead::ui {

class DiskWatch;
class RecoveryKeeper;
class Workspace;

/// All open texts: opening, saving, watching for others' changes, recovery. Owns the buffers. Asks nobody anything:
/// see BufferCommands for that.
class BufferStore : public QObject {
    Q_OBJECT

public:
    /// Unsaved text is kept below `recoveryDirectory` (see fairlead::recovery_directory); empty: nowhere.
    /// `workspace` outlives this.
    BufferStore(Workspace& workspace, std::filesystem::path recoveryDirectory, QObject* parent = nullptr);
    ~BufferStore() override;

    /// The buffer of a key, opened if need be. Null if there is no such file (the failure is logged and signalled).
    Buffer* open(const QString& key);
    [[nodiscard]] Buffer* find(const QString& key) const;
    [[nodiscard]] Workspace& workspace() const { return m_workspace; }
    [[nodiscard]] const std::vector<Buffer*>& buffers() const { return m_buffers; }
    [[nodiscard]] std::vector<Buffer*> modified() const;
    Buffer* newFile(const QByteArray& text = {});
    Buffer* openExample();
    /// Forgets the buffer, its unsaved text and its recovery copy. Unsaved text of a file that stays among the
    /// sources is taken back from the checks too.
    void close(Buffer* buffer);

    /// The program ends and the person has agreed: no recovery copy is left behind.
    void giveUpUnsaved();

    struct SaveConsent {
        bool overwriteChanged = false;
        bool inPlace = false;
    };
    /// Done if the variant holds nothing. A question was not acted upon; an error is said by `failed` and the buffer.
    using SaveOutcome = std::variant<std::monostate, SaveQuestion, FileError>;
    SaveOutcome save(Buffer* buffer, SaveConsent consent);
    /// Saves to another path, which the person has agreed to overwrite if it exists; the buffer is that file's then.
    SaveOutcome saveAs(Buffer* buffer, const std::filesystem::path& path, SaveConsent consent);

    /// The text on disk takes the place of the buffer's (one step of undo); only while it is `Changed`.
    void takeTheirs(Buffer* buffer);
    /// The buffer's text stays and may be saved over what is on disk now.
    void keepMine(Buffer* buffer);
    /// Looks at every open file, as when the window gets the focus.
    void checkDisk();

    /// Opens what ended instances left unsaved, and says `recovered` for each. Comes back later.
    void offerRecovered();
    void restore(Buffer* buffer);
    void discardRecovered(Buffer* buffer);
    /// The same for what a file held before an interrupted save in place. The copy goes when the text is saved.
    void restoreBefore(Buffer* buffer);
    void discardBefore(Buffer* buffer);

    /// Says that something could not be done, in the log and by `failed`.
    void fail(const QString& message);

signals:
    void opened(fairlead::ui::Buffer* buffer);
    void closing(fairlead::ui::Buffer* buffer);
    void failed(const QString& message);
    void saved(fairlead::ui::Buffer* buffer);
    void modifiedCountChanged();
    void recovered(fairlead::ui::Buffer* buffer);

private:
    Buffer* add(const QString& key);
    Buffer* openMade(const QString& key);
    Buffer* openFile(const QString& key, const std::filesystem::path& path);
    Buffer* openForRecovery(const std::filesystem::path& path);
    Buffer* untitled(const QString& wanted, const QByteArray& saved, const QByteArray& text);
    [[nodiscard]] Buffer* findSameFile(const std::filesystem::path& path) const;
    [[nodiscard]] QString freeTitle(const QString& wanted) const;

    void bindAll();
    void bind(Buffer& buffer);
    void settle(Buffer& buffer, const QByteArray& loaded);

    void checkDisk(Buffer& buffer);
    void takeFromDisk(Buffer& buffer, const QByteArray& text, const FileStamp& stamp);
    void setDisk(Buffer& buffer, Buffer::Disk disk);
    void updateWritable(Buffer& buffer);
    SaveOutcome write(Buffer& buffer, const std::filesystem::path& path, const SaveOptions& wanted);
    FileError refuse(Buffer& buffer, FileError error);
    void becomeFile(Buffer& buffer, const std::filesystem::path& path);

    void startKeeper();
    void keepSoon(Buffer& buffer);
    void keepForRecovery();
    void forgetRecovery(Buffer& buffer);
    void offer(quint64 token, const RecoveredText& text);
    void offerInterrupted();
    void forgetInterrupted(Buffer& buffer);

    Workspace& m_workspace;
    std::filesystem::path m_recoveryDirectory;
    std::vector<Buffer*> m_buffers; // children of this, in the order of opening
    std::unique_ptr<RecoveryKeeper> m_keeper;
    DiskWatch* m_watch;
    QTimer* m_keepTimer;
    std::vector<Buffer*> m_toKeep; // edited since their last recovery copy
};

} // namespace fairlead::ui
