// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/write_text.h"

#include "core/checks/own_limit.h"
#include "core/checks/text_excerpt.h"
#include "core/checks/wording.h"
#include "core/files/printable_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace fairlead {

namespace {

constexpr std::size_t max_related = 10;
constexpr std::size_t max_named = 3;

/// ANSI escapes, or nothing.
class Paint {
public:
    explicit Paint(bool on) : on_(on) {}
    [[nodiscard]] std::string operator()(std::string_view code, std::string_view text) const {
        return on_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }

private:
    bool on_;
};

constexpr std::string_view bold = "1";
constexpr std::string_view dim = "2";
constexpr std::string_view good = "1;32";
constexpr std::string_view bad = "1;31";

std::string_view colour_of(Severity severity) noexcept {
    return severity == Severity::error ? bad : severity == Severity::warning ? "1;33" : "1;34";
}

bool same_begin(const DocumentPlace& a, const DocumentPlace& b) noexcept {
    return a.file == b.file && a.document == b.document && a.range.begin == b.range.begin;
}

/// `asr.yaml:11:1`, or for a stock card `fairseq2.assets.cards, models/llama.yaml:88:7`.
std::string where_text(const Catalog& catalog, const DocumentPlace& place) {
    const FilePlace at = file_place(catalog, place);
    const AssetSource& source = catalog.sources()[catalog.file(place.file).source];
    return fmt::format("{}{}:{}:{}", package_prefix(source), printable_text(at.file), at.line, at.column);
}

void append_excerpt(const Catalog& catalog, const DocumentPlace& place, const Paint& paint, Severity severity,
                    std::string& out) {
    const FilePlace at = file_place(catalog, place);
    const TextExcerpt excerpt = text_excerpt(catalog, place);
    std::string mark(excerpt.width, '~');
    mark.front() = '^';
    fmt::format_to(std::back_inserter(out), "{}{}\n", paint(dim, fmt::format("{:>5} | ", at.line)), excerpt.line);
    fmt::format_to(std::back_inserter(out), "{}{}{}\n", paint(dim, "      | "), std::string(excerpt.begin, ' '),
                   paint(colour_of(severity), mark));
}

void append_related(const Catalog& catalog, const Diagnostic& diagnostic, const Paint& paint, std::string& out) {
    std::size_t count = 0;
    for (const RelatedPlace& related : diagnostic.related) {
        if (diagnostic.place && same_begin(related.place, *diagnostic.place)) {
            continue;
        }
        if (++count > max_related) {
            out += "      …\n";
            return;
        }
        fmt::format_to(std::back_inserter(out), "      {}: {}\n", paint(bold, where_text(catalog, related.place)),
                       printable_text(related.message));
    }
}

void append_cure(const Diagnostic& diagnostic, const Paint& paint, std::string& out) {
    for (const Fix& fix : diagnostic.fixes) {
        if (fix.certain) {
            fmt::format_to(std::back_inserter(out), "      {} {}\n", paint(good, "fix:"), printable_text(fix.title));
            break;
        }
    }
    if (!diagnostic.fairseq2_says.empty()) {
        fmt::format_to(std::back_inserter(out), "      {} {}\n",
                       paint(dim, diagnostic.load ? "stops fairseq2:" : "fairseq2 says:"),
                       printable_text(diagnostic.fairseq2_says));
    }
}

/// Cards that fail when they are used, though the store loads.
std::vector<std::string> failing_cards(const CheckSession& session, std::size_t& others) {
    std::vector<std::string> names;
    std::vector<CardRef> seen;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        if (diagnostic->severity == Severity::error && diagnostic->card &&
            (seen.empty() || seen.back() != *diagnostic->card)) {
            seen.push_back(*diagnostic->card);
            if (names.size() < max_named) {
                names.push_back(card_name(session.catalog().card(*diagnostic->card)));
            }
        }
    }
    others = seen.size() - names.size();
    return names;
}

} // namespace

std::string diagnostic_text(const CheckSession& session, const Diagnostic& diagnostic, const TextStyle& style) {
    const Paint paint(style.colour);
    const Catalog& catalog = session.catalog();
    const RuleInfo* const rule = rule_info(diagnostic.rule);
    std::string where = diagnostic.place ? where_text(catalog, *diagnostic.place) : printable_text(diagnostic.path);
    if (diagnostic.path_line > 0) {
        where += fmt::format(":{}", diagnostic.path_line);
    }
    if (!where.empty()) {
        where += ": ";
    }
    std::string out =
        fmt::format("{}{} {} {}\n", paint(bold, where),
                    paint(colour_of(diagnostic.severity), fmt::format("{}:", to_string(diagnostic.severity))),
                    printable_text(diagnostic.message),
                    paint(dim, rule == nullptr ? std::string() : fmt::format("[{} {}]", rule->id, rule->name)));
    if (style.excerpt && diagnostic.place && !catalog.file(diagnostic.place->file).synthetic) {
        append_excerpt(catalog, *diagnostic.place, paint, diagnostic.severity, out);
    }
    if (style.related) {
        append_related(catalog, diagnostic, paint, out);
    }
    if (style.cure) {
        append_cure(diagnostic, paint, out);
    }
    return out;
}

std::string verdict_text(const CheckSession& session, const TextStyle& style) {
    const Paint paint(style.colour);
    const StoreVerdict& verdict = session.verdict();
    if (!is_verdict_known(session)) {
        return fmt::format("{}\n", paint(bad, fmt::format("Whether fairseq2 loads these sources is not known: {}",
                                                          printable_text(verdict.error->message))));
    }
    if (verdict.error) {
        return fmt::format("{} {}\n", paint(bad, "fairseq2 would load nothing:"),
                           printable_text(refusal_text(session)));
    }
    std::size_t others = 0;
    std::vector<std::string> failing = failing_cards(session, others);
    if (failing.empty()) {
        return paint(good, "fairseq2 loads these sources.") + "\n";
    }
    const bool is_one = failing.size() == 1 && others == 0;
    if (others > 0) {
        failing.push_back(counted(others, "other card"));
    }
    return fmt::format("{} {} when used.\n", paint(good, "fairseq2 loads these sources;"),
                       listed(failing) + (is_one ? " fails" : " fail"));
}

std::string summary_text(const CheckSession& session, const TextStyle& style) {
    const Paint paint(style.colour);
    const Summary summary = session.summary(style.package_cards);
    const std::string where =
        fmt::format("{} in {}{}", counted(summary.cards, "card"), counted(summary.files, "file"),
                    summary.unreadable > 0 ? fmt::format(", {} not readable", summary.unreadable) : std::string());
    std::vector<std::string> counts;
    if (summary.errors > 0) {
        counts.push_back(paint(bad, counted(summary.errors, "error")));
    }
    if (summary.warnings > 0) {
        counts.push_back(paint(colour_of(Severity::warning), counted(summary.warnings, "warning")));
    }
    if (summary.infos > 0) {
        counts.push_back(paint(colour_of(Severity::info), counted(summary.infos, "info")));
    }
    return counts.empty() ? fmt::format("No problems: {}.\n", where) : fmt::format("{}: {}.\n", listed(counts), where);
}

std::string report_text(const CheckSession& session, std::span<const Diagnostic* const> diagnostics,
                        const TextStyle& style) {
    std::string out;
    for (const Diagnostic* const diagnostic : diagnostics) {
        out += diagnostic_text(session, *diagnostic, style);
        if (style.excerpt) {
            out += '\n';
        }
    }
    out += summary_text(session, style);
    out += verdict_text(session, style);
    return out;
}

} // namespace fairlead
