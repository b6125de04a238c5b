// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_tree.h"

#include "core/registry/card_usage.h"
#include "ui/text/natural_order.h"
#include "ui/workspace/open_sources.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <optional>

namespace fairlead::ui {

namespace {

QString tr(const char* text, int count = -1) {
    return QCoreApplication::translate("fairlead::ui::RegistryTree", text, nullptr, count);
}

QString counted(std::size_t count, const char* none, const char* some) {
    return count == 0 ? tr(none) : tr(some, static_cast<int>(count));
}

struct KindWords {
    const char* section;
    const char* icon;
};

KindWords wordsOf(FamilyKind kind) {
    switch (kind) {
    case FamilyKind::model:
        return {"Models", "family"};
    case FamilyKind::tokenizer:
        return {"Tokenizers", "tokenizer"};
    case FamilyKind::dataset:
        break;
    }
    return {"Datasets", "dataset"};
}

/// Builds the families of a registry and of a session's cards.
class FamilyRows {
public:
    FamilyRows(const RegistrySnapshot& registry, const CheckSession* session, const TroubleIndex* trouble,
               DocumentNames& documentNames)
        : m_registry(registry), m_session(session), m_trouble(trouble), m_documentNames(documentNames) {
        if (session)
            m_usage = CardUsage::build(session->catalog());
    }

    void build(RegistryRow& root, FamilyKind kind) const;

private:
    struct Name {
        std::string name;
        const FamilyRecord* family; // null: not registered, but a card names it
    };
    [[nodiscard]] std::vector<Name> names(FamilyKind kind) const;
    void buildFamily(RegistryRow& section, FamilyKind kind, const Name& name, std::size_t& cardsOfSection) const;
    void buildArchitectures(RegistryRow& family, const FamilyRecord& record) const;
    void buildCards(RegistryRow& family, const std::vector<CardRef>& cards, bool yours) const;

