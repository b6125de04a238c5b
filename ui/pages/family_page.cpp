// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/family_page.h"

#include "ui/pages/card_links.h"
#include "ui/pages/link_list_view.h"
#include "ui/pages/page_header.h"
#include "ui/pages/registered.h"
#include "ui/theme/theme.h"
#include "ui/workspace/workspace.h"

#include <QHeaderView>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace fairlead::ui {

namespace {

/// So long after a keystroke are the cards counted again, in milliseconds.
constexpr int refillTime = 300;

std::string_view familyField(FamilyKind kind) {
    switch (kind) {
    case FamilyKind::model:
        return "model_family";
    case FamilyKind::dataset:
        return "dataset_family";
    case FamilyKind::tokenizer:
        return "tokenizer_family";
    }
    return {};
}

} // namespace

FamilyPage::FamilyPage(Workspace& workspace, FamilyKind kind, const QString& family, const Theme& theme,
                       QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_kind(kind), m_family(family), m_header(new PageHeader(this)),
      m_list(new LinkListView({tr("Name"), tr("Cards or place"), tr("Registered at")}, theme, this)),
      m_refill(new QTimer(this)) {
    m_list->setAccessibleName(tr("Architectures and cards of the family"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_list, 1);
    m_refill->setSingleShot(true);
    m_refill->setInterval(refillTime);
    connect(m_refill, &QTimer::timeout, this, &FamilyPage::fillWhenSeen);
    connect(m_header, &PageHeader::linkActivated, this, &FamilyPage::linkActivated);
    connect(m_list, &LinkListView::linkActivated, this, &FamilyPage::linkActivated);
    connect(&workspace, &Workspace::loaded, this, &FamilyPage::fillWhenSeen);
    connect(&workspace, &Workspace::edited, m_refill, qOverload<>(&QTimer::start));
    fill();
}

void FamilyPage::fillWhenSeen() {
    m_stale = !isVisible();
    if (!m_stale)
        fill();
}

void FamilyPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (m_stale)
        fill();
}

void FamilyPage::fill() {
    m_stale = false;
    const RegistrySnapshot& registry = *m_workspace.registry();
    const FamilyRecord* family = registry.find_family(m_kind, m_family.toStdString());
    std::vector<LinkGroup> groups;
    std::size_t count = 0;
    if (const CheckSession* session = m_workspace.session()) {
        const CardUsage usage = CardUsage::build(session->catalog());
        if (family != nullptr && m_kind == FamilyKind::model) {
            groups.push_back(architectures(*family, usage));
        }
        const auto cards = usage.of_family(m_kind, m_family.toStdString());
        count = cards.size();
        for (LinkGroup& group : cardsBySource(session->catalog(), cards)) {
            group.texts = {tr("Cards of %1").arg(group.texts.value(0)), group.texts.value(1)};
            groups.push_back(std::move(group));
        }
    }
    fillHeader(family, count);
    m_list->setGroups(std::move(groups));
}

void FamilyPage::fillHeader(const FamilyRecord* family, std::size_t cards) {
    const RegistrySnapshot& registry = *m_workspace.registry();
    const QString counted =
        cards == 0 ? tr("No card uses it yet.") : tr("%n card(s)", nullptr, static_cast<int>(cards));
    if (family == nullptr) {
        m_header->setText(m_family, kindText(m_kind),
                          {tr("%1 is not registered in fairseq2 %2; cards name it in <b>%3</b>.")
                               .arg(m_family.toHtmlEscaped(), QString::fromStdString(registry.fairseq2_version),
                                    QString::fromLatin1(familyField(m_kind).data())),
                           counted});
        return;
    }
    QStringList lines;
    lines << tr("Class %1").arg(className(QString::fromStdString(family->class_name)));
    lines << (family->config_class ? tr("Config %1").arg(className(QString::fromStdString(*family->config_class)))
                                   : tr("Takes no config"));
    if (const QString capabilities = capabilitiesText(*family); !capabilities.isEmpty()) {
        lines << tr("Can <b>%1</b>").arg(capabilities.toHtmlEscaped());
    }
    lines << tr("Registered by <b>%1</b> at %2")
                 .arg(ownerText(registry, family->owner).toHtmlEscaped(), placeLink(family->owner, family->place));
    lines << counted;
    m_header->setText(m_family, kindText(m_kind), lines);
}

LinkGroup FamilyPage::architectures(const FamilyRecord& family, const CardUsage& usage) const {
    LinkGroup group;
    group.icon = QStringLiteral("architecture");
    for (const ArchitectureRecord* architecture : m_workspace.registry()->architectures_of(family)) {
        const QString name = QString::fromStdString(architecture->name);
        const auto cards = usage.of_architecture(family.name, architecture->name).size();
        group.rows.push_back({QStringLiteral("architecture"),
                              {name, cards == 0 ? tr("no card") : tr("%n card(s)", nullptr, static_cast<int>(cards)),
                               placeText(architecture->place)},
                              Location::ofArchitecture(m_family, name)});
    }
    group.texts = {tr("Architectures"), QString::number(group.rows.size())};
    return group;
}

} // namespace fairlead::ui
