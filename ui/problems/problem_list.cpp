// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/problems/problem_list.h"

#include "ui/buffers/fix_difference.h"
#include "ui/buffers/places.h"
#include "ui/problems/file_order.h"
#include "ui/text/at_line.h"

#include <QHash>

#include <algorithm>

namespace fairlead::ui {

namespace {

constexpr std::size_t mostRows = 5000; // nobody reads as many, and each edit makes them anew

class Builder {
public:
    explicit Builder(const Catalog& catalog) : m_catalog(catalog) {}

    ProblemRow rowOf(const Diagnostic& diagnostic) {
        ProblemRow row;
        row.diagnostic = diagnostic;
        row.message = messageOf(m_catalog, diagnostic);
        row.weight = weightOf(diagnostic);
        if (diagnostic.place)
            row.place = placeOf(*diagnostic.place);
        else
            row.place = placeOfPath(diagnostic);
        if (diagnostic.card)
            row.card = titleOf(m_catalog, *diagnostic.card);
        for (const RelatedPlace& related : diagnostic.related)
            row.related.push_back(placeOf(related.place));
        return row;
    }

private:
    ProblemPlace placeOf(const DocumentPlace& place) {
        const FilePlace inFile = file_place(m_catalog, place);
        Name& name = nameOf(place.file);
        const Location location =
            Location::inFile(name.key, static_cast<qint64>(inFile.begin), static_cast<qint64>(inFile.end));
        return {atLine(name.text, static_cast<qint64>(inFile.line)) + u':' + QString::number(inFile.column), location};
    }

    // A line of what is no card file can be read; a path as a whole leads nowhere.
    static ProblemPlace placeOfPath(const Diagnostic& diagnostic) {
        const QString path = toText(diagnostic.path);
        if (diagnostic.path_line == 0)
            return {path, std::nullopt};
        const auto line = static_cast<int>(diagnostic.path_line);
        const QString name = path.mid(path.lastIndexOf(QLatin1Char('/')) + 1);
        return {atLine(name, line), Location::inSource(path, line)};
    }

    struct Name {
        QString key;
        QString text;
    };
    Name& nameOf(quint32 file) {
        Name& name = m_names[file];
        if (name.key.isEmpty())
            name = {locationOf(m_catalog, DocumentPlace{file, 0, {}}).file, shortName(m_catalog, file)};
        return name;
    }

    const Catalog& m_catalog;
    QHash<quint32, Name> m_names;
};

// The worst first, then as the tree has the files; those of no file come first among their like. Within a file they are
// in order already.
void sortForReading(std::vector<const Diagnostic*>& diagnostics, const Catalog& catalog) {
    FileOrder order(catalog);
    std::ranges::stable_sort(diagnostics, [&](const Diagnostic* left, const Diagnostic* right) {
        if (const Weight a = weightOf(*left), b = weightOf(*right); a != b)
            return a < b;
        if (!left->place || !right->place)
            return !left->place && right->place;
        return order.comesBefore(left->place->file, right->place->file);
    });
}

bool isIn(const Diagnostic& diagnostic, quint32 file) {
    if (diagnostic.place && diagnostic.place->file == file)
        return true;
    return std::ranges::any_of(diagnostic.related, [&](const RelatedPlace& related) {
        return related.place.file == file && !related.here.empty();
    });
}

} // namespace

int ProblemRow::childCount() const { return (hasSays() ? 1 : 0) + static_cast<int>(related.size()); }

bool isSameProblem(const ProblemRow& left, const ProblemRow& right) {
    return left.diagnostic.rule == right.diagnostic.rule && left.weight == right.weight &&
           left.diagnostic.message == right.diagnostic.message &&
           left.diagnostic.fairseq2_says == right.diagnostic.fairseq2_says && left.card == right.card &&
           std::ranges::equal(left.diagnostic.related, right.diagnostic.related, {}, &RelatedPlace::message,
                              &RelatedPlace::message);
}

bool ProblemFilter::takes(Weight weight) const {
    switch (weight) {
    case Weight::StopsLoad:
    case Weight::Error:
        return errors;
    case Weight::Warning:
        return warnings;
    default:
        return infos;
    }
}

ProblemList problemList(const CheckSession& session, const ProblemFilter& filter) {
    ProblemList list;
    Builder builder(session.catalog());
    const auto add = [&](const Diagnostic& diagnostic) {
        const Weight weight = weightOf(diagnostic);
        ++(weight == Weight::Info ? list.infos : weight == Weight::Warning ? list.warnings : list.errors);
        if (!filter.takes(weight))
            return;
        if (list.rows.size() < mostRows)
            list.rows.push_back(builder.rowOf(diagnostic));
        else
            ++list.unlisted;
    };
    std::vector<const Diagnostic*> considered = session.diagnostics();
    list.certain = static_cast<int>(certainFixes(considered).size());
    if (filter.file)
        std::erase_if(considered, [&](const Diagnostic* diagnostic) { return !isIn(*diagnostic, *filter.file); });
    sortForReading(considered, session.catalog());
    for (const Diagnostic* diagnostic : considered)
        add(*diagnostic);
    for (const Diagnostic* diagnostic : session.package_diagnostics()) {
        if (diagnostic->severity == Severity::info)
            continue;
        ++list.packages;
        if (filter.packages && (!filter.file || isIn(*diagnostic, *filter.file)))
            add(*diagnostic);
    }
    return list;
}

} // namespace fairlead::ui
