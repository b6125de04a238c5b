// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "checked_texts.h"

#include "core/checks/apply_fixes.h"
#include "core/registry/bundled.h"

#include <algorithm>

using namespace fairlead;

namespace checked {

namespace {

const char* home = "/home/me";

QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size())); }

QString place_text(const Catalog& catalog, const DocumentPlace& place) {
    const FilePlace at = file_place(catalog, place);
    return QStringLiteral("%1:%2:%3-%4:%5[%6,%7)")
        .arg(text(at.file))
        .arg(at.line)
        .arg(at.column)
        .arg(at.end_line)
        .arg(at.end_column)
        .arg(at.begin)
        .arg(at.end);
}

} // namespace

AssetSource source(const std::string& name, const Texts& files) {
    AssetSource source;
    source.name = "path:" + name;
    for (const auto& [path, content] : files) {
        source.given.push_back({path, content});
    }
    return source;
}

CheckSession alone(const Texts& files) {
    SessionOptions options;
    options.registry = bundled_snapshot();
    options.alone = true;
    options.sources.push_back(source("cards", files));
    return CheckSession::load(std::move(options));
}

std::vector<AssetSource> sources(const QString& text) {
    std::vector<AssetSource> all;
    const auto file = [&all](const QString& name) -> GivenFile& {
        if (all.empty()) {
            all.push_back(source("cards", {}));
        }
        all.back().given.push_back({name.toStdString(), {}});
        return all.back().given.back();
    };
    GivenFile* current = nullptr;
    QStringList lines = text.split(u'\n');
    if (lines.back().isEmpty()) {
        lines.pop_back();
    }
    for (const QString& line : lines) {
        if (line.startsWith(QStringLiteral("==== "))) {
            all.push_back(source(line.mid(5).toStdString(), {}));
            current = nullptr;
        } else if (line.startsWith(QStringLiteral("== "))) {
            current = &file(line.mid(3));
        } else if (line == QStringLiteral("\\") && current != nullptr) {
            current->text.pop_back();
        } else {
            current = current == nullptr ? &file(QStringLiteral("a.yaml")) : current;
            current->text += line.toStdString() + "\n";
        }
    }
    return all;
}

CheckSession session(const QString& text, bool with_stock_cards) {
    SessionOptions options;
    options.registry = bundled_snapshot();
    options.alone = !with_stock_cards;
    options.sources = sources(text);
    options.catalog.variable = [](const char* name) { return name == std::string_view("HOME") ? home : nullptr; };
    return CheckSession::load(std::move(options));
}

QStringList titles(const Diagnostic& diagnostic) {
    QStringList result;
    for (const Fix& fix : diagnostic.fixes) {
        result.push_back((fix.certain ? QStringLiteral("!") : QString()) + text(fix.title));
    }
    return result;
}

QString line(const CheckSession& session, const Diagnostic& diagnostic) {
    QString where = text(diagnostic.path);
    if (diagnostic.place) {
        const FilePlace at = file_place(session.catalog(), *diagnostic.place);
        where = QStringLiteral("%1:%2:%3").arg(text(at.file)).arg(at.line).arg(at.column);
    }
    const RuleInfo* const rule = rule_info(diagnostic.rule);
    return QStringLiteral("%1 %2%3 %4 %5")
        .arg(where, text(to_string(diagnostic.severity)), diagnostic.load ? QStringLiteral("!") : QString(),
             rule == nullptr ? QStringLiteral("?") : text(rule->id), text(diagnostic.message));
}

QStringList lines(const CheckSession& session) {
    QStringList result;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        result.push_back(line(session, *diagnostic));
    }
    return result;
}

QStringList lines(const CheckSession& session, const std::vector<int>& rules) {
    QStringList result;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        if (std::find(rules.begin(), rules.end(), diagnostic->rule) != rules.end()) {
            result.push_back(line(session, *diagnostic));
        }
    }
    return result;
}

QString told(CheckSession& session) {
    const QString indented = QStringLiteral("    ");
    QStringList result;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        result << line(session, *diagnostic);
        for (const QString& title : titles(*diagnostic)) {
            result << indented + QStringLiteral("fix ") + title;
        }
        for (const RelatedPlace& related : diagnostic->related) {
            const FilePlace at = file_place(session.catalog(), related.place);
            result << indented + QStringLiteral("%1:%2:%3 %4")
                                     .arg(text(at.file))
                                     .arg(at.line)
                                     .arg(at.column)
                                     .arg(text(related.message));
            if (!related.here.empty()) {
                result << indented + indented + text(related.here);
            }
        }
        if (!diagnostic->fairseq2_says.empty()) {
            result << indented + QStringLiteral("says ") + text(diagnostic->fairseq2_says);
        }
    }
    for (const FixedFile& file : apply_certain_fixes(session).files) {
        result << QStringLiteral("== ") + text(session.catalog().file(file.file).shown) << text(file.after) + u'\\';
    }
    return result.join(u'\n');
}

QString everything(const CheckSession& session, const Diagnostic& diagnostic) {
    const Catalog& catalog = session.catalog();
    QStringList parts{line(session, diagnostic), text(diagnostic.short_message), text(diagnostic.fairseq2_says)};
    if (diagnostic.place) {
        parts << place_text(catalog, *diagnostic.place);
    }
    if (diagnostic.card) {
        parts << text(catalog.stored_name(*diagnostic.card));
    }
    for (const RelatedPlace& related : diagnostic.related) {
        parts << QStringLiteral("related ") + text(related.message) << place_text(catalog, related.place)
              << text(related.here);
    }
    for (const Fix& fix : diagnostic.fixes) {
        parts << (fix.certain ? QStringLiteral("fix ") : QStringLiteral("suggestion ")) + text(fix.title)
              << text(fix.short_title);
        for (const TextEdit& edit : fix.edits) {
            parts << place_text(catalog, edit.place) << text(edit.text);
        }
    }
    return parts.join(QStringLiteral(" | "));
}

QStringList everything(const CheckSession& session) {
    QStringList parts;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        parts << everything(session, *diagnostic);
    }
    for (const Diagnostic* const diagnostic : session.package_diagnostics()) {
        parts << QStringLiteral("package ") + everything(session, *diagnostic);
    }
    for (std::uint32_t file = 0; file < session.catalog().files().size(); ++file) {
        for (const Diagnostic* const diagnostic : session.diagnostics_of(file)) {
            parts << QStringLiteral("of file %1: ").arg(file) + line(session, *diagnostic);
        }
    }
    const StoreVerdict& verdict = session.verdict();
    parts << (verdict.error ? text(verdict.error->type) + QStringLiteral(": ") + text(verdict.error->message)
                            : QStringLiteral("loads"));
    const Summary summary = session.summary();
    parts << QStringLiteral("%1 sources %2 files %3 cards %4 errors %5 warnings %6 infos")
                 .arg(summary.sources)
                 .arg(summary.files)
                 .arg(summary.cards)
                 .arg(summary.errors)
                 .arg(summary.warnings)
                 .arg(summary.infos);
    return parts;
}

} // namespace checked
