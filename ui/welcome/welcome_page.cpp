// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/welcome/welcome_page.h"

#include "ui/detail/notice_bar.h"
#include "ui/detail/title_label.h"
#include "ui/theme/theme.h"
#include "ui/welcome/count_tiles.h"
#include "ui/welcome/recent_list.h"
#include "ui/welcome/welcome_button.h"

#include <QLabel>
#include <QVBoxLayout>

namespace fairlead::ui {

namespace {

constexpr int columnWidth = 900;

const QString modelsLink = QStringLiteral("models");
const QString tokenizersLink = QStringLiteral("tokenizers");
const QString sourcesLink = QStringLiteral("sources");

} // namespace

WelcomePage::WelcomePage(const Theme& theme, QWidget* parent)
    : QScrollArea(parent), m_about(new QLabel), m_note(new NoticeBar(NoticeBar::Kind::Info, theme)),
      m_countsHeading(makeHeading({})),
      m_openFolder(
          new WelcomeButton(theme, QStringLiteral("folder"), tr("Open a folder of cards…"),
                            tr("Checks every .yaml and .yml file below it as fairseq2 would read it. Runs no code."))),
      m_example(
          new WelcomeButton(theme, QStringLiteral("card"), tr("Try the example card"),
                            tr("Opens my_llama.yaml as an unsaved copy. Two things in it are wrong on purpose."))),
      m_recent(new RecentList(theme)), m_counts(new CountTiles(theme)) {
    m_about->setWordWrap(true);
    m_note->setBackgroundRole(QPalette::Window); // not that of the page
    auto* column = new QWidget;
    column->setMaximumWidth(columnWidth);
    column->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 30, 0, 24);
    layout->setSpacing(0);
    layout->addWidget(new TitleLabel(tr("Welcome to Fairlead")));
    layout->addSpacing(8);
    layout->addWidget(m_about);
    layout->addSpacing(12);
    layout->addWidget(m_note);
    layout->addSpacing(10);
    layout->addWidget(m_openFolder);
    layout->addSpacing(9);
    layout->addWidget(m_example);
    layout->addSpacing(26);
    layout->addWidget(makeHeading(tr("Recent")));
    layout->addSpacing(8);
    layout->addWidget(m_recent);
    layout->addSpacing(26);
    layout->addWidget(m_countsHeading);
    layout->addSpacing(8);
    layout->addWidget(m_counts);
    layout->addStretch(1);

    auto* content = new QWidget;
    auto* middle = new QHBoxLayout(content);
    middle->setContentsMargins(24, 0, 24, 0);
    middle->addWidget(column, 1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setFocusProxy(m_openFolder);
    setAccessibleName(tr("Welcome"));
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    viewport()->setBackgroundRole(QPalette::Base);

    connect(m_openFolder, &QAbstractButton::clicked, this, &WelcomePage::openFolderWanted);
    connect(m_example, &QAbstractButton::clicked, this, &WelcomePage::exampleWanted);
    connect(m_recent, &RecentList::chosen, this, &WelcomePage::recentChosen);
    connect(m_recent, &RecentList::removalWanted, this, &WelcomePage::recentRemovalWanted);
    connect(m_counts, &CountTiles::activated, this, [this](const QString& link) {
        if (link == sourcesLink)
            emit sourcesWanted();
        else
            emit familiesWanted(link == tokenizersLink ? FamilyKind::tokenizer : FamilyKind::model);
    });
}

QLabel* WelcomePage::makeHeading(const QString& text) {
    auto* heading = new QLabel(text);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    return heading;
}

void WelcomePage::setRegistry(const RegistrySnapshot& registry, std::optional<std::size_t> cards) {
    const QString version = QString::fromStdString(registry.fairseq2_version);
    m_about->setText(
        (registry.recorded
             ? tr("This is fairseq2 %1 as it ships, recorded. You need no Python to browse it, or to check cards "
                  "against it.")
             : tr("This is fairseq2 %1 with the native extensions of this machine. You need no Python to browse it, or "
                  "to check cards against it."))
            .arg(version));
    m_countsHeading->setText(registry.recorded ? tr("In fairseq2 %1").arg(version)
                                               : tr("In fairseq2 %1 and its extensions").arg(version));
    const auto models = static_cast<qsizetype>(registry.count(FamilyKind::model));
    const auto architectures = static_cast<qsizetype>(registry.architecture_count());
    const auto tokenizers = static_cast<qsizetype>(registry.count(FamilyKind::tokenizer));
    std::vector<CountTiles::Tile> tiles = {{modelsLink, models, tr("model families")},
                                           {modelsLink, architectures, tr("architectures")},
                                           {tokenizersLink, tokenizers, tr("tokenizer families")}};
    if (cards)
        tiles.push_back({sourcesLink, static_cast<qsizetype>(*cards), tr("cards")});
    m_counts->setTiles(tiles);
}

void WelcomePage::setOpenFolderKeys(const QString& keys) { m_openFolder->setKeys(keys); }

void WelcomePage::setNote(const QString& text) { m_note->say(text); }

void WelcomePage::setRecent(const QStringList& paths) { m_recent->setPaths(paths); }

} // namespace fairlead::ui
