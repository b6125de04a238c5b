// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/interrupted_save.h"
#include "core/files/recovery.h"
#include "core/files/save.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <filesystem>
#include <optional>
#include <vector>

namespace fairlead::ui {

/// Replaces bytes [begin, end) of a text. Begin == end inserts.
struct BufferEdit {
    qint64 begin = 0;
    qint64 end = 0;
    QByteArray text;
};

/// What shows a buffer and keeps its undo history.
class BufferView {
public:
    virtual ~BufferView() = default;
    /// Makes the edits as one step of undo and tells of them by Buffer::replace. Ranges are disjoint, last first.
    virtual void applyEdits(const std::vector<BufferEdit>& edits) = 0;
};

/// The text of one open file between disk and editor. The editor's text is the truth; this knows what is saved.
/// Lives on the window's thread; owned by its BufferStore.
class Buffer : public QObject {
    Q_OBJECT

public:
    enum class Disk {
        Same,    ///< the file is as it was read or saved
        Changed, ///< another program wrote it while there is unsaved text
        Deleted, ///< it is gone; saving makes it again
    };

    /// The path, or an untitled text's title, or `registry:` + a recorded file's path: what Location::file holds.
    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] QString title() const; ///< `models.yaml`
    /// Empty: untitled or recorded. Bytes that are no UTF-8 are `\xNN`; `filePath` has them as they are.
    [[nodiscard]] QString path() const;
    [[nodiscard]] const std::filesystem::path& filePath() const { return m_path; }
    [[nodiscard]] bool isUntitled() const;
    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    /// In words: `This file belongs to fairseq2.assets.cards.`
    [[nodiscard]] const QString& readOnlyReason() const { return m_readOnlyReason; }
    /// The catalog's index of it, until the next load. None: it is not among the open sources.
    [[nodiscard]] std::optional<quint32> file() const { return m_file; }

    [[nodiscard]] Disk disk() const { return m_disk; }
    /// What is in the file as far as is known: what was read, saved, or written there by another program.
    [[nodiscard]] const QByteArray& diskText() const { return m_disk == Disk::Changed ? m_theirs : m_saved; }
    /// The last save found the file changed and was not done.
    [[nodiscard]] bool isSavePending() const { return m_savePending; }
    /// Unsaved text that an ended program left, not yet decided upon. Null: none.
    [[nodiscard]] const RecoveredText* recovered() const;
    /// What the file held before a save in place that was interrupted, not yet decided upon. Null: none.
    [[nodiscard]] const std::string* heldBefore() const;
    /// Why the last save failed; empty: it did not.
    [[nodiscard]] const QString& saveError() const { return m_saveError; }
    /// A copy of the unsaved text is where a crash cannot reach it.
    [[nodiscard]] bool isRecoveryKept() const { return m_recoveryKept; }

    /// From the editor: bytes [begin, end) became `text`. Checks again, keeps a recovery copy soon after.
    void replace(qint64 begin, qint64 end, const QByteArray& text);
    /// From anyone else (a fix): one step of undo where the buffer is shown. Ranges of the present text, disjoint,
    /// in any order. Nothing happens to a read-only buffer.
    void apply(std::vector<BufferEdit> edits);
    /// Borrowed; null when the view goes.
    void setView(BufferView* view) { m_view = view; }

signals:
    void edited(qint64 begin, qint64 end, const QByteArray& text);
    void modifiedChanged(bool modified);
    void textReplaced(); ///< not by the editor: reloaded, recovered. The editor takes `text()`
    void readOnlyChanged();
    void keyChanged(const QString& oldKey);
    /// `disk`, `recovered`, `heldBefore`, `saveError` or `isRecoveryKept` changed.
    void noticesChanged();
    void fileChanged(); ///< `file` changed: another load

private:
    friend class BufferStore;
    struct Offer {
        quint64 token = 0; // see RecoveryKeeper
        RecoveredText text;
    };
    explicit Buffer(QString key, QObject* parent) : QObject(parent), m_key(std::move(key)) {}
    void setSaved(const QByteArray& text, const std::optional<FileStamp>& stamp);
    void setText(const QByteArray& text);
    void updateModified();

    QString m_key;
    std::filesystem::path m_path;
    QByteArray m_text;
    QByteArray m_saved;  // what the file holds, as far as is known
    QByteArray m_theirs; // what another program wrote, while that is undecided
    QString m_readOnlyReason;
    QString m_saveError;
    std::optional<quint32> m_file;
    std::optional<FileStamp> m_stamp; // of m_saved; none: the file does not exist
    std::optional<FileStamp> m_theirStamp;
    std::vector<Offer> m_recovered;
    std::optional<InterruptedSave> m_interrupted;
    BufferView* m_view = nullptr;
    quint64 m_recoveryToken = 0; // see RecoveryKeeper; 0: nothing kept yet
    Disk m_disk = Disk::Same;
    bool m_modified = false;
    bool m_savePending = false;
    bool m_isBeforeTaken = false; // the text was made of m_interrupted, which stays until it is saved
    bool m_recoveryKept = false;
};

} // namespace fairlead::ui
