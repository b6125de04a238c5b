// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace spdlog {
class logger;
}

namespace fairlead::ui {

/// The sources that are open, as a checked catalog, for the window's thread.
///
/// Loading runs on a thread of its own and comes back by signal; an answer to an old question is dropped. Edits run
/// at once (a keystroke is well below a frame). File indices are good until the next `loaded`.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `registry`: never null here; the bundled recording at first.
    Workspace(std::shared_ptr<const RegistrySnapshot> registry, std::shared_ptr<spdlog::logger> log,
              QObject* parent = nullptr);
    ~Workspace() override;

    /// The session of the last load, unsaved edits included. Null until the first `loaded`.
    [[nodiscard]] const CheckSession* session() const { return m_session.get(); }
    [[nodiscard]] const std::shared_ptr<const RegistrySnapshot>& registry() const { return m_registry; }
    [[nodiscard]] const std::shared_ptr<spdlog::logger>& log() const { return m_log; }
    [[nodiscard]] bool isLoading() const;
    [[nodiscard]] bool isAlone() const { return m_alone; }
    /// What the person opened, in order: folders and files.
    [[nodiscard]] const QStringList& paths() const { return m_paths; }
    /// CPU of the last load or edit, in microseconds.
    [[nodiscard]] qint64 lastLoadMicroseconds() const { return m_lastLoadMicroseconds; }

    /// Text that is on no disk yet, but is checked like a file of its own: new files, the example.
    /// `title` must differ from that of every other. Loads again.
    void addUntitled(const QString& title, const QByteArray& text);
    void removeUntitled(const QString& title);

    [[nodiscard]] std::optional<quint32> fileAt(const QString& path) const; ///< or an untitled's title

public slots:
    /// Opens these in place of what was open; unsaved texts of files still there are kept by their buffers.
    void open(const QStringList& paths);
    /// Adds one to what is open, if it is not below it already.
    void add(const QString& path);
    void setAlone(bool alone);
    void reload();
    void cancel();
    /// Bytes [begin, end) of a file became `text`.
    void edit(quint32 file, qint64 begin, qint64 end, const QByteArray& text);
    void setText(quint32 file, const QByteArray& text);

signals:
    void loadStarted();
    void progressed(quint64 files, quint64 cards);
    /// A new session: every file index is new. Buffers put their unsaved text back (setText) when they hear it.
    void loaded();
    void loadCancelled();
    /// After each edit; the session's diagnostics have changed.
    void edited(quint32 file);

private:
    struct Loader;
    std::unique_ptr<Loader> m_loader;
    std::unique_ptr<CheckSession> m_session;
    std::shared_ptr<const RegistrySnapshot> m_registry;
    std::shared_ptr<spdlog::logger> m_log;
    QStringList m_paths;
    bool m_alone = false;
    qint64 m_lastLoadMicroseconds = 0;
};

} // namespace fairlead::ui
