// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"
#include "ui/window/page_tabs.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTextDocumentFragment>

using namespace fairlead;
using namespace fairlead::ui;

class PageTabsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void onePageForOnePlace();
    void newPagesComeAtTheEnd();
    void whatCannotBeMadeIsNotShown();
    void closingIsAskedForNotDone();
    void facesSayWhatIsUnsaved();
    void aPageCanBecomeAnotherPlace();
    void middleClickAsksToClose();
    void manyPagesKeepTheirNames();

private:
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PageTabs> m_tabs;
};

void PageTabsTest::init() {
    m_tabs.reset();
    m_theme = std::make_unique<Theme>();
    m_tabs = std::make_unique<PageTabs>(*m_theme, [](const Location& location) -> QWidget* {
        return location.file == QLatin1String("gone") ? nullptr : new QLabel(location.file);
    });
    m_tabs->resize(600, 300);
    m_tabs->show();
}

void PageTabsTest::onePageForOnePlace() {
    const Location a = Location::inFile(QStringLiteral("a"), 3, 4);
    QWidget* page = m_tabs->showPage(a, {QStringLiteral("a"), QStringLiteral("card"), {}, false});
    QVERIFY(page);
    QWidget* other = m_tabs->showPage(Location::inFile(QStringLiteral("b")), {QStringLiteral("b"), {}, {}, false});
    QVERIFY(other != page);
    QCOMPARE(m_tabs->showPage(Location::inFile(QStringLiteral("a"), 9, 9), {QStringLiteral("a"), {}, {}, false}), page);
    QCOMPARE(m_tabs->count(), 2);
    QCOMPARE(m_tabs->currentWidget(), page);
    QCOMPARE(m_tabs->locationOf(page), a);
    QCOMPARE(m_tabs->locations().size(), 2U);
}

void PageTabsTest::newPagesComeAtTheEnd() {
    for (const QString& name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("a"), QStringLiteral("c")})
        m_tabs->showPage(Location::inFile(name), {name, {}, {}, false});
    QCOMPARE(m_tabs->tabText(2), QStringLiteral("c"));
    QCOMPARE(m_tabs->currentIndex(), 2);
}

void PageTabsTest::manyPagesKeepTheirNames() {
    for (int page = 0; page < 30; ++page) {
        const QString name = QStringLiteral("cards_%1.yaml").arg(page);
        m_tabs->showPage(Location::inFile(name), {name, QStringLiteral("card"), {}, false});
    }
    QCOMPARE(m_tabs->count(), 30);
    for (int tab = 0; tab < m_tabs->count(); ++tab)
        QVERIFY2(m_tabs->tabBar()->tabRect(tab).width() >= 100, qPrintable(m_tabs->tabText(tab)));
}

void PageTabsTest::whatCannotBeMadeIsNotShown() {
    QCOMPARE(m_tabs->showPage(Location::inFile(QStringLiteral("gone")), {}), nullptr);
    QCOMPARE(m_tabs->count(), 0);
}

void PageTabsTest::closingIsAskedForNotDone() {
    QSignalSpy wanted(m_tabs.get(), &PageTabs::closeWanted);
    QWidget* page = m_tabs->showPage(Location::inFile(QStringLiteral("a")), {QStringLiteral("a"), {}, {}, false});
    emit m_tabs->tabCloseRequested(0);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(m_tabs->count(), 1);
    QSignalSpy shown(m_tabs.get(), &PageTabs::pageShown);
    m_tabs->closePage(page);
    QCOMPARE(m_tabs->count(), 0);
    QCOMPARE(shown.size(), 1);
    QVERIFY(!m_tabs->find(Location::inFile(QStringLiteral("a"))));
}

void PageTabsTest::facesSayWhatIsUnsaved() {
    QWidget* page =
        m_tabs->showPage(Location::inFile(QStringLiteral("a")),
                         {QStringLiteral("R&D.yaml"), QStringLiteral("card"), QStringLiteral("/lab/a"), false});
    QCOMPARE(m_tabs->tabText(0), QStringLiteral("R&&D.yaml"));
    m_tabs->setFace(page, {QStringLiteral("R&D.yaml"), QStringLiteral("card"), QStringLiteral("/lab/a"), true});
    QCOMPARE(m_tabs->tabText(0), QStringLiteral("R&&D.yaml ●"));
    QCOMPARE(QTextDocumentFragment::fromHtml(m_tabs->tabToolTip(0)).toPlainText(), QStringLiteral("/lab/a"));
    QCOMPARE(m_tabs->tabBar()->accessibleTabName(0), QStringLiteral("R&D.yaml, unsaved"));
    QCOMPARE(QAccessible::queryAccessibleInterface(m_tabs->tabBar())->child(0)->text(QAccessible::Name),
             QStringLiteral("R&D.yaml, unsaved"));
}

void PageTabsTest::aPageCanBecomeAnotherPlace() {
    QWidget* page =
        m_tabs->showPage(Location::inFile(QStringLiteral("New 1")), {QStringLiteral("New 1"), {}, {}, true});
    m_tabs->setLocation(page, Location::inFile(QStringLiteral("/lab/new.yaml")));
    QCOMPARE(m_tabs->find(Location::inFile(QStringLiteral("/lab/new.yaml"))), page);
    QVERIFY(!m_tabs->find(Location::inFile(QStringLiteral("New 1"))));
}

void PageTabsTest::middleClickAsksToClose() {
    QSignalSpy wanted(m_tabs.get(), &PageTabs::closeWanted);
    m_tabs->showPage(Location::inFile(QStringLiteral("a")), {QStringLiteral("a"), {}, {}, false});
    QTest::mouseClick(m_tabs->tabBar(), Qt::MiddleButton, {}, m_tabs->tabBar()->tabRect(0).center());
    QCOMPARE(wanted.size(), 1);
}

QTEST_MAIN(PageTabsTest)
#include "page_tabs_test.moc"
