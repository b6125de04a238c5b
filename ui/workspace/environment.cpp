// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/environment.h"

#include "core/files/read.h"
#include "core/hosts/native_host.h"

#include <QMetaObject>

#include <algorithm>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace fairlead::ui {

namespace {

constexpr int reportMilliseconds = 40; // from a host's report to a word on it

QString agoText(std::chrono::system_clock::time_point time) {
    using namespace std::chrono;
    const auto age = std::max(system_clock::now() - time, system_clock::duration::zero());
    if (age < minutes(1))
        return Environment::tr("a moment ago");
    if (age < hours(1))
        return Environment::tr("%n minute(s) ago", nullptr, static_cast<int>(duration_cast<minutes>(age).count()));
    if (age < hours(48))
        return Environment::tr("%n hour(s) ago", nullptr, static_cast<int>(duration_cast<hours>(age).count()));
    return Environment::tr("%n day(s) ago", nullptr, static_cast<int>(duration_cast<hours>(age).count() / 24));
}

/// What was kept. The log tells of what is there and cannot be read.
std::optional<CachedSnapshot> readKept(const std::filesystem::path& file, const Environment::LogSink& log) {
    std::optional<CachedSnapshot> kept = read_cached_snapshot(file);
    std::error_code error;
    if (!kept && log && std::filesystem::exists(file, error))
        log(record_now(LogSeverity::warning,
                       "What the extensions registered the last time cannot be read from " + printable_path(file) +
                           ": it is no snapshot of this version. It is kept anew when they are loaded."),
            nullptr);
    return kept;
}

qsizetype failures(const std::vector<ExtensionReport>& extensions) {
    return std::ranges::count_if(extensions, [](const auto& extension) { return is_failure(extension.outcome); });
}

} // namespace

Environment::Environment(std::shared_ptr<const RegistrySnapshot> recorded, Options options, QObject* parent)
    : QObject(parent), m_recorded(std::move(recorded)), m_registry(m_recorded), m_options(std::move(options)),
      m_loading(m_options.loading) {
    m_soon.setSingleShot(true);
    m_soon.setInterval(reportMilliseconds);
    connect(&m_soon, &QTimer::timeout, this, &Environment::changed);
    if (!m_options.run)
        m_options.run = run_native_host;
    m_state.recorded = true;
    if (m_options.first != Kind::Native)
        return;
    if (auto kept = readKept(cacheFile(), m_options.log)) {
        m_kind = Kind::Native;
        m_state.recorded = false;
        showKept(std::move(*kept));
    }
}

Environment::~Environment() {
    for (auto& [id, thread] : m_threads)
        thread.request_stop();
    m_threads.clear(); // waits
}

void Environment::choose(Kind kind) {
    if (kind == m_kind) {
        if (m_keptSince && !m_state.running)
            start();
        return;
    }
    m_kind = kind;
    askToStop();
    m_state = {};
    m_state.recorded = kind == Kind::Recorded;
    m_keptSince.reset();
    if (kind == Kind::Recorded) {
        ++m_id; // nobody waits for the host's answer
        return take(m_recorded);
    }
    start();
}

std::filesystem::path Environment::cacheFile() const {
    return m_options.snapshotCache ? m_options.snapshotCache(m_loading.variables) : std::filesystem::path();
}

void Environment::showKept(CachedSnapshot kept) {
    m_state.extensions = kept.snapshot.extensions;
    m_state.courses = foretell_fairseq2(m_state.extensions);
    m_state.traced = m_loading.traced;
    m_keptSince = kept.time;
    take(std::make_shared<RegistrySnapshot>(std::move(kept.snapshot)));
}

void Environment::reload() {
    if (m_kind == Kind::Native)
        start();
}

void Environment::cancel() { askToStop(); }

void Environment::askToStop() {
    if (const auto thread = m_threads.find(m_id); thread != m_threads.end())
        thread->second.request_stop();
}

void Environment::setLoading(Loading loading) {
    if (loading == m_loading)
        return;
    m_loading = std::move(loading);
    reload();
}

void Environment::setEnabled(const QString& extension, bool enabled) {
    Loading loading = m_loading;
    loading.switchedOff.removeAll(extension);
    if (!enabled)
        loading.switchedOff.append(extension);
    if (loading == m_loading)
        return;
    setLoading(std::move(loading));
    emit switchedOffChanged(m_loading.switchedOff);
}

// The threads of earlier runs end by themselves: their hosts are ended as fast as they can be.
void Environment::start() {
    askToStop();
    const quint64 id = ++m_id;
    NativeHostOptions options{.program = {}, .variables = m_loading.variables, .traced = m_loading.traced};
    options.limits.step = m_loading.step;
    for (const QString& extension : std::as_const(m_loading.switchedOff))
        options.switched_off.push_back(extension.toStdString());
    m_state.running = true;
    m_state.traced = m_loading.traced;
    m_progress = {};
    m_isHeard = false;
    m_state.failure.clear();
    const bool showsKept = m_registry == m_recorded; // else there is something native to see already
    m_threads.emplace(id, [this, id, showsKept, options = std::move(options), listener = listenerOf(id),
                           run = m_options.run, sink = m_options.log,
                           cache = cacheFile()](const std::stop_token& stop) {
        const auto later = [this](auto call) {
            QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection);
        };
        if (showsKept)
            if (auto kept = readKept(cache, sink))
                later([this, id, kept = std::move(*kept)]() mutable {
                    if (id == m_id)
                        showKept(std::move(kept));
                });
        auto result = std::make_shared<HostRun>(run(options, listener, stop));
        if (result->end == HostEnd::finished && !stop.stop_requested() && !cache.empty())
            if (const std::string trouble = keep_snapshot(cache, result->snapshot); !trouble.empty() && sink)
                sink(record_now(LogSeverity::warning, "What the extensions register could not be kept. " + trouble),
                     nullptr);
        later([this, id, result] { finished(id, result); });
    });
    tell();
}

