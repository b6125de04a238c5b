// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/registry_tree.h"

#include "core/assets/source_place.h"
#include "core/checks/own_limit.h"
#include "ui/text/natural_order.h"
#include "ui/workspace/open_sources.h"

#include <QCoreApplication>

#include <algorithm>

namespace fairlead::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("fairlead::ui::SourceRows", text); }

const char* iconOfSource(const AssetSource& source) {
    if (source.kind == SourceKind::package)
        return "package";
    return isUntitledSource(source) ? "card" : "folder";
}

QString wordOf(WalkNote::What what) {
    switch (what) {
    case WalkNote::What::source_missing:
        return tr("missing");
    case WalkNote::What::source_unreadable:
        return tr("cannot be read");
    case WalkNote::What::folder_unreadable:
        return tr("no permission");
    case WalkNote::What::ignored_file:
        return tr("not read");
    case WalkNote::What::linked_folder:
        return tr("link, not read");
    case WalkNote::What::linked_yaml_folder:
        return tr("linked folder");
    case WalkNote::What::dangling_link:
        return tr("dead link");
    case WalkNote::What::special_file:
        return tr("no file");
    case WalkNote::What::checkpoint_score:
        return tr("no score");
    }
    return {};
}

/// Names below a source lose the source's own path.
QString below(const std::string& shown, const QString& root) {
    const QString path = QString::fromStdString(shown);
    if (!root.isEmpty() && path.startsWith(root + QLatin1Char('/')))
        return path.mid(root.size() + 1);
    return path == root ? path.mid(path.lastIndexOf(QLatin1Char('/')) + 1) : path;
}

void buildDocuments(RegistryRow& row, const CardFile& file, quint32 index, const TroubleIndex& trouble,
                    DocumentNames& names, bool yours) {
    row.children.reserve(file.cards.size());
    for (quint32 document = 0; document < file.cards.size(); ++document) {
        const Card& card = file.cards[document];
        if (card.state == CardState::no_document)
            continue;
        auto child = std::make_unique<RegistryRow>();
        child->kind = RowKind::Document;
        child->card = {index, document};
        child->text = names.of(card).text;
        child->key = child->text;
        child->yours = yours;
        const TroubleCount count = trouble.ofDocument(child->card);
        child->trouble = count.worst;
        child->detail = count.words();
        if (child->detail.isEmpty() && !card.environment.empty())
            child->detail = tr("overlay");
        child->icon = count.worst == Trouble::None ? "card" : iconOf(count.worst);
        row.append(std::move(child));
    }
}

/// Of a file on disk, or one recorded from a folder that is known.
QString pathOf(const CardFile& file, const AssetSource& source) {
    return QString::fromStdString(source.given_in.empty() ? printable_path(file.path) : file.shown);
}

std::unique_ptr<RegistryRow> makeFile(const CardFile& file, quint32 index, const AssetSource& source,
                                      const TroubleIndex& trouble, DocumentNames& names) {
    auto row = std::make_unique<RegistryRow>();
    row->kind = RowKind::File;
    row->card = {index, 0};
    row->text = below(file.shown, QString::fromStdString(shown_root(source)));
    row->key = QString::fromStdString(file.shown);
    row->path = pathOf(file, source);
    row->yours = !source.from_registry;
    buildDocuments(*row, file, index, trouble, names, row->yours);
    const TroubleCount count = trouble.ofFile(index);
    row->trouble = file.error ? std::max(count.worst, Trouble::Error) : count.worst;
    row->icon = row->trouble == Trouble::None ? "card" : iconOf(row->trouble);
    row->detail = file.error ? tr("not read") : count.number();
    if (row->detail.isEmpty())
        row->detail = cardCount(row->children.size());
    return row;
}

std::unique_ptr<RegistryRow> makeNote(const WalkNote& note, const QString& root) {
    auto row = std::make_unique<RegistryRow>();
    row->kind = RowKind::Note;
    row->text = below(note.shown, root);
    row->key = QString::fromStdString(note.shown);
    row->path = QString::fromStdString(note.shown);
    row->explanation = QString::fromStdString(note.message);
    row->icon = note.error ? "stops-load" : "not-read";
    row->trouble = note.error ? Trouble::StopsLoad : Trouble::None;
    row->yours = true;
    row->detail = wordOf(note.what);
    return row;
}

void sortByPath(std::vector<std::unique_ptr<RegistryRow>>& rows) {
    std::ranges::stable_sort(
        rows, [](const auto& left, const auto& right) { return pathNaturallyLess(left->text, right->text); });
}

/// A source that is a file is shown as that, not as a folder of one.
bool isOneFile(const AssetSource& source, const QString& path, const std::vector<std::unique_ptr<RegistryRow>>& files) {
    return files.size() == 1 && (isUntitledSource(source) || (!path.isEmpty() && files.front()->path == path));
}

} // namespace

void buildSourceRows(RegistryRow& section, const CheckSession& session, const TroubleIndex& trouble,
                     DocumentNames& names) {
    const Catalog& catalog = session.catalog();
    const auto sources = catalog.sources();
    const auto files = catalog.files();

    std::vector<std::vector<std::unique_ptr<RegistryRow>>> fileRows(sources.size());
    std::vector<std::vector<std::unique_ptr<RegistryRow>>> noteRows(sources.size());
    std::vector<QString> roots;
    for (const AssetSource& source : sources)
        roots.push_back(QString::fromStdString(shown_root(source)));
    for (quint32 file = 0; file < files.size(); ++file) {
        const quint32 source = files[file].source;
        fileRows[source].push_back(makeFile(files[file], file, sources[source], trouble, names));
    }
    for (const WalkNote& note : catalog.walk_notes())
        if (note.what != WalkNote::What::source_missing && note.what != WalkNote::What::source_unreadable)
            noteRows[note.source].push_back(makeNote(note, roots[note.source]));

    const bool isKnown = is_verdict_known(session);
    for (quint32 index = 0; index < sources.size(); ++index) {
        const AssetSource& source = sources[index];
        const QString key = QString::fromStdString(source.name);
        if (isOneFile(source, roots[index], fileRows[index])) {
            RegistryRow& file = section.append(std::move(fileRows[index].front()));
            file.text = nameOfSource(source);
            file.key = key;
            continue;
        }
        auto row = std::make_unique<RegistryRow>();
        row->kind = RowKind::Source;
        row->card = {index, 0};
        row->text = nameOfSource(source);
        row->key = key;
        row->path = roots[index];
        row->yours = !source.from_registry;
        sortByPath(fileRows[index]);
        sortByPath(noteRows[index]);
        std::size_t cards = 0;
        for (auto& file : fileRows[index]) {
            cards += file->children.size();
            row->append(std::move(file));
        }
        for (auto& note : noteRows[index])
            row->append(std::move(note));

        const TroubleCount count = trouble.ofSource(index);
        row->trouble = count.worst;
        for (const auto& child : row->children)
            row->trouble = std::max(row->trouble, child->trouble);
        row->icon = row->trouble == Trouble::None ? iconOfSource(source) : iconOf(row->trouble);
        row->detail = row->trouble != Trouble::StopsLoad ? count.number()
                      : isKnown                          ? tr("will not load")
                                                         : tr("not all read");
        if (row->detail.isEmpty())
            row->detail = cardCount(cards);
        section.append(std::move(row));
    }
}

} // namespace fairlead::ui
