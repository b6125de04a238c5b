// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/trouble_banner.h"

#include "core/checks/own_limit.h"
#include "ui/buffers/buffer_store.h"
#include "ui/buffers/places.h"
#include "ui/theme/theme.h"
#include "ui/window/banner.h"
#include "ui/window/verdict.h"
#include "ui/workspace/open_sources.h"
#include "ui/workspace/workspace.h"

#include <QPushButton>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::uint16_t sourceNested = 19; // FS019

// What the person opened has files below it, and no source is a file itself. By what was read: the disk is not asked at
// every keystroke.
bool isOfFolders(const Catalog& catalog) {
    bool isAny = false;
    for (const CardFile& file : catalog.files()) {
        const AssetSource& source = catalog.sources()[file.source];
        if (source.from_registry || file.path.empty())
            continue;
        if (file.path == source.path)
            return false;
        isAny = true;
    }
    return isAny;
}

} // namespace

TroubleBanner::TroubleBanner(Workspace& workspace, const BufferStore& buffers, const Theme& theme, QWidget* parent)
    : QToolBar(tr("Banner"), parent), m_workspace(workspace), m_buffers(buffers), m_banner(new Banner(theme)),
      m_nextCause(m_banner->addButton(tr("&Next cause"))), m_fix(m_banner->addButton({}, QStringLiteral("fix"))),
      m_alone(m_banner->addButton(tr("Look at it &alone"))),
      m_reload(m_banner->addButton(tr("Reload"), QStringLiteral("reload"))) {
    setObjectName(QStringLiteral("banner"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    toggleViewAction()->setVisible(false);
    m_banner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_fix->setDefault(true);
    addWidget(m_banner);
    hide();

    connect(&workspace, &Workspace::loaded, this, &TroubleBanner::update);
    connect(&workspace, &Workspace::edited, this, &TroubleBanner::update);
    connect(&workspace, &Workspace::loadEnded, this, &TroubleBanner::update);
    connect(&workspace, &Workspace::pathsChanged, this, [this] { m_closedSignature.clear(); });
    connect(m_nextCause, &QPushButton::clicked, this, &TroubleBanner::goToNextCause);
    connect(m_fix, &QPushButton::clicked, this, &TroubleBanner::fixesWanted);
    connect(m_alone, &QPushButton::clicked, this, [this] { m_workspace.setAlone(true); });
    connect(m_reload, &QPushButton::clicked, &workspace, &Workspace::reload);
    connect(m_banner, &Banner::closed, this, [this] {
        m_closedSignature = m_signature;
        hide();
    });
    connect(m_banner, &Banner::linkActivated, this, [this](const QString& link) {
        const CheckSession* session = m_workspace.session();
        const auto place = placeOfLink(link);
        if (session && place && place->file < session->catalog().files().size())
            emit locationChosen(locationOf(session->catalog(), *place));
    });
}

void TroubleBanner::show(Subject subject, const QString& signature) {
    m_subject = subject;
    m_signature = signature;
    m_nextCause->setVisible(subject == Subject::StopsLoad);
    m_fix->setVisible(subject == Subject::StopsLoad && m_fix->isEnabled());
    m_alone->setVisible(subject == Subject::Copy);
    m_reload->setVisible(subject == Subject::LoadEnded);
    setVisible(subject != Subject::None && signature != m_closedSignature);
}

void TroubleBanner::update() {
    const CheckSession* session = m_workspace.session();
    if (!m_workspace.loadFailure().isEmpty())
        return showLoadEnded();
    if (!session)
        return show(Subject::None, {});
    if (showCopy())
        return;
    if (!session->verdict().loads() && !isBeingTyped())
        return showStopsLoad();
    show(Subject::None, {});
}

// A text that is on no disk keeps fairseq2 from nothing; the verdict says enough while it is written.
bool TroubleBanner::isBeingTyped() const {
    if (m_workspace.session()->verdict().loads())
        return false;
    const Catalog& catalog = m_workspace.session()->catalog();
    const std::vector<Cause> causes = causesOf(*m_workspace.session());
    const auto isUntitled = [&](const DocumentPlace& place) {
        const AssetSource& source = catalog.sources()[catalog.file(place.file).source];
        if (!isUntitledSource(source))
            return false;
        const Buffer* buffer = m_buffers.find(nameOfSource(source));
        return buffer != nullptr && buffer->diskText().isEmpty(); // the example is there as a whole from the start
    };
    return !causes.empty() && std::ranges::all_of(causes, [&](const Cause& cause) {
        const Diagnostic& diagnostic = *cause.diagnostic;
        if (!diagnostic.place)
            return false;
        std::vector<DocumentPlace> places = {*diagnostic.place};
        for (const RelatedPlace& related : diagnostic.related)
            if (!related.here.empty() &&
                !(related.place.file == diagnostic.place->file && related.place.document == diagnostic.place->document))
                places.push_back(related.place);
        // Of a name that stands in two places, the one on disk does no harm alone.
        const auto untitled = static_cast<std::size_t>(std::ranges::count_if(places, isUntitled));
        return untitled > 0 && places.size() - untitled <= (places.size() > 1 ? 1U : 0U);
    });
}

void TroubleBanner::reopen() {
    m_closedSignature.clear();
    if (m_workspace.session() && isBeingTyped())
        showStopsLoad(); // it was asked for
    else
        update();
}

void TroubleBanner::showStopsLoad() {
    const CheckSession& session = *m_workspace.session();
    const std::vector<Cause> causes = causesOf(session);
    const auto fixable = std::ranges::count_if(causes, [](const Cause& cause) { return cause.fix != nullptr; });
    const bool isKnown = is_verdict_known(session);
    const QString title =
        !isKnown ? tr("It is not known whether fairseq2 loads these sources: Fairlead reads them in part.")
        : m_workspace.isAlone() ? tr("fairseq2 would refuse to load anything of these sources.")
        : m_workspace.paths().size() == 1 && isOfFolders(session.catalog())
            ? tr("fairseq2 would refuse to load anything: no card of any source, not just those of this folder.")
            : tr("fairseq2 would refuse to load anything: no card of any source, not just yours.");
    QString text = describeCauses(session, causes);
    if (causes.empty()) {
        const AssetError& error = *session.verdict().error;
        text = tr("It says: %1: %2")
                   .arg(QString::fromStdString(error.type), QString::fromStdString(error.message))
                   .toHtmlEscaped();
    }
    m_banner->setMessage(isKnown ? Banner::Tone::Error : Banner::Tone::Warning,
                         isKnown ? QStringLiteral("stops-load") : QStringLiteral("not-read"), title, text);
    m_nextCause->setEnabled(!causes.empty());
    m_fix->setEnabled(fixable > 0);
    m_fix->setText(fixable == static_cast<std::ptrdiff_t>(causes.size()) && fixable == 1
                       ? tr("Fi&x the cause…")
                       : tr("Fi&x %1 of %n cause(s)…", nullptr, static_cast<int>(causes.size())).arg(fixable));
    show(Subject::StopsLoad, QStringLiteral("stops-load"));
}

bool TroubleBanner::showCopy() {
    if (m_workspace.isAlone())
        return false;
    for (const Diagnostic* diagnostic : m_workspace.session()->diagnostics()) {
        if (diagnostic->rule != sourceNested || !diagnostic->fixes.empty())
            continue;
        const QString message = QString::fromStdString(diagnostic->message);
        const qsizetype end = message.indexOf(QLatin1String(". ")) + 1; // of the first sentence; 0: there is one
        m_banner->setMessage(diagnostic->load ? Banner::Tone::Error : Banner::Tone::Warning,
                             diagnostic->load ? QStringLiteral("stops-load") : QStringLiteral("warning"),
                             end > 0 ? message.left(end) : message,
                             end > 0 ? message.mid(end + 1).toHtmlEscaped() : QString());
        show(Subject::Copy, message);
        return true;
    }
    return false;
}

void TroubleBanner::showLoadEnded() {
    const CheckSession* session = m_workspace.session();
    const QString text = session ? tr("Fairlead shows the %n card(s) that it had read.", nullptr,
                                      static_cast<int>(session->catalog().card_count()))
                                 : tr("Nothing was read.");
    m_banner->setMessage(Banner::Tone::Warning, QStringLiteral("warning"), m_workspace.loadFailure() + QLatin1Char('.'),
                         text);
    show(Subject::LoadEnded, m_workspace.loadFailure());
}

void TroubleBanner::goToNextCause() {
    const CheckSession* session = m_workspace.session();
    if (!session)
        return;
    const std::vector<Cause> causes = causesOf(*session);
    for (std::size_t tried = 0; tried < causes.size(); ++tried) {
        const Cause& cause = causes[m_cause++ % causes.size()];
        if (!cause.diagnostic->place)
            continue;
        emit locationChosen(locationOf(session->catalog(), *cause.diagnostic->place));
        return;
    }
}

} // namespace fairlead::ui
