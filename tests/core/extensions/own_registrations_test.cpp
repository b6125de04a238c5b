// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/store.h"
#include "core/extensions/own_registrations.h"
#include "core/extensions/progress.h"
#include "tests/core/container/error_text.h"

#include <fairlead/asset_directories.h>
#include <fairlead/asset_download_manager.h>
#include <fairlead/config_directive.h>
#include <fairlead/environment.h>
#include <fairlead/object_validator.h>
#include <fairlead/value_converter.h>

#include <QStringList>
#include <QTest>
#include <map>

using namespace fairlead;

namespace {

using Variables = std::map<std::string, std::string>;

std::unique_ptr<DependencyContainer> registered(const Variables& variables, std::optional<bool> no_progress = {},
                                                QStringList* log = nullptr) {
    auto container = std::make_unique<DependencyContainer>();
    register_fairseq2(*container, {.variable = [variables](const char* name) -> const char* {
                                       const auto found = variables.find(name);
                                       return found == variables.end() ? nullptr : found->second.c_str();
                                   },
                                   .folders = std::make_shared<PackageFolders>(),
                                   .log =
                                       [log](LogLevel, std::string_view line) {
                                           if (log != nullptr)
                                               *log += QString::fromUtf8(line.data(), qsizetype(line.size()));
                                       },
                                   .no_progress = no_progress});
    return container;
}

bool is_quiet(DependencyContainer& container, const Key& key = {}) {
    return dynamic_cast<const NoopProgressReporter*>(container.resolve<ProgressReporter>(key).get()) != nullptr;
}

} // namespace

class OwnRegistrationsTest : public QObject {
    Q_OBJECT

private slots:
    void orderIsThatOfFairseq2() {
        QStringList order;
        for (const RegistrationInfo& info : registered({})->registrations())
            order += QString::fromStdString(info.kls.name()).section("::", -1).section('.', -1) +
                     (info.key ? "[" + QString::fromStdString(*info.key) + "]" : QString());
        // composition/lib.py, then composition/assets.py
        QCOMPARE(order, QStringList({"Environment", "ProgressReporter", "ProgressReporter[download_reporter]",
                                     "ObjectValidator", "ValueConverter", "ConfigDirective", "AssetDirectoryAccessor",
                                     "AssetStore", "AssetEnvironmentDetector", "AssetMetadataSource",
                                     "AssetDownloadManager", "AssetDownloadManager"}));
        QCOMPARE(registered({})->check().size(), std::size_t(0));
    }

    void progressIsQuiet_data() {
        QTest::addColumn<Variables>("variables");
        QTest::addColumn<std::optional<bool>>("asked");
        QTest::addColumn<bool>("quiet");
        const std::optional<bool> nothing;
        const auto row = [](const char* name, const Variables& variables, std::optional<bool> asked, bool quiet) {
            QTest::newRow(name) << variables << asked << quiet;
        };
        row("by itself", {}, nothing, false);
        row("variable", {{"FAIRSEQ2_NO_PROGRESS", ""}}, nothing, true);
        row("variable, but asked for", {{"FAIRSEQ2_NO_PROGRESS", "1"}}, false, false);
        row("asked not to", {}, true, true);
        row("first process", {{"RANK", "0"}}, nothing, false);
        row("another process", {{"RANK", "1"}}, nothing, true);
        row("another process, even if asked for", {{"RANK", "1"}}, false, true);
        row("rank is not looked at", {{"RANK", "x"}}, true, true);
    }
    void progressIsQuiet() {
        QFETCH(Variables, variables);
        QFETCH(std::optional<bool>, asked);
        QFETCH(bool, quiet);
        const auto container = registered(variables, asked);
        QCOMPARE(is_quiet(*container), quiet);
        QCOMPARE(is_quiet(*container, "download_reporter"), quiet);
    }

    void rankThatIsNoNumberIsRefused() {
        QCOMPARE(test::thrown_by([] {
                     (void)registered({{"RANK", "x"}});
                 }),
                 std::string("EnvironmentVariableError: RANK environment variable cannot be parsed as an integer."));
    }

    void whatIsRegisteredWorks() {
        QStringList log;
        const auto container = registered({{"HOME", "/not/there"}, {"A", "12"}}, {}, &log);
        QCOMPARE(container->resolve<Environment>()->maybe_get("A"), std::optional<std::string>("12"));
        QCOMPARE(container->resolve<AssetDirectoryAccessor>()->get_cache_dir().string(),
                 std::string("/not/there/.cache/fairseq2/assets"));
        QCOMPARE(container->resolve<AssetDownloadManager>()->supported_schemes(), std::vector<std::string>{"file"});
        const auto directives = container->collection().resolve<ConfigDirective>().to_vector();
        QCOMPARE(directives.size(), std::size_t(1));
        QVERIFY(directives[0]->execute("<${env:A}>", {}) == ConfigTree{std::string("<12>")});
        (void)container->resolve<AssetStore>();
        QCOMPARE(log, QStringList());
        const auto warned = registered({{"FAIRSEQ2_ASSET_DIR", "/not/there"}}, {}, &log);
        const QString warning = "/not/there pointed to by the FAIRSEQ2_ASSET_DIR environment variable is not found.";
        QCOMPARE(log, QStringList(warning));
        (void)warned->resolve<AssetDirectoryAccessor>()->maybe_get_system_dir();
        QCOMPARE(log, QStringList({warning, warning}));
    }
};

QTEST_APPLESS_MAIN(OwnRegistrationsTest)
#include "own_registrations_test.moc"
