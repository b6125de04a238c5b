// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/status_facts.h"

#include "ui/window/status_line.h"
#include "ui/window/verdict.h"
#include "ui/workspace/environment.h"
#include "ui/workspace/workspace.h"

#include <QLocale>

namespace fairlead::ui {

StatusFacts::StatusFacts(Workspace& workspace, Environment& environment, StatusLine& line)
    : QObject(&line), m_workspace(workspace), m_environment(environment), m_line(line) {
    connect(&workspace, &Workspace::loaded, this, [this] { update(false); });
    connect(&workspace, &Workspace::loadEnded, this, [this] { update(false); });
    connect(&workspace, &Workspace::edited, this, [this] { update(true); });
    connect(&environment, &Environment::changed, this, [this] { update(false); });
    update(false);
}

void StatusFacts::update(bool afterEdit) {
    const RegistrySnapshot& registry = *m_workspace.registry();
    const CheckSession* session = m_workspace.session();
    QStringList counts;
    if (session) {
        const auto cards = static_cast<int>(session->catalog().card_count());
        counts.append(session->verdict().loads() ? tr("%n card(s)", nullptr, cards)
                                                 : tr("%n card(s) read", nullptr, cards));
        const Verdict verdict = verdictOf(*session);
        if (m_environment.extensions().now().starts)
            m_line.setVerdict(verdict.icon, verdict.text);
        else // whatever the sources are
            m_line.setVerdict(QStringLiteral("stops-load"), tr("fairseq2 would not start"));
    }
    const auto families = static_cast<int>(registry.count(FamilyKind::model));
    counts.append(families == 1 ? tr("1 model family") : tr("%n model families", nullptr, families));
    counts.append(tr("%n architecture(s)", nullptr, static_cast<int>(registry.architecture_count())));
    m_line.setCounts(counts.join(QStringLiteral(" · ")));

    if (!session)
        return m_line.setTime({});
    if (m_workspace.paths().isEmpty() && !afterEdit)
        return m_line.setTime(registry.recorded ? tr("Bundled registry, no environment") : QString());
    const QString duration = durationText(m_workspace.lastLoadMicroseconds());
    m_line.setTime(afterEdit ? tr("Checked in %1").arg(duration) : tr("Loaded in %1").arg(duration));
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
