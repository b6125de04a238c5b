// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/recovery.h"
#include "core/files/save.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::ui {

class Workspace;

/// The text of one open file between disk and editor. The editor's text is the truth; this knows what is saved.
class Buffer : public QObject {
    Q_OBJECT

public:
    /// The path, or an untitled text's title, or `registry:` + a recorded file's path: what Location::file holds.
    [[nodiscard]] const QString& key() const { return m_key; }
    [[nodiscard]] QString title() const;                         ///< `models.yaml`
    [[nodiscard]] const QString& path() const { return m_path; } ///< empty: untitled or recorded
    [[nodiscard]] const QByteArray& text() const { return m_text; }
    [[nodiscard]] bool isModified() const { return m_modified; }
    [[nodiscard]] bool isReadOnly() const { return !m_readOnlyReason.isEmpty(); }
    /// In words: `This file belongs to fairseq2's package.`
    [[nodiscard]] const QString& readOnlyReason() const { return m_readOnlyReason; }
    /// The catalog's index of it, until the next load.
    [[nodiscard]] std::optional<quint32> file() const { return m_file; }

    /// From the editor: bytes [begin, end) became `text`. Checks again, keeps a recovery copy soon after.
    void replace(qint64 begin, qint64 end, const QByteArray& text);

signals:
    void modifiedChanged(bool modified);
    void textReplaced(); ///< not by the editor: reverted, reloaded, recovered. The editor takes `text()`
    void readOnlyChanged();
    void keyChanged(const QString& oldKey);

private:
    friend class BufferStore;
    QString m_key;
    QString m_path;
    QByteArray m_text;
    QString m_readOnlyReason;
    std::optional<quint32> m_file;
    std::optional<FileStamp> m_stamp;
    bool m_modified = false;
};

/// All open texts: opening, saving, watching for others' changes, recovery. Owns the buffers.
class BufferStore : public QObject {
    Q_OBJECT

public:
    BufferStore(Workspace& workspace, std::unique_ptr<RecoveryStore> recovery, QObject* parent = nullptr);
    ~BufferStore() override;

    /// The buffer of a key, opened if need be. Null if there is no such file (the failure is logged and signalled).
    Buffer* open(const QString& key);
    [[nodiscard]] Buffer* find(const QString& key) const;
    Buffer* newFile();
    Buffer* openExample();
    void close(Buffer* buffer);
    [[nodiscard]] std::vector<Buffer*> modified() const;

signals:
    void opened(fairlead::ui::Buffer* buffer);
    void closing(fairlead::ui::Buffer* buffer);
    void failed(const QString& message);
    void changedOnDisk(fairlead::ui::Buffer* buffer);
    void recovered(fairlead::ui::Buffer* buffer);
};

} // namespace fairlead::ui
