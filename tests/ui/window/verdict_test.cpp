// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/registry/registry_fixture.h"
#include "tests/ui/support/longest_turn.h"

#include "ui/editor/file_verdict.h"
#include "ui/window/status_facts.h"
#include "ui/window/verdict.h"

#include <QRegularExpression>

using namespace fairlead;
using namespace fairlead::ui;

class VerdictTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<RegistryFixture>(); }
    void cleanup() { m.reset(); }

    void goodSourcesLoad();
    void beyondALimitItIsNotKnown();
    void cardsThatFailWhenUsedAreNamed();
    void aFileIsToldFromTheOthers();
    void oneCauseIsNamed();
    void aNameTwiceIsNamedWithBothPlaces();
    void sourcesOfOneNameAreCounted();
    void manyCausesAreCounted();
    void tenThousandCausesAreTheWorkOfThree();
    void linksLeadToTheirPlaces();
    void onlyCertainFixesCount();
    void durations_data();
    void durations();

private:
    [[nodiscard]] const CheckSession& session() const { return *m->workspace.session(); }
    [[nodiscard]] QString described() const {
        static const QRegularExpression tags(QStringLiteral("<[^>]*>"));
        return describeCauses(session(), causesOf(session())).remove(tags);
    }

    std::unique_ptr<RegistryFixture> m;
};

void VerdictTest::goodSourcesLoad() {
    m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nurl: https://a.org\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("fairseq2 loads these sources"));
    QCOMPARE(verdictOf(session()).icon, QStringLiteral("ok"));
    QVERIFY(causesOf(session()).empty());
}

