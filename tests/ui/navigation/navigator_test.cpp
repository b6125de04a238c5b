// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/navigation/navigator.h"

#include <QSignalSpy>
#include <QTest>

using fairlead::FamilyKind;
using fairlead::ui::Location;
using fairlead::ui::Navigator;

class NavigatorTest : public QObject {
    Q_OBJECT

private slots:
    void nothingToGoBackToAtFirst();
    void backReturnsToTheCursorThatWasLeft();
    void goingSomewhereNewForgetsForward();
    void goingToTheSamePlaceShowsItAgainWithoutHistory();
    void aPlaceThatCannotBeShownLeavesNoTrace();
    void aFileIsFollowedWhenItIsRenamed();
    void whatIsForgottenIsNotReturnedTo();
    void pagesAreToldApart();
};

void NavigatorTest::nothingToGoBackToAtFirst() {
    Navigator navigator;
    QSignalSpy went(&navigator, &Navigator::wentTo);
    QVERIFY(!navigator.canGoBack());
    QVERIFY(!navigator.canGoForward());
    navigator.back();
    navigator.forward();
    QCOMPARE(went.size(), 0);
    QCOMPARE(navigator.current(), Location::welcome());
}

void NavigatorTest::backReturnsToTheCursorThatWasLeft() {
    Navigator navigator;
    QSignalSpy went(&navigator, &Navigator::wentTo);
    navigator.go(Location::inFile(QStringLiteral("/cards/a.yaml"), 10, 12));
    navigator.noteCurrent(Location::inFile(QStringLiteral("/cards/a.yaml"), 40, 40));
    navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    navigator.back();
    QCOMPARE(navigator.current(), Location::inFile(QStringLiteral("/cards/a.yaml"), 40, 40));
    QVERIFY(navigator.canGoForward());
    navigator.forward();
    QCOMPARE(navigator.current(), Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    QVERIFY(!navigator.canGoForward());
    QCOMPARE(went.size(), 4);
}

void NavigatorTest::goingSomewhereNewForgetsForward() {
    Navigator navigator;
    navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("7b")));
    navigator.back();
    QVERIFY(navigator.canGoForward());
    navigator.go(Location::ofArchitecture(QStringLiteral("llama"), QStringLiteral("13b")));
    QVERIFY(!navigator.canGoForward());
    QVERIFY(navigator.canGoBack());
}

void NavigatorTest::goingToTheSamePlaceShowsItAgainWithoutHistory() {
    Navigator navigator;
    const Location place = Location::inFile(QStringLiteral("/cards/a.yaml"), 3, 5);
    navigator.go(place);
    QSignalSpy history(&navigator, &Navigator::historyChanged);
    QSignalSpy went(&navigator, &Navigator::wentTo);
    navigator.go(place);
    QCOMPARE(history.size(), 0);
    QCOMPARE(went.size(), 1);
}

void NavigatorTest::aPlaceThatCannotBeShownLeavesNoTrace() {
    Navigator navigator;
    const Location first = Location::inFile(QStringLiteral("/cards/a.yaml"), 3, 5);
    navigator.go(first);
    navigator.go(Location::inFile(QStringLiteral("/cards/gone.yaml")));
    navigator.stayAt(first);
    QCOMPARE(navigator.current(), first);
    navigator.back();
    QCOMPARE(navigator.current(), Location::welcome());
    QVERIFY(!navigator.canGoBack());
    navigator.forward();
    QCOMPARE(navigator.current(), first);
    QVERIFY(!navigator.canGoForward());
}

void NavigatorTest::aFileIsFollowedWhenItIsRenamed() {
    Navigator navigator;
    navigator.go(Location::inFile(QStringLiteral("Untitled"), 3, 5));
    navigator.go(Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));
    navigator.renameFile(QStringLiteral("Untitled"), QStringLiteral("/cards/a.yaml"));
    navigator.back();
    QCOMPARE(navigator.current(), Location::inFile(QStringLiteral("/cards/a.yaml"), 3, 5));
}

void NavigatorTest::whatIsForgottenIsNotReturnedTo() {
    Navigator navigator;
    const Location family = Location::ofFamily(FamilyKind::model, QStringLiteral("llama"));
    navigator.go(family);
    navigator.go(Location::inFile(QStringLiteral("Untitled"), 3, 5));
    navigator.go(Location::inFile(QStringLiteral("Untitled"), 8, 8));
    navigator.go(family);
    navigator.forgetFile(QStringLiteral("Untitled"));
    navigator.back();
    QCOMPARE(navigator.current(), Location::welcome());
    navigator.forward();
    QCOMPARE(navigator.current(), family);
    QVERIFY(!navigator.canGoForward());
}

void NavigatorTest::pagesAreToldApart() {
    const Location first = Location::inFile(QStringLiteral("/cards/a.yaml"), 3, 5);
    QVERIFY(first.samePage(Location::inFile(QStringLiteral("/cards/a.yaml"))));
    QVERIFY(!first.samePage(Location::inFile(QStringLiteral("/cards/b.yaml"))));
    QVERIFY(!Location::ofFamily(FamilyKind::model, QStringLiteral("llama"))
                 .samePage(Location::ofFamily(FamilyKind::tokenizer, QStringLiteral("llama"))));
}

QTEST_MAIN(NavigatorTest)
#include "navigator_test.moc"
