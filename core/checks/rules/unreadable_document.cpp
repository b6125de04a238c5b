// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS001 yaml-syntax, FS002 duplicate-key, FS016 yaml-directive, FS017 tab: what the reader refuses, by what it refuses.
// fairseq2 reads a whole file before it looks at any of its cards (assets/metadata_provider.py).
#include "core/checks/document_edits.h"
#include "core/checks/fairseq2_words.h"
#include "core/checks/rules/rules.h"
#include "core/checks/tab_fix.h"

#include <algorithm>

namespace fairlead {

namespace {

constexpr std::uint16_t yaml_syntax = 1;
constexpr std::uint16_t duplicate_key = 2;
constexpr std::uint16_t yaml_directive = 16;
constexpr std::uint16_t tab = 17;

/// `%YAML 1.0`, `1.3`: read as a version by ruamel's scanner, and refused with an AssertionError by its parser.
bool is_version(const yaml::Problem& problem) noexcept {
    return problem.what == yaml::Refusal::directive && problem.raw;
}

std::uint16_t rule_of(const yaml::Problem& problem) noexcept {
    switch (problem.what) {
    case yaml::Refusal::tab:
        return tab;
    case yaml::Refusal::duplicate_key:
        return duplicate_key;
    default:
        return is_version(problem) ? yaml_directive : yaml_syntax;
    }
}

Diagnostic& add(std::uint16_t rule, Severity severity, const yaml::Problem& problem, const CheckContext& context,
                Diagnostics& out) {
    Diagnostic& diagnostic = out.add(rule, severity, context, problem.range, problem.message);
    if (problem.related) {
        diagnostic.related.push_back({problem.what == yaml::Refusal::duplicate_key ? "first here" : "it begins here",
                                      context.place(*problem.related),
                                      {}});
    }
    return diagnostic;
}

void offer_version(const CheckContext& context, yaml::TextRange directive, Diagnostic& diagnostic) {
    const std::string_view written = context.text(directive);
    const std::size_t version = written.find("1.");
    if (version != std::string_view::npos) {
        const std::size_t end = std::min(written.find_first_not_of("0123456789", version + 2), written.size());
        const yaml::TextRange range{directive.begin + static_cast<std::uint32_t>(version),
                                    directive.begin + static_cast<std::uint32_t>(end)};
        diagnostic.fixes.push_back({"Write %YAML 1.2", "Write 1.2", false, {{context.place(range), "1.2"}}});
    }
}

/// The finding if the document's problem is this rule's.
Diagnostic* check_problem(std::uint16_t rule, const CheckContext& context, Diagnostics& out) {
    const yaml::Problem* const problem = context.document.problem();
    if (problem == nullptr || rule_of(*problem) != rule) {
        return nullptr;
    }
    Diagnostic& diagnostic = add(rule, Severity::error, *problem, context, out);
    diagnostic.load = true;
    diagnostic.short_message = "not readable";
    diagnostic.fairseq2_says = said_of_document(context);
    return &diagnostic;
}

} // namespace

void check_yaml_syntax(const CheckContext& context, Diagnostics& out) { check_problem(yaml_syntax, context, out); }

void check_duplicate_key(const CheckContext& context, Diagnostics& out) {
    check_problem(duplicate_key, context, out);
    for (const yaml::Problem& warning : context.document.warnings()) {
        add(duplicate_key, Severity::warning, warning, context, out);
    }
}

void check_yaml_directive(const CheckContext& context, Diagnostics& out) {
    if (Diagnostic* const diagnostic = check_problem(yaml_directive, context, out)) {
        offer_version(context, diagnostic->place->range, *diagnostic);
        return;
    }
    const yaml::TextRange directive = context.document.version_directive();
    if (directive.size() == 0 || !context.document.is_yaml_1_1() || context.document.problem() != nullptr) {
        return;
    }
    Diagnostic& diagnostic =
        out.add(yaml_directive, Severity::warning, context, directive,
                "%YAML 1.1 holds for files that are read after this one too: yes, no and 017 then mean something else "
                "in them, depending on the order of the directory. Write %YAML 1.2, or remove the line.");
    offer_version(context, directive, diagnostic);
}

void check_tab(const CheckContext& context, Diagnostics& out) {
    if (Diagnostic* const diagnostic = check_problem(tab, context, out)) {
        if (auto fix = replace_tabs(context)) {
            diagnostic->fixes.push_back(*std::move(fix));
        }
    }
}

} // namespace fairlead