// fairseq2 has no limit.
void VerdictTest::beyondALimitItIsNotKnown() {
    QFile large(m->write(QStringLiteral("large.yaml"), "name: x\n"));
    QVERIFY(large.resize((64 << 20) + 1));
    const QString good = m->write(QStringLiteral("good.yaml"), "name: g\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("Not known whether fairseq2 loads these sources"));
    QCOMPARE(verdictOf(session()).icon, QStringLiteral("not-read"));
    const FileVerdict ofGood = fileVerdict(&session(), m->workspace.fileAt(good), false);
    QCOMPARE(ofGood.text, QStringLiteral("Not known whether fairseq2 loads these sources"));
    QVERIFY(!ofGood.explanation.contains(QStringLiteral("TooLarge")));
    m->write(QStringLiteral("bad.yaml"), "name: b\n---\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("fairseq2 would load nothing"));
}

void VerdictTest::cardsThatFailWhenUsedAreNamed() {
    m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: nope\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("Loads; a fails when used"));
    QCOMPARE(verdictOf(session()).icon, QStringLiteral("warning"));
    QVERIFY(causesOf(session()).empty());
    m->write(QStringLiteral("a.yaml"), "name: a\nbase: gone\nmodel_family: nope\n---\nname: b\nbase: gone\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("Loads; a and 1 more fail when used"));
}

void VerdictTest::aFileIsToldFromTheOthers() {
    const QString bad = m->write(QStringLiteral("bad.yaml"), "name: x\nmodel_family: llama\nmodel_arch: none_such\n"
                                                             "checkpoint: /x\n");
    const QString good = m->write(QStringLiteral("good.yaml"), "name: g\n");
    QVERIFY(m->openFolder());
    const auto of = [this](const QString& path) { return fileVerdict(&session(), m->workspace.fileAt(path), false); };
    QCOMPARE(of(bad).text, QStringLiteral("Loads; x fails when used"));
    QCOMPARE(of(good).text, QStringLiteral("fairseq2 loads these sources"));
    QCOMPARE(fileVerdict(&session(), m->workspace.fileAt(good), true).text,
             QStringLiteral("fairseq2 loads these sources after saving"));
    QCOMPARE(fileVerdict(&session(), std::nullopt, false).text, QStringLiteral("Not among the open sources"));
    QCOMPARE(fileVerdict(nullptr, std::nullopt, false).text, QStringLiteral("Not checked yet"));

    m->write(QStringLiteral("bad.yaml"), "name: x\n---\n");
    QVERIFY(m->openFolder());
    QCOMPARE(of(bad).text, QStringLiteral("fairseq2 would not load this file"));
    QCOMPARE(of(good).text, QStringLiteral("fairseq2 would load nothing"));
    QVERIFY(of(good).explanation.startsWith(QStringLiteral("This file is not to blame.\n")));
}

void VerdictTest::oneCauseIsNamed() {
    m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
    QVERIFY(m->openFolder());
    QCOMPARE(verdictOf(session()).text, QStringLiteral("fairseq2 would load nothing"));
    QCOMPARE(verdictOf(session()).icon, QStringLiteral("stops-load"));
    QCOMPARE(described(),
             QStringLiteral("1 cause: an empty document in a.yaml:2. Fairlead shows the 89 cards it could read."));
}

void VerdictTest::aNameTwiceIsNamedWithBothPlaces() {
    m->write(QStringLiteral("asr.yaml"), "name: lab_asr\n---\nname: b\n---\n");
    m->write(QStringLiteral("old/asr.yaml"), "\nname: lab_asr\n");
    QVERIFY(m->openFolder());
    const QString text = described();
    const QString twice = QStringLiteral("the name lab_asr in ");
    QVERIFY2(text.startsWith(QStringLiteral("2 causes: ")), qPrintable(text));
    QVERIFY2(text.contains(twice + QStringLiteral("asr.yaml:1 and old/asr.yaml:2")) ||
                 text.contains(twice + QStringLiteral("old/asr.yaml:2 and asr.yaml:1")),
             qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("an empty document in asr.yaml:4")), qPrintable(text));
}

void VerdictTest::manyCausesAreCounted() {
    m->write(QStringLiteral("a.yaml"), "---\n---\n---\n---\n---\n---\nname: a\n");
    QVERIFY(m->openFolder());
    QCOMPARE(described(), QStringLiteral("5 causes: an empty document in a.yaml:1, an empty document in a.yaml:2, an "
                                         "empty document in a.yaml:3, and 2 more. Fairlead shows the 89 cards it could "
                                         "read."));
}

// It is said again after every keystroke.
void VerdictTest::tenThousandCausesAreTheWorkOfThree() {
    m->write(QStringLiteral("a.yaml"), QByteArray("---\n").repeated(10'001));
    QVERIFY(m->openFolder());
    const double before = threadMilliseconds();
    QCOMPARE(causesOf(session()).size(), std::size_t(10'001));
    const double counted = threadMilliseconds();
    QVERIFY(described().startsWith(QStringLiteral("10001 causes: ")));
    const double all = threadMilliseconds() - before;
    QVERIFY2(all < 3 * (counted - before) + 2, qPrintable(QString::number(all)));
}

void VerdictTest::sourcesOfOneNameAreCounted() {
    auto registry = std::make_shared<RegistrySnapshot>();
    for (const char* const name : {"lab:%2", "lab:%2", "lab:other"}) {
        RecordedSource source;
        source.name = name;
        source.files.push_back({.path = name, .text = R"({"name": "one"})", .cards = {}});
        registry->sources.push_back(std::move(source));
    }
    QSignalSpy loaded(&m->workspace, &Workspace::loaded);
    m->workspace.setRegistry(registry);
    QVERIFY(loaded.wait());
    QCOMPARE(described(), QStringLiteral("1 cause: the name one in lab:%2:1 (2 sources of this name) and "
                                         "lab:other:1. Fairlead shows the 3 cards it could read."));
}

void VerdictTest::linksLeadToTheirPlaces() {
    m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
    QVERIFY(m->openFolder());
    const DocumentPlace place = *causesOf(session()).at(0).diagnostic->place;
    QVERIFY(
        describeCauses(session(), causesOf(session())).contains(QLatin1Char('"') + linkTo(place) + QLatin1Char('"')));
    const auto back = placeOfLink(linkTo(place));
    QVERIFY(back);
    QCOMPARE(back->file, place.file);
    QCOMPARE(back->document, place.document);
    QVERIFY(back->range == place.range);
    QVERIFY(!placeOfLink(QStringLiteral("https://example.org")));
    QVERIFY(!placeOfLink(QString()));
}

void VerdictTest::onlyCertainFixesCount() {
    m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
    m->write(QStringLiteral("b.yaml"), "name: [\n");
    QVERIFY(m->openFolder());
    int fixable = 0;
    for (const Cause& cause : causesOf(session()))
        fixable += cause.fix && cause.fix->certain ? 1 : 0;
    QCOMPARE(fixable, 1);
}

void VerdictTest::durations_data() {
    QTest::addColumn<qint64>("microseconds");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64(0) << QStringLiteral("0.0 ms");
    QTest::newRow("below a millisecond") << qint64(432) << QStringLiteral("0.4 ms");
    QTest::newRow("milliseconds") << qint64(6200) << QStringLiteral("6.2 ms");
    QTest::newRow("many milliseconds") << qint64(734000) << QStringLiteral("734 ms");
    QTest::newRow("seconds") << qint64(3400000) << QStringLiteral("3.4 s");
}

void VerdictTest::durations() {
    QFETCH(const qint64, microseconds);
    QFETCH(const QString, text);
    QCOMPARE(durationText(microseconds), text);
}

QTEST_MAIN(VerdictTest)
#include "verdict_test.moc"
