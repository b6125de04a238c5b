// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/hosts/host_run.h"
#include "core/hosts/snapshot_cache.h"
#include "ui/workspace/extensions_state.h"

#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <thread>

namespace fairlead::ui {

/// What the window's cards are checked against: the bundled recording, or the native extensions of this machine,
/// which a host process loads.
///
/// A host runs only if the person chose its environment, or asked for it again. It is waited for on a thread of its
/// own, which reads the kept snapshot too; an answer to an old question is dropped. Lives on the window's thread, as
/// its signals do, and waits for a host only in its destructor, which ends all.
class Environment : public QObject {
    Q_OBJECT

public:
    enum class Kind { Recorded, Native };
    using Run = std::function<HostRun(const NativeHostOptions&, const HostListener&, const std::stop_token&)>;
    /// Hears the host's log, each record with what is known of its extension (or null), and why a snapshot could not be
    /// kept; on the thread that runs the host.
    using LogSink = std::function<void(const fairlead::LogRecord&, const ExtensionReport*)>;

    /// What the extensions are loaded with.
    struct Loading {
        std::vector<HostVariable> variables{}; ///< in place of this process's
        QStringList switchedOff{};             ///< extensions, by name
        bool traced = false;
        std::chrono::milliseconds step = HostLimits().step; ///< see there
        friend bool operator==(const Loading&, const Loading&) = default;
    };

    struct Options {
        Run run{};     ///< run_native_host(), or what a test puts in its place
        LogSink log{}; ///< may be empty
        /// Gives the file for the last snapshot of what these variables, in place of this process's, load. May be
        /// empty: then none is kept, as if it gave no file.
        std::function<std::filesystem::path(const std::vector<HostVariable>&)> snapshotCache{};
        Loading loading{}; ///< of the first run, unless it is set otherwise before
        /// What is shown at first. The native one only if its snapshot was kept, which is read at once then; nothing
        /// runs before it is asked for.
        Kind first = Kind::Recorded;
    };

    Environment(std::shared_ptr<const RegistrySnapshot> recorded, Options options, QObject* parent = nullptr);
    ~Environment() override;

    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] bool isRunning() const { return m_state.running; }
    [[nodiscard]] const ExtensionsState& extensions() const { return m_state; }
    /// Never null.
    [[nodiscard]] const std::shared_ptr<const RegistrySnapshot>& registry() const { return m_registry; }
    /// Its name, one sentence on how it stands, and the icon of that.
    [[nodiscard]] QString name() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString icon() const;
    /// How an environment would be called, chosen or not.
    [[nodiscard]] static QString nameOf(Kind kind);
    /// When the snapshot that is shown was made, if it is one that was kept; else none.
    [[nodiscard]] std::optional<std::chrono::system_clock::time_point> keptSince() const { return m_keptSince; }

public slots:
    /// Takes an environment; the native one shows its kept snapshot as soon as it is read, and is loaded, also if only
    /// that was shown so far.
    void choose(fairlead::ui::Environment::Kind kind);
    /// Loads the native extensions again; nothing for the recording.
    void reload();
    void cancel();
    /// Both load again if the native environment is chosen and is loaded with something else then.
    void setLoading(fairlead::ui::Environment::Loading loading);
    void setEnabled(const QString& extension, bool enabled);

signals:
    /// Anything of the above has changed; what a run reports a moment later.
    void changed();
    /// Another registry counts from now on.
    void registryChanged();
    /// An extension was switched on or off by the person.
    void switchedOffChanged(const QStringList& extensions);

private:
    [[nodiscard]] std::filesystem::path cacheFile() const;
    void start();
    [[nodiscard]] HostListener listenerOf(quint64 id);
    void askToStop();
    void showKept(CachedSnapshot kept);
    void tellSoon();
    void tell();
    void heard(quint64 id, std::size_t index, ExtensionReport report);
    void progressed(quint64 id, HostProgress progress);
    void finished(quint64 id, const std::shared_ptr<HostRun>& run);
    void take(std::shared_ptr<const RegistrySnapshot> registry);
    [[nodiscard]] QString nativeSentence() const;

    std::shared_ptr<const RegistrySnapshot> m_recorded;
    std::shared_ptr<const RegistrySnapshot> m_registry;
    Options m_options;
    Kind m_kind = Kind::Recorded;
    ExtensionsState m_state;
    HostProgress m_progress;
    QTimer m_soon;          // reports may come by the thousand: they are told of together
    bool m_isHeard = false; // the last run told of an extension
    std::optional<std::chrono::system_clock::time_point> m_keptSince;
    Loading m_loading;                         // of the last run, if there was one for this environment
    quint64 m_id = 0;                          // of the last run
    std::map<quint64, std::jthread> m_threads; // by their runs; those before the last one are asked to stop
};

} // namespace fairlead::ui
