// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_facts.h"

#include "ui/buffers/buffer_store.h"
#include "ui/text/shortened.h"
#include "ui/window/status_line.h"
#include "ui/window/verdict.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

namespace fairlead::ui {

namespace {

constexpr qsizetype longestList = 400; // of titles

} // namespace

StatusFacts::StatusFacts(Workspace& workspace, Environment& environment, const BufferStore& buffers, StatusLine& line)
    : QObject(&line), m_workspace(workspace), m_environment(environment), m_buffers(buffers), m_line(line) {
    connect(&workspace, &Workspace::loaded, this, [this] { update(false); });
    connect(&workspace, &Workspace::loadEnded, this, [this] { update(false); });
    connect(&workspace, &Workspace::edited, this, [this] { update(true); });
    connect(&environment, &Environment::changed, this, [this] {
        if (const CheckSession* session = m_workspace.session())
            showVerdict(*session);
        if (m_tellsRegistry)
            tellRegistry();
    });
    connect(&buffers, &BufferStore::modifiedCountChanged, this, &StatusFacts::countUnsaved);
    update(false);
    countUnsaved();
}

void StatusFacts::countUnsaved() {
    QStringList titles;
    for (const Buffer* buffer : m_buffers.modified())
        titles.append(buffer->title());
    const auto count = static_cast<int>(titles.size());
    m_line.setUnsaved(count, shortened(titles.join(QStringLiteral(", ")), longestList));
    if (const CheckSession* session = m_workspace.session())
        showVerdict(*session);
}

void StatusFacts::showVerdict(const CheckSession& session) {
    const Verdict verdict = verdictOf(session, !m_buffers.modified().empty());
    if (m_environment.extensions().now().starts)
        m_line.setVerdict(verdict.icon, verdict.text);
    else // whatever the sources are
        m_line.setVerdict(QStringLiteral("stops-load"), tr("fairseq2 would not start"));
}

void StatusFacts::update(bool afterEdit) {
    const RegistrySnapshot& registry = *m_workspace.registry();
    const CheckSession* session = m_workspace.session();
    QStringList counts;
    if (session) {
        const auto cards = static_cast<int>(session->catalog().card_count());
        const std::size_t unreadable = session->summary().unreadable;
        const QString count =
            session->verdict().loads() ? tr("%n card(s)", nullptr, cards) : tr("%n card(s) read", nullptr, cards);
        counts.append(unreadable > 0 ? tr("%1, %2 not readable").arg(count).arg(unreadable) : count);
        showVerdict(*session);
    }
    const auto families = static_cast<int>(registry.count(FamilyKind::model));
    counts.append(families == 1 ? tr("1 model family") : tr("%n model families", nullptr, families));
    counts.append(tr("%n architecture(s)", nullptr, static_cast<int>(registry.architecture_count())));
    m_line.setCounts(counts.join(QStringLiteral(" · ")));

    if (!session)
        return m_line.setTime({});
    m_tellsRegistry = m_workspace.paths().isEmpty() && !afterEdit;
    if (m_tellsRegistry)
        return tellRegistry();
    const QString duration = durationText(m_workspace.lastLoadMicroseconds());
    m_line.setTime(afterEdit ? tr("Checked in %1").arg(duration) : tr("Loaded in %1").arg(duration));
}

void StatusFacts::tellRegistry() {
    const bool isUntilLoaded = m_environment.kind() != Environment::Kind::Recorded;
    m_line.setTime(!m_workspace.registry()->recorded ? QString()
                   : isUntilLoaded                   ? tr("Bundled registry, until extensions are loaded")
                                                     : tr("Bundled registry, no environment"));
}

QString durationText(qint64 microseconds) {
    const QLocale locale;
    const double milliseconds = static_cast<double>(microseconds) / 1000;
    if (milliseconds < 10)
        return StatusFacts::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 1));
    if (milliseconds < 1000)
        return StatusFacts::tr("%1 ms").arg(locale.toString(milliseconds, 'f', 0));
    return StatusFacts::tr("%1 s").arg(locale.toString(milliseconds / 1000, 'f', 1));
}

} // namespace fairlead::ui
