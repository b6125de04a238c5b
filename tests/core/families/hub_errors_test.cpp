// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/error_text.h"
#include "tests/core/families/hubs/calls.h"

#include <QTest>
#include <fairlead/init_fairseq2.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <sstream>
#include <system_error>

using namespace fairlead;
using namespace golden;
using nlohmann::ordered_json;

namespace {

std::string without_folder(std::string text) {
    for (std::size_t at = text.find(assets.native()); at != std::string::npos; at = text.find(assets.native()))
        text.replace(at, assets.native().size(), "ASSETS");
    return text;
}

Calls all_calls() {
    Calls calls = model_calls();
    calls.merge(dataset_calls());
    calls.merge(tokenizer_calls());
    calls.merge(calls_of_all_kinds());
    return calls;
}

/// The class that fairseq2 has for it.
std::string class_in_fairseq2(const std::exception& error) {
    if (dynamic_cast<const std::system_error*>(&error) != nullptr)
        return "OSError";
    if (const auto* raw = dynamic_cast<const RawError*>(&error))
        return raw->error().type;
    const std::string name = test::class_of(error);
    return name.ends_with('>') ? name.substr(0, name.size() - 1) : name; // of one that something is nested in
}

void add_chain(ordered_json& chain, const std::exception& error) {
    const std::string name = class_in_fairseq2(error);
    chain.push_back({name, name == "OSError" ? "" : without_folder(error.what())});
    if (name == "OSError" || name == "InternalError")
        return;
    try {
        std::rethrow_if_nested(error);
    } catch (const std::exception& cause) {
        add_chain(chain, cause);
    }
}

ordered_json attributes_of(const std::exception& error) {
    ordered_json attributes = ordered_json::object();
    const auto add_name = [&]<class E>(std::type_identity<E>) {
        if (const auto* one = dynamic_cast<const E*>(&error))
            attributes["name"] = one->name();
    };
    add_name(std::type_identity<NamedError>());
    add_name(std::type_identity<AssetCardError>());
    add_name(std::type_identity<AssetNotFoundError>());
    add_name(std::type_identity<AssetCardNotValidError>());
    if (const auto* one = dynamic_cast<const ModelArchitectureNotKnownError*>(&error)) {
        attributes["arch"] = one->arch();
        attributes["family"] = one->family();
    }
    if (const auto* one = dynamic_cast<const GatedError*>(&error))
        attributes["info_url"] = one->info_url().value_or("None");
    if (const auto* one = dynamic_cast<const AssetDownloadError*>(&error))
        attributes["uri"] = one->uri().str();
    if (const auto* one = dynamic_cast<const CorruptModelCheckpointError*>(&error))
        attributes["path"] = without_folder(one->path().string());
    if (const auto* one = dynamic_cast<const TokenizerModelError*>(&error))
        attributes["path"] = without_folder(one->path().string());
    return attributes;
}

ordered_json answers() {
    std::ifstream file(assets.parent_path() / "answers.json");
    return ordered_json::parse(file);
}

} // namespace

/// Every error of families, hubs and loading word for word, with its attributes and causes, as fairseq2 gave it to
/// hubs/record.py; and what they give where nothing is wrong.
class HubErrorsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DependencyResolver> m_resolver;
    Calls m_calls = all_calls();

private slots:
    void initTestCase() {
        m_resolver =
            init_fairseq2({.extras = [](DependencyContainer& container) { register_families(container, assets); },
                           .no_progress = true,
                           .variable = no_variable});
        FragileConfig::breaks = true;
    }
    void cleanupTestCase() { FragileConfig::breaks = false; }

    void theAnswerIsFairseq2s_data() {
        QTest::addColumn<QString>("expected");
        const ordered_json recorded = answers();
        QVERIFY(recorded.size() > 180);
        for (const auto& [question, answer] : recorded.items())
            QTest::newRow(question.c_str()) << QString::fromStdString(answer.dump(1));
    }
    void theAnswerIsFairseq2s() {
        QFETCH(QString, expected);
        std::istringstream words(QTest::currentDataTag());
        std::string name;
        words >> name;
        const Arguments with{std::istream_iterator<std::string>(words), {}};
        const auto call = m_calls.find(name);
        QVERIFY2(call != m_calls.end(), name.c_str());
        ordered_json answer;
        try {
            answer = call->second(*m_resolver, with);
        } catch (const std::exception& error) {
            answer["error"] = ordered_json::array();
            add_chain(answer["error"], error);
            answer["attributes"] = attributes_of(error);
        }
        QCOMPARE(QString::fromStdString(answer.dump(1)), expected);
    }
};

QTEST_GUILESS_MAIN(HubErrorsTest)
#include "hub_errors_test.moc"
