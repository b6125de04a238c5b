// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Compares what a check says of overrides with what fairseq2's hubs answered to the cards of cases/configs_*.jsonl:
// FS023, FS024 or FS046 where they refuse the config, at the key or the value that they refuse, and none where they
// make it.
#include "core/checks/config_findings.h"
#include "core/checks/session.h"
#include "core/registry/bundled.h"
#include "tests/fidelity/case_file.h"
#include "tests/fidelity/config_answer.h"
#include "tests/fidelity/finding_places.h"
#include "tests/fidelity/mismatches.h"

#include <nlohmann/json.hpp>

#include <QTest>

#include <algorithm>
#include <fmt/format.h>

using fairlead::Diagnostic;
using fidelity::Json;
using fidelity::Mismatches;
using fidelity::Refusal;

namespace {

using Registry = std::shared_ptr<const fairlead::RegistrySnapshot>;

/// Whether a case is of one card, whose config no variable decides.
bool is_of_one_card(const std::string& cards) {
    return cards.find("\n---") == std::string::npos && cards.find("${env:") == std::string::npos;
}

/// The entry of the trio's key that counts.
std::optional<fairlead::yaml::Value::Entry> overrides_of(const fairlead::yaml::Value& card, const std::string& kind) {
    for (const char* suffix : {"_config_overrides", "_config_override", "_config"}) {
        const auto entry = card.find_entry(kind + suffix);
        if (entry && !entry->value.is_null()) {
            return entry;
        }
    }
    return std::nullopt;
}

class Case {
public:
    Case(const Json& asked, const Registry& shipped, const Registry& types)
        : asked_(asked), session_(session(asked, shipped, types)) {
        for (const Diagnostic* found : session_.diagnostics()) {
            const bool of_configs = found->rule == 23 || found->rule == 24 || found->rule == 46;
            if (of_configs && found->severity == fairlead::Severity::error) {
                findings_.push_back(found);
            }
        }
    }

    /// What is wrong with the findings; empty: nothing.
    [[nodiscard]] std::string trouble() const {
        const Json& expect = asked_.at("expect");
        const Refusal refusal = fidelity::refusal_of(expect);
        if (refusal == Refusal::none) {
            return findings_.empty() ? "" : "a finding, but fairseq2 makes the config: " + told();
        }
        if (refusal != Refusal::overrides) {
            return {};
        }
        if (findings_.empty()) {
            return "no finding";
        }
        const auto entry =
            overrides_of(session_.catalog().document({0, 0}).root(), asked_.value("kind", std::string("model")));
        const auto places = entry ? fidelity::places_of(expect, *entry) : std::set<std::size_t>();
        const bool there = places.empty() || std::ranges::any_of(findings_, [&](const Diagnostic* found) {
                               return found->place && places.contains(found->place->range.begin);
                           });
        return there ? "" : fmt::format("no finding at {}, but {}", fmt::join(places, " or "), told());
    }

private:
    static fairlead::CheckSession session(const Json& asked, const Registry& shipped, const Registry& types) {
        fairlead::SessionOptions options;
        const std::string text = asked.at("cards");
        const auto made = [&](const auto& family) {
            return text.find("_family: " + family.name + "\n") != std::string::npos;
        };
        options.registry = std::ranges::any_of(types->families, made) ? types : shipped;
        options.alone = true;
        fairlead::AssetSource source;
        source.name = "path:cards";
        source.given.push_back({"a.yaml", text});
        options.sources.push_back(std::move(source));
        return fairlead::CheckSession::load(std::move(options));
    }

    [[nodiscard]] std::string told() const {
        std::string text;
        for (const Diagnostic* found : findings_) {
            text += fmt::format("FS{:03} at {}: {} ", found->rule, found->place ? found->place->range.begin : 0,
                                found->message);
        }
        return text;
    }

    const Json& asked_;
    fairlead::CheckSession session_;
    std::vector<const Diagnostic*> findings_;
};

} // namespace

class FindingsTest : public QObject {
    Q_OBJECT
private slots:
    void tellsWhatFairseq2Refuses_data();
    void tellsWhatFairseq2Refuses();
};

void FindingsTest::tellsWhatFairseq2Refuses_data() {
    QTest::addColumn<QString>("file");
    for (const std::string& name : fidelity::case_file_names("configs_")) {
        QTest::newRow(name.c_str()) << QString::fromStdString(name);
    }
}

void FindingsTest::tellsWhatFairseq2Refuses() {
    QFETCH(QString, file);
    const Registry shipped = fairlead::bundled_snapshot();
    const Registry types = fidelity::types_registry();
    Mismatches mismatches;
    for (const Json& asked : fidelity::load_cases(file.toStdString())) {
        if (!is_of_one_card(asked.at("cards"))) {
            continue;
        }
        mismatches.asked();
        if (const std::string trouble = Case(asked, shipped, types).trouble(); !trouble.empty()) {
            mismatches.add(asked, "findings", fidelity::shown(asked.at("expect")), trouble);
        }
    }
    QVERIFY2(mismatches.none(), mismatches.summary().c_str());
}

QTEST_APPLESS_MAIN(FindingsTest)
#include "findings_test.moc"
