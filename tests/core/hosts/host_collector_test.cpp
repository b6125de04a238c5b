// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_collector.h"
#include "core/registry/snapshot.h"

#include <QTest>

using namespace fairlead;

namespace {

ExtensionMessage extension(std::size_t index, const std::string& name, ExtensionOutcome outcome) {
    ExtensionReport report;
    report.name = name;
    report.outcome = outcome;
    return {index, report};
}

FamilyMessage family(FamilyKind kind, const std::string& name) {
    FamilyRecord record;
    record.kind = kind;
    record.name = name;
    return {record};
}

SourceMessage source(std::size_t index, const std::string& name, const std::string& path) {
    RecordedSource record;
    record.name = name;
    record.files = {{path, "text of " + path, {}}};
    return {index, record};
}

} // namespace

class HostCollectorTest : public QObject {
    Q_OBJECT

private slots:
    void messagesBecomeASnapshot() {
        const HostLimits limits;
        const HostListener listener;
        HostCollector collector(limits, listener);
        collector.start();
        collector.take(HelloMessage{"native", "0.8.1", "3.11", {{"fairlead", "1"}}, false});
        collector.take(source(4, "one", "a.yaml"));
        collector.take(source(2, "two", "a.yaml"));
        collector.take(source(4, "one", "b.yaml"));
        collector.take(CardMessage{4, "b.yaml", {"x@", 3}});
        collector.take(CardMessage{4, "none.yaml", {"lost@", 3}});
        collector.take(CardMessage{9, "a.yaml", {"lost@", 3}});
        collector.take(family(FamilyKind::model, "lab"));
        collector.take(family(FamilyKind::tokenizer, "lab"));
        collector.take(ArchitectureMessage{"lab", {"small", {}, {}, {"{}"}, {}}});
        collector.take(ArchitectureMessage{"none", {"lost", {}, {}, {"{}"}, {}}});
        ConfigSchema schema;
        schema.class_name = "lab.Config";
        collector.take(schema);
        QVERIFY(!collector.is_done());
        collector.take(DoneMessage{12, {"user"}, {"file"}, {}});
        QVERIFY(collector.is_done());
        HostRun run;
        collector.finish(run);
        const RegistrySnapshot& snapshot = run.snapshot;
        QCOMPARE(snapshot.fairseq2_version, std::string("0.8.1"));
        QCOMPARE(snapshot.sources.size(), std::size_t(2));
        QCOMPARE(snapshot.sources[0].files.size(), std::size_t(2));
        QCOMPARE(snapshot.sources[0].files[1].cards[0].name, std::string("x@"));
        QCOMPARE(snapshot.card_count(), std::size_t(1));
        QCOMPARE(snapshot.families[0].architectures[0].name, std::string("small"));
        QCOMPARE(snapshot.architecture_count(), std::size_t(1));
        QVERIFY(snapshot.find_schema("lab.Config") != nullptr);
        QCOMPARE(snapshot.schemes, std::vector<std::string>{"file"});
    }

    void runningExtensionIsKnown() {
        const HostLimits limits;
        const HostListener listener;
        HostCollector collector(limits, listener);
        collector.start();
        collector.take(extension(0, "a", ExtensionOutcome::discovered));
        collector.take(extension(1, "b", ExtensionOutcome::discovered));
        collector.take(extension(7, "too far", ExtensionOutcome::discovered));
        QVERIFY(!collector.running() && !collector.last());
        collector.take(extension(1, "b", ExtensionOutcome::importing));
        QCOMPARE(collector.running().value(), std::size_t(1));
        collector.take(extension(1, "b", ExtensionOutcome::failed));
        QVERIFY(!collector.running());
        QCOMPARE(collector.last().value(), std::size_t(1));
        collector.take(HostProgress{"sources", 0, 1, "a"});
        QCOMPARE(collector.running().value(), std::size_t(0));
        collector.take(HostProgress{"sources", 1, 1, {}});
        QVERIFY(!collector.running());
        HostRun run;
        collector.finish(run);
        QCOMPARE(run.snapshot.extensions.size(), std::size_t(2));
    }

    void settledReportStays() {
        const HostLimits limits;
        std::vector<std::size_t> heard;
        HostListener listener;
        listener.extension = [&](std::size_t index, const ExtensionReport&) { heard.push_back(index); };
        HostCollector collector(limits, listener);
        collector.start();
        collector.take(extension(0, "a", ExtensionOutcome::calling));
        ExtensionReport crashed = collector.report(0);
        crashed.outcome = ExtensionOutcome::crashed;
        collector.settle(0, crashed);
        QCOMPARE(collector.settled(), std::vector<std::string>{"a"});
        collector.start();
        QVERIFY(!collector.running());
        collector.take(extension(0, "a", ExtensionOutcome::off));
        collector.take(extension(1, "b", ExtensionOutcome::registered));
        QCOMPARE(collector.report(0).outcome, ExtensionOutcome::crashed);
        QCOMPARE(heard, (std::vector<std::size_t>{0, 0, 1}));
    }
};

QTEST_APPLESS_MAIN(HostCollectorTest)
#include "host_collector_test.moc"
