// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/used_by_panel.h"

#include "core/registry/card_usage.h"
#include "ui/pages/architecture_configs.h"
#include "ui/pages/card_links.h"
#include "ui/pages/link_list_view.h"
#include "ui/pages/page_header.h"
#include "ui/pages/registered.h"
#include "ui/pages/section_heading.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QLabel>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t closestShown = 8;
constexpr int gap = 4;
constexpr int refillTime = 300; // milliseconds after a keystroke

} // namespace

UsedByPanel::UsedByPanel(Workspace& workspace, const Theme& theme, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_cards(new LinkListView({QString(), QString()}, theme, this)),
      m_noCards(new QLabel(tr("No card uses it yet."), this)), m_registered(new QLabel(this)),
      m_closestHeading(new SectionHeading(tr("Closest architectures"), theme, this)),
      m_closest(new LinkListView({tr("Architecture"), tr("Fields apart")}, theme, this)), m_refill(new QTimer(this)) {
    m_cards->setAccessibleName(tr("Cards that use it"));
    m_closest->setAccessibleName(tr("Closest architectures"));
    m_noCards->setContentsMargins(12, 8, 12, 8);
    m_noCards->setForegroundRole(QPalette::PlaceholderText);
    m_registered->setContentsMargins(12, 8, 12, 8);
    m_registered->setTextFormat(Qt::RichText);
    m_registered->setWordWrap(true);
    m_registered->setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(m_registered, &QLabel::linkActivated, this, [this](const QString& address) {
        if (const auto location = locationOfLink(address))
            emit linkActivated(*location);
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_cards);
    layout->addWidget(m_noCards);
    layout->addSpacing(gap);
    layout->addWidget(new SectionHeading(tr("Registered by"), theme, this));
    layout->addWidget(m_registered);
    layout->addWidget(m_closestHeading);
    layout->addWidget(m_closest);
    layout->addStretch(1);
    for (LinkListView* list : {m_cards, m_closest}) {
        list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum); // no higher than its rows
        list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    }
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_refill->setSingleShot(true);
    m_refill->setInterval(refillTime);
    connect(m_refill, &QTimer::timeout, this, &UsedByPanel::fillWhenSeen);
    connect(m_cards, &LinkListView::linkActivated, this, &UsedByPanel::linkActivated);
    connect(m_closest, &LinkListView::linkActivated, this, &UsedByPanel::linkActivated);
    connect(&workspace, &Workspace::loaded, this, &UsedByPanel::fillWhenSeen);
    connect(&workspace, &Workspace::edited, m_refill, qOverload<>(&QTimer::start));
}

void UsedByPanel::show(const Location& location) {
    if (location.kind == Location::Kind::Architecture || location.kind == Location::Kind::Family) {
        m_location = location;
        fill();
    }
}

void UsedByPanel::fillWhenSeen() {
    m_stale = !isVisible();
    if (!m_stale)
        fill();
}

void UsedByPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void UsedByPanel::fill() {
    m_stale = false;
    if (m_location.kind != Location::Kind::Architecture && m_location.kind != Location::Kind::Family) {
        return;
    }
    std::vector<LinkGroup> groups;
    std::size_t count = 0;
    if (const CheckSession* session = m_workspace.session()) {
        const CardUsage usage = CardUsage::build(session->catalog());
        const auto cards =
            m_location.kind == Location::Kind::Architecture
                ? usage.of_architecture(m_location.family.toStdString(), m_location.architecture.toStdString())
                : usage.of_family(m_location.familyKind, m_location.family.toStdString());
        count = cards.size();
        groups = cardsBySource(session->catalog(), cards);
    }
    m_cards->setVisible(count > 0);
    m_noCards->setVisible(count == 0);
    m_cards->setGroups(std::move(groups));
    emit countChanged(count == 0 ? tr("no card") : tr("%n card(s)", nullptr, static_cast<int>(count)));
    fillRegistered();
    fillClosest();
}

void UsedByPanel::fillRegistered() {
    const RegistrySnapshot& registry = *m_workspace.registry();
    const FamilyRecord* family = registry.find_family(m_location.familyKind, m_location.family.toStdString());
    const std::optional<std::string>* owner = family == nullptr ? nullptr : &family->owner;
    const RegistrationPlace* place = family == nullptr ? nullptr : &family->place;
    if (family != nullptr && m_location.kind == Location::Kind::Architecture) {
        const auto* architecture = registry.find_architecture(*family, m_location.architecture.toStdString());
        owner = architecture == nullptr ? nullptr : &architecture->owner;
        place = architecture == nullptr ? nullptr : &architecture->place;
    }
    if (owner == nullptr) {
        m_registered->setText(tr("Nobody: it is not in this registry."));
        return;
    }
    const QString who = *owner ? QString::fromStdString(**owner)
                               : tr("fairseq2 %1").arg(QString::fromStdString(registry.fairseq2_version));
    m_registered->setText(QStringLiteral("<b>%1</b><br>%2<br>%3")
                              .arg(who.toHtmlEscaped(), *owner ? tr("an extension") : tr("not by an extension"),
                                   placeLink(*owner, *place)));
}

void UsedByPanel::fillClosest() {
    std::vector<NearArchitecture> near;
    const RegistrySnapshot& registry = *m_workspace.registry();
    const FamilyRecord* family = registry.find_family(FamilyKind::model, m_location.family.toStdString());
    if (family != nullptr && m_location.kind == Location::Kind::Architecture) {
        near = closestArchitectures(registry, *family, m_location.architecture);
    }
    LinkGroup group;
    for (const NearArchitecture& other : near) {
        if (group.rows.size() == closestShown) {
            break;
        }
        group.rows.push_back({QString(),
                              {other.name, QString::number(other.valuesApart)},
                              Location::ofArchitecture(m_location.family, other.name)});
    }
    const bool any = !group.rows.empty();
    m_closestHeading->setVisible(any);
    m_closest->setVisible(any);
    std::vector<LinkGroup> groups;
    groups.push_back(std::move(group));
    m_closest->setGroups(std::move(groups));
}

} // namespace fairlead::ui
