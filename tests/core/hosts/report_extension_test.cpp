// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/record_sources.h"
#include "core/hosts/report_extension.h"
#include "core/hosts/source_lines.h"
#include "tests/core/files/disk.h"

#include <fairlead/asset_download_manager.h>
#include <fairlead/assets.h>

#include <QTest>

using namespace fairlead;

namespace {

struct Thing {};

} // namespace

/// What a host makes of extensions and their sources.
class ReportExtensionTest : public QObject {
    Q_OBJECT

private slots:
    void recordBecomesAReport_data() {
        QTest::addColumn<int>("failure");
        QTest::addColumn<int>("outcome");
        const auto row = [](const char* name, std::optional<ExtensionFailure> failure, ExtensionOutcome outcome) {
            QTest::newRow(name) << (failure ? int(*failure) : -1) << int(outcome);
        };
        row("good", {}, ExtensionOutcome::registered);
        row("bad entry point", ExtensionFailure::bad_entry_point, ExtensionOutcome::import_failed);
        row("not found", ExtensionFailure::not_found, ExtensionOutcome::import_failed);
        row("not opened", ExtensionFailure::not_opened, ExtensionOutcome::import_failed);
        row("refused", ExtensionFailure::refused, ExtensionOutcome::refused);
        row("wrong signature", ExtensionFailure::wrong_signature, ExtensionOutcome::wrong_signature);
        row("threw", ExtensionFailure::threw, ExtensionOutcome::failed);
    }
    void recordBecomesAReport() {
        QFETCH(int, failure);
        QFETCH(int, outcome);
        ExtensionRecord record;
        record.entry.name = "lab";
        record.entry.value = "lab:setup";
        record.entry.manifest = "/x/lab.toml";
        record.entry.position = {7, 1};
        record.state = failure < 0 ? ExtensionState::registered : ExtensionState::discovered;
        if (failure >= 0)
            record.failure = ExtensionFailure(failure);
        record.import_time = std::chrono::microseconds(1500);
        record.registered = {
            {.kls = TypeId::of<AssetMetadataSource>()},
            {.kls = TypeId::of<AssetDownloadManager>()},
            {.kls = TypeId::of<Thing>(), .key = "key", .registrant = {"lab", Here::current("a.cpp", "", 3)}}};
        record.froze = true;
        const ExtensionReport report = report_extension(record);
        QCOMPARE(int(report.outcome), outcome);
        QCOMPARE(report.line, 7);
        QCOMPARE(report.import_ms.value(), 1.5);
        QVERIFY(!report.call_ms && report.froze && !report.warning && !report.conflict);
        QCOMPARE(report.registered[0].kind, std::string("card source"));
        QCOMPARE(report.registered[1].kind, std::string("download manager"));
        QCOMPARE(report.registered[2].kind, std::string("object"));
        QCOMPARE(report.registered[2].name, std::string("key"));
        QCOMPARE(report.registered[2].place, (RegistrationPlace{"a.cpp", 3}));
        record.enabled = false;
        QCOMPARE(report_extension(record).outcome, ExtensionOutcome::off);
    }

    void lacksGoToWhoRegisteredThem() {
        std::vector<ExtensionReport> reports(2);
        reports[0].name = "a";
        reports[1].name = "b";
        report_lacks({{.text = "missing",
                       .details = "why",
                       .kls = TypeId::of<ExtensionReport>(),
                       .key = "k",
                       .registrant = {"b", Here::current("b.cpp", "", 9)}},
                      {.text = "the program's"}},
                     reports);
        QVERIFY(reports[0].lacks.empty());
        QCOMPARE(reports[1].lacks,
                 (std::vector<ReportedLack>{{"missing", "why", {"b.cpp", 9}, false, "fairlead.ExtensionReport", "k"}}));
    }

    void framesHaveTheirLines() {
        const test::Disk disk;
        const std::string file = disk.write("a.cpp", "one\n   throw 42; \t\r\n" + std::string(500, 'x')).string();
        SourceLines lines;
        QCOMPARE(lines.find(file, 2), std::string("throw 42;"));
        QCOMPARE(lines.find(file, 3), std::string(200, 'x'));
        QCOMPARE(lines.find(file, 4), std::string());
        QCOMPARE(lines.find(file, 0), std::string());
        QCOMPARE(lines.find("/nowhere", 1), std::string());
        QCOMPARE(lines.find(disk.root().string(), 1), std::string());

        ReportedException exception;
        exception.type = "int";
        exception.frames = {{.function = "f", .file = file, .line = 2}, {.file = file, .line = 1, .foreign = true}};
        const auto errors = report_errors(std::vector{exception});
        QCOMPARE(errors[0].frames[0].code, std::string("throw 42;"));
        QVERIFY(errors[0].frames[0].own && !errors[0].frames[1].own);
        QCOMPARE(errors[0].frames[1].code, std::string());
    }

    void cardsBehindALinkAreRelativeToTheSource() {
        const QTemporaryDir folder;
        const std::filesystem::path disk = folder.path().toStdString();
        std::filesystem::create_directories(disk / "real/lab/cards");
        std::ofstream(disk / "real/lab/cards/models.yaml") << "name: m\n";
        std::filesystem::create_directory(disk / "build");
        std::filesystem::create_directory_symlink(disk / "real/lab", disk / "build/lab");
        const RecordedSource source = record_source({package_source("lab.cards", disk / "build/lab/cards")});
        QCOMPARE(source.files.size(), std::size_t(1));
        QCOMPARE(source.files[0].path, std::string("models.yaml"));
        QCOMPARE(source.folder, std::filesystem::canonical(disk / "real/lab/cards").string());
    }

    void sourceOfTwoFoldersLiesInNone() {
        const test::Disk disk;
        disk.write("system/a.yaml", "name: a\n");
        disk.write("user/b.yaml", "name: b\n");
        const RecordedSource source = record_source({file_source(disk / "system"), file_source(disk / "user")});
        QCOMPARE(source.folder, std::string());
        QCOMPARE(source.files.size(), std::size_t(2));
        QCOMPARE(source.files[0].path, std::string("a.yaml"));
        QCOMPARE(source.files[1].path, std::string("b.yaml"));
    }

    void sourceIsReadWithItsCards() {
        const test::Disk disk;
        disk.write("lab/cards/b/late.yml", "name: late\n");
        disk.write("lab/cards/a.yaml", "# a comment\nname: x\n---\nname: x@user\nbase: y\n---\n7\n");
        disk.write("lab/cards/none.txt", "name: none\n");
        const RecordedSource source = record_source({package_source("lab.cards", disk / "lab/cards")});
        QCOMPARE(source.folder, (disk / "lab/cards").string());
        QCOMPARE(source.files.size(), std::size_t(2));
        QCOMPARE(source.files[0].path, std::string("a.yaml"));
        QCOMPARE(source.files[0].cards, (std::vector<RecordedCard>{{"x@", 2}, {"x@user", 4}}));
        QVERIFY(source.files[0].text.ends_with("7\n"));
        QCOMPARE(source.files[1].path, std::string("b/late.yml"));
        QCOMPARE(record_source({}).files.size(), std::size_t(0));
        QCOMPARE(record_source({file_source(disk / "lab/cards/a.yaml")}).files[0].path, std::string("a.yaml"));
        QCOMPARE(record_source({in_memory_source("lab:memory", "name: m\n")}).files[0].cards[0].name,
                 std::string("m@"));
    }
};

QTEST_APPLESS_MAIN(ReportExtensionTest)
#include "report_extension_test.moc"