    const RegistrySnapshot& m_registry;
    const CheckSession* m_session;
    const TroubleIndex* m_trouble;
    DocumentNames& m_documentNames;
    CardUsage m_usage;
};

void bubble(RegistryRow& row) {
    for (const auto& child : row.children) {
        row.trouble = std::max(row.trouble, child->trouble);
        row.yours = row.yours || child->yours;
    }
}

std::unique_ptr<RegistryRow> makeRow(RowKind kind, const QString& text, const char* icon, FamilyKind family) {
    auto row = std::make_unique<RegistryRow>();
    row->kind = kind;
    row->familyKind = family;
    row->key = text;
    row->text = text;
    row->icon = icon;
    return row;
}

std::vector<FamilyRows::Name> FamilyRows::names(FamilyKind kind) const {
    std::vector<Name> names;
    for (const FamilyRecord& family : m_registry.families)
        if (family.kind == kind)
            names.push_back({family.name, &family});
    if (m_session)
        for (std::string& name : m_usage.families(kind))
            if (!m_registry.find_family(kind, name))
                names.push_back({std::move(name), nullptr});
    std::ranges::sort(names, [](const Name& left, const Name& right) {
        return naturallyLess(QString::fromStdString(left.name), QString::fromStdString(right.name));
    });
    return names;
}

void FamilyRows::build(RegistryRow& root, FamilyKind kind) const {
    const KindWords words = wordsOf(kind);
    RegistryRow& section = root.append(makeRow(RowKind::Section, tr(words.section), words.icon, kind));
    std::size_t cards = 0;
    for (const Name& name : names(kind))
        buildFamily(section, kind, name, cards);
    bubble(section);

    const std::size_t registered = m_registry.count(kind);
    section.detail = registered == 1 ? tr("1 family") : counted(registered, "no family", "%n families");
    if (registered == 0 && cards > 0)
        section.detail += tr(" · ") + cardCount(cards);
}

void FamilyRows::buildFamily(RegistryRow& section, FamilyKind kind, const Name& name,
                             std::size_t& cardsOfSection) const {
    RegistryRow& family =
        section.append(makeRow(RowKind::Family, QString::fromStdString(name.name),
                               name.family && name.family->owner ? "extension" : wordsOf(kind).icon, kind));

    std::size_t architectures = 0;
    if (name.family && kind == FamilyKind::model) {
        buildArchitectures(family, *name.family);
        architectures = m_registry.architectures_of(*name.family).size();
    }
    std::vector<CardRef> yours;
    std::vector<CardRef> package;
    if (m_session) {
        const Catalog& catalog = m_session->catalog();
        for (const CardRef card : m_usage.of_family(kind, name.name))
            (catalog.sources()[catalog.file(card.file).source].from_registry ? package : yours).push_back(card);
    }
    const std::size_t cards = yours.size() + package.size();
    cardsOfSection += cards;
    buildCards(family, yours, true);
    buildCards(family, package, false);
    bubble(family);

    if (architectures > 0)
        family.detail = tr("%n arch(s)", static_cast<int>(architectures));
    if (m_session) {
        if (!family.detail.isEmpty())
            family.detail += tr(" · ");
        family.detail += cardCount(cards);
    }
    if (!name.family && kind != FamilyKind::dataset)
        family.detail = tr("not registered");
}

void FamilyRows::buildArchitectures(RegistryRow& family, const FamilyRecord& record) const {
    std::vector<const ArchitectureRecord*> architectures = m_registry.architectures_of(record);
    if (architectures.empty())
        return;
    std::ranges::sort(architectures, [](const ArchitectureRecord* left, const ArchitectureRecord* right) {
        return naturallyLess(QString::fromStdString(left->name), QString::fromStdString(right->name));
    });
    RegistryRow& group = family.append(makeRow(RowKind::Group, tr("Architectures"), "architecture", FamilyKind::model));
    group.detail = QString::number(architectures.size());
    for (const ArchitectureRecord* architecture : architectures) {
        RegistryRow& row = group.append(makeRow(RowKind::Architecture, QString::fromStdString(architecture->name),
                                                "architecture", FamilyKind::model));
        if (m_session)
            row.detail = cardCount(m_usage.of_architecture(record.name, architecture->name).size());
    }
}

void FamilyRows::buildCards(RegistryRow& family, const std::vector<CardRef>& cards, bool yours) const {
    if (cards.empty())
        return;
    const Catalog& catalog = m_session->catalog();
    struct Named {
        const DocumentNames::Name* name;
        CardRef card;
    };
    std::vector<Named> named;
    named.reserve(cards.size());
    for (const CardRef card : cards)
        named.push_back({&m_documentNames.of(catalog.card(card)), card});
    std::ranges::stable_sort(
        named, [](const Named& left, const Named& right) { return comesBefore(*left.name, *right.name); });

    RegistryRow& group = family.append(
        makeRow(RowKind::Group, yours ? tr("Your cards") : tr("Package cards"), "card", family.familyKind));
    group.detail = QString::number(cards.size());
    for (const Named& entry : named) {
        RegistryRow& row = group.append(makeRow(RowKind::Card, entry.name->text, "card", family.familyKind));
        row.card = entry.card;
        row.yours = yours;
        const TroubleCount trouble = m_trouble->ofDocument(entry.card);
        row.trouble = trouble.worst;
        row.detail = trouble.words();
        if (trouble.worst != Trouble::None)
            row.icon = iconOf(trouble.worst);
        if (row.detail.isEmpty() && !catalog.card(entry.card).environment.empty())
            row.detail = tr("overlay");
    }
    bubble(group);
}

void makeKeysUnique(RegistryRow& row) {
    if (row.kind == RowKind::Group) { // sorted by what their keys are: equal ones are neighbours
        for (std::size_t i = 1, again = 0; i < row.children.size(); ++i) {
            again = row.children[i]->text == row.children[i - 1]->text ? again + 1 : 0;
            if (again > 0)
                row.children[i]->key += QStringLiteral("\n%1").arg(again);
        }
        return;
    }
    QHash<QString, int> seen;
    seen.reserve(static_cast<qsizetype>(row.children.size()));
    for (const auto& child : row.children) {
        if (const int again = seen[child->key]++; again > 0)
            child->key += QStringLiteral("\n%1").arg(again);
        makeKeysUnique(*child);
    }
}

} // namespace

std::unique_ptr<RegistryRow> buildRegistryTree(const RegistrySnapshot& registry, const CheckSession* session) {
    DocumentNames names;
    return buildRegistryTree(registry, session, names);
}

std::unique_ptr<RegistryRow> buildRegistryTree(const RegistrySnapshot& registry, const CheckSession* session,
                                               DocumentNames& names) {
    auto root = std::make_unique<RegistryRow>();
    std::optional<TroubleIndex> trouble;
    if (session)
        trouble.emplace(*session);
    const FamilyRows families(registry, session, trouble ? &*trouble : nullptr, names);
    for (const FamilyKind kind : {FamilyKind::model, FamilyKind::tokenizer, FamilyKind::dataset})
        families.build(*root, kind);

    RegistryRow& sources = root->append(makeRow(RowKind::Section, tr("Sources"), "folder", FamilyKind::model));
    if (session) {
        buildSourceRows(sources, *session, *trouble, names);
    } else {
        for (const RecordedSource& source : registry.sources) {
            sources.append(makeRow(RowKind::Source, nameOfSource(source.name), "package", FamilyKind::model));
        }
    }
    sources.detail = QString::number(sources.children.size());
    bubble(sources);
    if (!registry.recorded) {
        RegistryRow& section =
            root->append(makeRow(RowKind::Section, tr("Extensions"), "extension", FamilyKind::model));
        buildExtensionRows(section, registry);
        bubble(section);
    }
    makeKeysUnique(*root);
    names.endRound();
    return root;
}

QString cardCount(std::size_t count) { return counted(count, "no card", "%n card(s)"); }

} // namespace fairlead::ui
