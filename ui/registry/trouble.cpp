// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registry/trouble.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string_view>

namespace fairlead::ui {

const char* iconOf(Trouble trouble) {
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::Warning:
        return "warning";
    case Trouble::Error:
        return "error";
    case Trouble::StopsLoad:
        return "stops-load";
    }
    return nullptr;
}

QString wordOf(Trouble trouble) {
    const auto translate = [](const char* text) { return QCoreApplication::translate("fairlead::ui::Trouble", text); };
    switch (trouble) {
    case Trouble::None:
        break;
    case Trouble::Warning:
        return translate("warnings");
    case Trouble::Error:
        return translate("errors");
    case Trouble::StopsLoad:
        return translate("stops load");
    }
    return {};
}

void TroubleCount::add(const Diagnostic& diagnostic) {
    if (diagnostic.severity == Severity::info)
        return;
    only = errors + warnings == 0 ? &diagnostic : nullptr;
    if (diagnostic.severity == Severity::warning) {
        ++warnings;
        worst = std::max(worst, Trouble::Warning);
    } else {
        ++errors;
        worst = std::max(worst, diagnostic.load ? Trouble::StopsLoad : Trouble::Error);
    }
}

QString TroubleCount::words() const {
    return only && !only->short_message.empty() ? QString::fromStdString(only->short_message) : number();
}

QString TroubleCount::number() const {
    const auto translate = [](const char* text, int count) {
        return QCoreApplication::translate("fairlead::ui::TroubleCount", text, nullptr, count);
    };
    if (errors > 0)
        return translate("%n error(s)", errors);
    if (warnings > 0)
        return translate("%n warning(s)", warnings);
    return {};
}

TroubleIndex::TroubleIndex(const CheckSession& session)
    : m_documents(session.catalog().files().size()), m_files(session.catalog().files().size()),
      m_sources(session.catalog().sources().size()) {
    const Catalog& catalog = session.catalog();
    std::map<std::string_view, quint32> shownFiles;
    for (quint32 file = 0; file < m_files.size(); ++file)
        shownFiles.emplace(catalog.file(file).shown, file);

    const auto addTo = [&](const Diagnostic& diagnostic, quint32 file, quint32 document) {
        m_documents[file].resize(std::max<std::size_t>(m_documents[file].size(), document + std::size_t{1}));
        m_documents[file][document].add(diagnostic);
        m_files[file].add(diagnostic);
        m_sources[catalog.file(file).source].add(diagnostic);
    };
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        if (diagnostic->severity == Severity::info)
            continue;
        if (!diagnostic->place) {
            if (const auto shown = shownFiles.find(diagnostic->path); shown != shownFiles.end())
                m_files[shown->second].add(*diagnostic);
            if (diagnostic->source && *diagnostic->source < m_sources.size())
                m_sources[*diagnostic->source].add(*diagnostic);
            continue;
        }
        addTo(*diagnostic, diagnostic->place->file, diagnostic->place->document);
        for (const RelatedPlace& related : diagnostic->related)
            if (!related.here.empty() &&
                !(related.place.file == diagnostic->place->file &&
                  related.place.document == diagnostic->place->document) &&
                !catalog.sources()[catalog.file(related.place.file).source].from_registry)
                addTo(*diagnostic, related.place.file, related.place.document);
    }
}

TroubleCount TroubleIndex::ofDocument(CardRef document) const {
    const std::vector<TroubleCount>& documents = m_documents[document.file];
    return document.document < documents.size() ? documents[document.document] : TroubleCount();
}

TroubleCount TroubleIndex::ofFile(quint32 file) const { return m_files[file]; }

TroubleCount TroubleIndex::ofSource(quint32 source) const { return m_sources[source]; }

} // namespace fairlead::ui
