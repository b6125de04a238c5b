// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_paths.h"
#include "ui/window/window_memory.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace fairlead;
using namespace fairlead::ui;

class WindowMemoryTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { QSettings().clear(); }

    void placesAsText_data();
    void placesAsText();
    void whatIsNoPlaceIsNone();
    void rememberedForTheSameSources();
    void otherSourcesTakeOverTheLayoutOnly();
    void oldSetsAreForgotten();
    void recentPathsComeNewestFirst();
    void recentPathsOutliveTheRun();
};

void WindowMemoryTest::initTestCase() {
    QCoreApplication::setOrganizationName(QStringLiteral("fairlead"));
    QCoreApplication::setApplicationName(QStringLiteral("window-memory-test"));
}

void WindowMemoryTest::placesAsText_data() {
    QTest::addColumn<Location>("location");
    QTest::newRow("welcome") << Location::welcome();
    QTest::newRow("a file") << Location::inFile(QStringLiteral("/lab/my cards/a:b.yaml"), 12, 15);
    QTest::newRow("a file as it was left") << Location::inFile(QStringLiteral("/lab/a.yaml"));
    QTest::newRow("a recorded file") << Location::inFile(QStringLiteral("registry:models/llama.yaml"), 3, 3);
    QTest::newRow("a family") << Location::ofFamily(FamilyKind::tokenizer, QStringLiteral("llama"));
    QTest::newRow("an architecture") << Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b"));
}

void WindowMemoryTest::placesAsText() {
    QFETCH(const Location, location);
    const auto back = locationOfText(textOf(location));
    QVERIFY(back);
    QCOMPARE(*back, location);
}

void WindowMemoryTest::whatIsNoPlaceIsNone() {
    for (const QString& text : {QStringLiteral(""), QStringLiteral("file\t/x"), QStringLiteral("family\t0"),
                                QStringLiteral("architecture\tllama"), QStringLiteral("extension\tx")})
        QVERIFY2(!locationOfText(text), qPrintable(text));
    QCOMPARE(locationOfText(QStringLiteral("family\t9\tllama"))->familyKind, FamilyKind::tokenizer);
}

void WindowMemoryTest::rememberedForTheSameSources() {
    WindowMemory memory;
    memory.geometry = "geometry";
    memory.docks = "docks";
    memory.rightDockWanted = false;
    memory.bottomPanel = 1;
    memory.hiddenProblems = 4;
    memory.unfolded = {QStringLiteral("Models"), QStringLiteral("Models\tllama")};
    memory.pages = {Location::welcome(), Location::inFile(QStringLiteral("/a.yaml"), 5, 6)};
    memory.currentPage = 1;
    rememberWindow({QStringLiteral("/lab")}, memory);

    const RememberedWindow back = recallWindow({QStringLiteral("/lab")});
    QVERIFY(back.wasOpen);
    QCOMPARE(back.memory.geometry, memory.geometry);
    QCOMPARE(back.memory.docks, memory.docks);
    QCOMPARE(back.memory.rightDockWanted, false);
    QCOMPARE(back.memory.bottomPanel, 1);
    QCOMPARE(back.memory.hiddenProblems, 4);
    QCOMPARE(back.memory.unfolded, memory.unfolded);
    QCOMPARE(back.memory.pages.size(), 2U);
    QCOMPARE(back.memory.pages[1], memory.pages[1]);
    QCOMPARE(back.memory.currentPage, 1);
}

void WindowMemoryTest::otherSourcesTakeOverTheLayoutOnly() {
    WindowMemory memory;
    memory.geometry = "geometry";
    memory.docks = "docks";
    memory.pages = {Location::welcome()};
    memory.unfolded = {QStringLiteral("Models")};
    QVERIFY(!recallWindow({QStringLiteral("/other")}).wasOpen);
    rememberWindow({QStringLiteral("/lab")}, memory);
    const RememberedWindow other = recallWindow({QStringLiteral("/other")});
    QVERIFY(!other.wasOpen);
    QCOMPARE(other.memory.geometry, memory.geometry);
    QCOMPARE(other.memory.docks, memory.docks);
    QVERIFY(other.memory.pages.empty());
    QVERIFY(other.memory.unfolded.isEmpty());
}

void WindowMemoryTest::oldSetsAreForgotten() {
    for (int set = 0; set < 60; ++set)
        rememberWindow({QStringLiteral("/lab%1").arg(set)}, {});
    QVERIFY(!recallWindow({QStringLiteral("/lab0")}).wasOpen);
    QVERIFY(recallWindow({QStringLiteral("/lab59")}).wasOpen);
    QVERIFY(QSettings().allKeys().size() < 400);
}

void WindowMemoryTest::recentPathsComeNewestFirst() {
    RecentPaths recent;
    QSignalSpy changed(&recent, &RecentPaths::changed);
    recent.note({QStringLiteral("/a"), QStringLiteral("/b")});
    recent.note({QStringLiteral("/c")});
    recent.note({QStringLiteral("/b")});
    QCOMPARE(recent.paths(), (QStringList{QStringLiteral("/b"), QStringLiteral("/c"), QStringLiteral("/a")}));
    QCOMPARE(changed.size(), 3);
    recent.note({QStringLiteral("/b")});
    QCOMPARE(changed.size(), 3);
    for (int i = 0; i < 30; ++i)
        recent.note({QStringLiteral("/n%1").arg(i)});
    QCOMPARE(recent.paths().size(), 12);
    recent.remove(QStringLiteral("/n29"));
    QCOMPARE(recent.paths().first(), QStringLiteral("/n28"));
    recent.clear();
    QVERIFY(recent.paths().isEmpty());
}

void WindowMemoryTest::recentPathsOutliveTheRun() {
    RecentPaths().note({QStringLiteral("/lab")});
    QCOMPARE(RecentPaths().paths(), QStringList{QStringLiteral("/lab")});
}

QTEST_MAIN(WindowMemoryTest)
#include "window_memory_test.moc"