HostListener Environment::listenerOf(quint64 id) {
    const auto later = [this](auto call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); };
    auto reports = std::make_shared<std::map<std::string, ExtensionReport>>(); // on the run's thread
    return {
        .extension =
            [this, later, id, reports](std::size_t index, const ExtensionReport& report) {
                reports->insert_or_assign(report.name, report);
                later([this, id, index, report] { heard(id, index, report); });
            },
        .log =
            [reports, sink = m_options.log](std::span<const fairlead::LogRecord> records) {
                for (const fairlead::LogRecord& record : records) {
                    const auto report = reports->find(record.extension);
                    if (sink)
                        sink(record, report == reports->end() ? nullptr : &report->second);
                }
            },
        .progress = [this, later,
                     id](const HostProgress& progress) { later([this, id, progress] { progressed(id, progress); }); }};
}

void Environment::tellSoon() {
    if (!m_soon.isActive())
        m_soon.start();
}

void Environment::tell() {
    m_soon.stop();
    emit changed();
}

void Environment::heard(quint64 id, std::size_t index, ExtensionReport report) {
    constexpr std::size_t mostExtensions = 10'000;
    if (id != m_id || index >= mostExtensions)
        return;
    // Those of the run before may stand at other places.
    if (!std::exchange(m_isHeard, true))
        m_state.extensions.clear();
    if (index >= m_state.extensions.size())
        m_state.extensions.resize(index + 1);
    m_state.extensions[index] = std::move(report);
    tellSoon();
}

void Environment::progressed(quint64 id, HostProgress progress) {
    if (id != m_id)
        return;
    m_progress = std::move(progress);
    tellSoon();
}

void Environment::finished(quint64 id, const std::shared_ptr<HostRun>& run) {
    m_threads.erase(id); // it is at its end
    if (id != m_id)
        return;
    m_state.running = false;
    m_state.runs = run->starts;
    m_state.traced = run->traced;
    m_state.failure = run->end == HostEnd::cancelled ? tr("Loading was cancelled") : QString::fromStdString(run->error);
    // A run that brought nothing leaves what was there before.
    if (run->end == HostEnd::finished || !run->snapshot.extensions.empty()) {
        m_state.extensions = run->snapshot.extensions;
        m_state.courses = run->fairseq2;
        for (ExtensionReport& extension : m_state.extensions)
            if (extension.outcome == ExtensionOutcome::importing || extension.outcome == ExtensionOutcome::calling)
                extension.outcome = ExtensionOutcome::discovered; // it was ended for no fault of its own
    }
    // Families come after all extensions: of a run that broke off there is no registry.
    if (run->end != HostEnd::finished) {
        tell();
        return;
    }
    m_keptSince.reset();
    take(std::make_shared<RegistrySnapshot>(std::move(run->snapshot)));
}

void Environment::take(std::shared_ptr<const RegistrySnapshot> registry) {
    m_registry = std::move(registry);
    emit registryChanged();
    tell();
}

QString Environment::nameOf(Kind kind) {
    return kind == Kind::Native ? tr("Native extensions") : tr("Bundled registry");
}

QString Environment::name() const { return nameOf(m_kind); }

QString Environment::sentence() const {
    if (m_kind == Kind::Native)
        return nativeSentence();
    return tr("fairseq2 %1, recorded").arg(QString::fromStdString(m_registry->fairseq2_version));
}

QString Environment::nativeSentence() const {
    if (m_state.running) {
        if (m_progress.total > 0)
            return tr("Loading… %1 of %2 %3")
                .arg(m_progress.step == "extensions" ? m_state.done() : static_cast<qsizetype>(m_progress.done))
                .arg(m_progress.total)
                .arg(QString::fromStdString(m_progress.step));
        return m_keptSince ? tr("Loading… shown as of %1").arg(agoText(*m_keptSince)) : tr("Loading…");
    }
    if (!m_state.failure.isEmpty())
        return m_keptSince ? tr("%1 · shown as of %2").arg(m_state.failure, agoText(*m_keptSince)) : m_state.failure;
    if (m_keptSince)
        return tr("as of %1; Reload loads it").arg(agoText(*m_keptSince));
    const Fairseq2Course& course = m_state.now();
    if (!course.starts)
        return tr("fairseq2 would stop here: %1").arg(QString::fromStdString(course.error).section(u':', 0, 0));
    const auto count = static_cast<int>(m_state.extensions.size());
    if (const auto failed = failures(m_state.extensions); failed > 0)
        return tr("%1 of %n extension(s) failed", nullptr, count).arg(failed);
    return count == 0 ? tr("no extensions") : tr("%n extension(s)", nullptr, count);
}

QString Environment::icon() const {
    if (m_kind == Kind::Recorded)
        return QStringLiteral("recorded");
    if (m_state.running)
        return QStringLiteral("environment");
    const Fairseq2Course& course = m_state.now();
    if (!course.starts)
        return QStringLiteral("stops-load");
    return !m_state.failure.isEmpty() || failures(m_state.extensions) > 0 ? QStringLiteral("warning")
                                                                          : QStringLiteral("environment");
}

} // namespace fairlead::ui
