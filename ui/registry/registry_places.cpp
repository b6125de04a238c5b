// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/buffers/buffer_key.h"
#include "ui/registry/registry_model.h"
#include "ui/workspace/workspace.h"

#include <algorithm>

// Rows as places to go to, and back.

namespace fairlead::ui {

namespace {

const RegistryRow* childOf(const RegistryRow& row, RowKind kind, const QString& text) {
    const auto found = std::ranges::find_if(
        row.children, [&](const auto& child) { return child->kind == kind && child->text == text; });
    return found == row.children.end() ? nullptr : found->get();
}

const RegistryRow* fileRow(const RegistryRow& sources, quint32 file) {
    for (const auto& source : sources.children) {
        if (source->kind == RowKind::File && source->card.file == file)
            return source.get();
        for (const auto& child : source->children)
            if (child->kind == RowKind::File && child->card.file == file)
                return child.get();
    }
    return nullptr;
}

void appendRowsOfCard(const RegistryRow& row, CardRef card, std::vector<const RegistryRow*>& found) {
    for (const auto& child : row.children)
        if (child->kind != RowKind::Card)
            appendRowsOfCard(*child, card, found);
        else if (child->card == card)
            found.push_back(child.get());
}

Location placeOfDocument(const CheckSession& session, CardRef ref) {
    const Catalog& catalog = session.catalog();
    const yaml::Stream& stream = catalog.file(ref.file).stream;
    const QString key = keyOfFile(catalog, ref.file);
    const yaml::Document& document = stream.documents()[ref.document];
    const auto inDocument = [&](yaml::TextRange range) {
        const auto begin = static_cast<qint64>(stream.begin_of(ref.document));
        return Location::inFile(key, begin + range.begin, begin + range.end);
    };
    if (const yaml::Value name = document.root().find("name"))
        return inDocument(name.range());
    const auto findings = session.diagnostics_of(ref);
    const auto here = std::ranges::find_if(findings, [&](const Diagnostic* finding) {
        return finding->place && finding->place->file == ref.file && finding->place->document == ref.document;
    });
    return inDocument(here != findings.end() ? (*here)->place->range : document.marker());
}

} // namespace

std::optional<Location> RegistryModel::locationOf(const QModelIndex& index) {
    if (!index.isValid())
        return std::nullopt;
    const QPersistentModelIndex kept(index);
    catchUp();
    if (!kept.isValid())
        return std::nullopt;
    const RegistryRow& row = this->row(kept);
    const CheckSession* session = m_workspace.session();
    switch (row.kind) {
    case RowKind::Family:
        return Location::ofFamily(row.familyKind, row.text);
    case RowKind::Architecture:
        return Location::ofArchitecture(row.parent->parent->text, row.text);
    case RowKind::Extension:
        return Location::ofExtension(row.text);
    case RowKind::Section:
        return index == extensionsSection() ? std::optional(Location::ofExtension()) : std::nullopt;
    case RowKind::File:
        return session ? std::optional(Location::inFile(keyOfFile(session->catalog(), row.card.file))) : std::nullopt;
    case RowKind::Card:
    case RowKind::Document:
        return session ? std::optional(placeOfDocument(*session, row.card)) : std::nullopt;
    default:
        return std::nullopt;
    }
}

// Not the disk again, nor every file, while it is the same one.
std::optional<quint32> RegistryModel::fileAt(const QString& key) {
    if (m_askedKey != key || key.isEmpty()) {
        m_askedFile = fileOfKey(m_workspace.session()->catalog(), key);
        m_askedKey = key;
    }
    return m_askedFile;
}

QModelIndex RegistryModel::indexOf(const Location& location) {
    catchUp();
    if (location.kind == Location::Kind::Family || location.kind == Location::Kind::Architecture) {
        const FamilyKind kind = location.kind == Location::Kind::Family ? location.familyKind : FamilyKind::model;
        const QModelIndex section = this->section(kind);
        const RegistryRow* family = childOf(row(section), RowKind::Family, location.family);
        if (!family || location.kind == Location::Kind::Family)
            return family ? indexFor(*family) : QModelIndex();
        for (const auto& group : family->children)
            if (const RegistryRow* found = childOf(*group, RowKind::Architecture, location.architecture))
                return indexFor(*found);
        return {};
    }
    if (location.kind == Location::Kind::Extensions) {
        const QModelIndex section = extensionsSection();
        const RegistryRow* found =
            section.isValid() ? childOf(row(section), RowKind::Extension, location.extension) : nullptr;
        return found != nullptr ? indexFor(*found) : section;
    }
    const CheckSession* session = m_workspace.session();
    if (location.kind != Location::Kind::File || !session)
        return {};
    const auto file = fileAt(location.file);
    const RegistryRow* found = file ? fileRow(row(sourcesSection()), *file) : nullptr;
    if (!found)
        return {};
    const yaml::Stream& stream = session->catalog().file(*file).stream;
    if (location.begin >= 0 && static_cast<std::size_t>(location.begin) <= stream.size() && stream.size() > 0) {
        const std::size_t document = stream.document_at(static_cast<std::size_t>(location.begin));
        for (const auto& child : found->children)
            if (child->kind == RowKind::Document && child->card.document == document)
                return indexFor(*child);
    }
    return indexFor(*found);
}

QModelIndexList RegistryModel::indexesOf(const Location& location) {
    const QModelIndex first = indexOf(location);
    if (!first.isValid() || row(first).kind != RowKind::Document)
        return first.isValid() ? QModelIndexList{first} : QModelIndexList();
    std::vector<const RegistryRow*> cards;
    for (const FamilyKind kind : {FamilyKind::model, FamilyKind::tokenizer, FamilyKind::dataset})
        appendRowsOfCard(row(section(kind)), row(first).card, cards);
    QModelIndexList indexes;
    for (const RegistryRow* card : cards)
        indexes.append(indexFor(*card));
    return indexes << first;
}

} // namespace fairlead::ui
