// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"
#include "ui/workspace/log_origins.h"

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::ui {

class SessionLoader;

/// The sources that are open, as a checked catalog, for the window's thread.
///
/// Loading runs on a thread of its own and comes back by signal; an answer to an old question is dropped. Edits run
/// at once (a keystroke is well below a frame). File indices are good until the next `loaded`.
class Workspace : public QObject {
    Q_OBJECT

public:
    /// `registry`: never null here; the bundled recording at first.
    Workspace(std::shared_ptr<const RegistrySnapshot> registry, const std::shared_ptr<spdlog::logger>& log,
              QObject* parent = nullptr);
    ~Workspace() override;

    /// The session of the last load, unsaved edits included. Null until the first `loaded`.
    [[nodiscard]] const CheckSession* session() const { return m_session.get(); }
    [[nodiscard]] const std::shared_ptr<const RegistrySnapshot>& registry() const { return m_registry; }
    [[nodiscard]] const LogOrigins& log() const { return m_log; }
    [[nodiscard]] bool isLoading() const;
    /// What whatever is loaded goes by; the process's variables at first.
    [[nodiscard]] const VariableLookup& variable() const { return m_variable; }
    /// From the next load on: the variables, which may be asked on any thread; and whether the system's and the user's
    /// asset directories are read beside what is open, as fairseq2 finds them by these variables.
    void setVariables(VariableLookup variable, bool readsDirectories);
    [[nodiscard]] bool isAlone() const { return m_alone; }
    /// What the person opened, in order: folders and files, absolute, as `printable_path` has them.
    [[nodiscard]] const QStringList& paths() const { return m_paths; }
    /// How long the last load or edit took, in microseconds.
    [[nodiscard]] qint64 lastLoadMicroseconds() const { return m_lastLoadMicroseconds; }
    /// Why the last load did not come to its end: it was cancelled, or failed. Empty: it did. What came before stays.
    [[nodiscard]] const QString& loadFailure() const { return m_loadFailure; }

    /// Text that is on no disk yet, but is checked like a file of its own: new files, the example.
    /// `title` must differ from that of every other. Loads again.
    void addUntitled(const QString& title, const QByteArray& text);
    void removeUntitled(const QString& title);
    /// A text has become the file at `path`: it is among what is open from now on, and the untitled text of that title,
    /// if there is one, no longer. Loads again, once.
    void becameFile(const QString& title, const QString& path);
    [[nodiscard]] bool isUntitled(const QString& title) const;

    [[nodiscard]] std::optional<quint32> fileAt(const QString& path) const; ///< or an untitled's title

    /// Another registry to check against: loads again with it, also if nothing is open.
    void setRegistry(std::shared_ptr<const RegistrySnapshot> registry);

public slots:
    /// Opens these in place of what was open; unsaved texts of files still there are kept by their buffers.
    void open(const QStringList& paths);
    /// The first half of `open`: what is open is known then, but nothing is read before `reload`.
    void prepare(const QStringList& paths);
    /// Adds to what is open what is not below it already, and loads once.
    void add(const QStringList& paths);
    void remove(const QString& path);
    void setAlone(bool alone);
    void reload();
    void cancel();
    /// Bytes [begin, end) of a file became `text`.
    void edit(quint32 file, qint64 begin, qint64 end, const QByteArray& text);
    void setText(quint32 file, const QByteArray& text);

signals:
    void pathsChanged();
    void loadStarted();
    void progressed(quint64 files, quint64 cards);
    /// A new session: every file index is new. Buffers put their unsaved text back (setText) when they hear it; what
    /// they change then is told by `edited` after everyone has heard `loaded`.
    void loaded();
    /// The load was given up or failed, see loadFailure. The session is the one before; if there was none, `loaded`
    /// has told of what came until then.
    void loadEnded();
    /// After each edit; the session's diagnostics have changed.
    void edited(quint32 file);

private:
    struct Untitled {
        QString title;
        QByteArray text;
    };

    [[nodiscard]] SessionOptions options() const;
    [[nodiscard]] std::function<void(SessionOptions&)> directories() const;
    bool addPath(const QString& path);
    bool dropUntitled(const QString& title);
    void take(std::unique_ptr<CheckSession> session, qint64 microseconds);
    void loadFinished(std::unique_ptr<CheckSession> session, qint64 microseconds);
    void loadStopped(std::unique_ptr<CheckSession> partial, qint64 microseconds, const QString& reason);
    void afterEdit(quint32 file, qint64 microseconds);

    std::unique_ptr<CheckSession> m_session;
    std::shared_ptr<const RegistrySnapshot> m_registry;
    LogOrigins m_log;
    QStringList m_paths;
    std::vector<Untitled> m_untitled;
    std::vector<quint32> m_editedMeanwhile;
    QString m_loadFailure;
    QString m_lastVerdict;
    qint64 m_lastLoadMicroseconds = 0;
    VariableLookup m_variable;
    bool m_readsDirectories = false;
    bool m_alone = false;
    bool m_tellingLoaded = false;
    std::unique_ptr<SessionLoader> m_loader; // last: what it does is stopped before anything else goes
};

} // namespace fairlead::ui
