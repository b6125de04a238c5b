// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/config_delegate.h"
#include "ui/pages/config_model.h"
#include "ui/pages/link_list_model.h"
#include "ui/pages/link_list_view.h"
#include "ui/pages/page_header.h"
#include "ui/theme/theme.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTextDocumentFragment>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

std::vector<LinkGroup> groups() {
    LinkGroup mine{QStringLiteral("folder"), {QStringLiteral("~/cards"), QStringLiteral("2")}, {}};
    mine.rows.push_back({QStringLiteral("card"),
                         {QStringLiteral("a"), QStringLiteral("a.yaml:1")},
                         Location::inFile(QStringLiteral("/cards/a.yaml"), 6, 7)});
    mine.rows.push_back({QStringLiteral("card"),
                         {QStringLiteral("b"), QStringLiteral("a.yaml:4")},
                         Location::inFile(QStringLiteral("/cards/a.yaml"), 20, 21)});
    LinkGroup none{QStringLiteral("package"), {QStringLiteral("fairseq2.assets.cards"), QStringLiteral("0")}, {}};
    return {mine, none};
}

} // namespace

class LinksTest : public QObject {
    Q_OBJECT

private slots:
    void aLinkComesBackAsItsPlace_data() {
        QTest::addColumn<Location>("location");
        QTest::newRow("welcome") << Location::welcome();
        QTest::newRow("file") << Location::inFile(QStringLiteral("/home/ada/my cards/a&b=c?#%41+ü.yaml"), 12, 20);
        QTest::newRow("file as it was left") << Location::inFile(QStringLiteral("registry:models/llama.yaml"));
        QTest::newRow("family") << Location::ofFamily(FamilyKind::tokenizer, QStringLiteral("char_tokenizer"));
        QTest::newRow("architecture") << Location::ofArchitecture(QStringLiteral("qwen"), QStringLiteral("qwen3_0.6b"));
        QTest::newRow("hostile name") << Location::ofArchitecture(QStringLiteral("\"><b>"), QStringLiteral("&amp;"));
    }
    void aLinkComesBackAsItsPlace() {
        QFETCH(Location, location);
        const QString html = linkTo(location, QStringLiteral("<text>"));
        QVERIFY(html.contains(QStringLiteral("&lt;text&gt;")));
        const qsizetype begin = html.indexOf(QStringLiteral("href=\"")) + 6;
        QString address = html.mid(begin, html.indexOf(u'"', begin) - begin);
        address.replace(QStringLiteral("&amp;"), QStringLiteral("&"));
        const auto back = locationOfLink(address);
        QVERIFY2(back.has_value(), qPrintable(html));
        QVERIFY2(*back == location, qPrintable(html));
    }

    void otherAddressesAreNoPlaces() {
        QVERIFY(!locationOfLink(QStringLiteral("https://example.com/")));
        QVERIFY(!locationOfLink(QStringLiteral("fairlead:nowhere")));
        QVERIFY(!locationOfLink(QString()));
    }

    void modelHasGroupsOrIsFlat() {
        LinkListModel model({QStringLiteral("Name"), QStringLiteral("Where")});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setGroups(groups());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowCount(model.index(0, 0)), 2);
        QCOMPARE(model.rowCount(model.index(1, 0)), 0);
        QCOMPARE(model.index(1, 1, model.index(0, 0)).data().toString(), QStringLiteral("a.yaml:4"));
        LinkGroup flat = groups().front();
        flat.texts.clear();
        model.setGroups({flat});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("a"));
        model.setGroups({});
        QCOMPARE(model.rowCount(), 0);
    }

    void noTextIsTakenForMarkup() {
        const QString name = QStringLiteral("<img src='pipe'>");
        LinkListModel model({QStringLiteral("Name")});
        model.setGroups({{QStringLiteral("folder"), {name}, {}}});
        const QModelIndex index = model.index(0, 0);
        QCOMPARE(index.data().toString(), name);
        QCOMPARE(QTextDocumentFragment::fromHtml(index.data(Qt::ToolTipRole).toString()).toPlainText(), name);
    }

    void rowsAreAsHighAsTheirLetters() {
        const Theme theme;
        LinkListView view({QString(), QString()}, theme);
        view.setGroups(groups());
        const auto heightOf = [&] { return view.sizeHintForRow(0); };
        QVERIFY(heightOf() >= 22);
        QFont large = view.font();
        large.setPixelSize(40);
        view.setFont(large);
        QVERIFY2(heightOf() >= QFontMetrics(large).height(), qPrintable(QString::number(heightOf())));
        ConfigModel model;
        ConfigNode field;
        field.name = "layers";
        field.text = "2";
        model.setConfigs({field}, {}, {}, {});
        ConfigDelegate delegate(theme, &view);
        QStyleOptionViewItem option;
        option.font = large;
        option.fontMetrics = QFontMetrics(large);
        const int height = delegate.sizeHint(option, model.index(0, ConfigModel::Field)).height();
        QVERIFY2(height >= QFontMetrics(large).height(), qPrintable(QString::number(height)));
    }

    void clickAndEnterFollow() {
        const Theme theme;
        LinkListView view({QString(), QString()}, theme);
        view.setGroups(groups());
        view.resize(300, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QSignalSpy followed(&view, &LinkListView::linkActivated);
        const QModelIndex heading = view.model()->index(0, 0);
        const QModelIndex second = view.model()->index(1, 0, heading);
        QVERIFY(view.isExpanded(heading));
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(second).center());
        QCOMPARE(followed.count(), 1);
        QCOMPARE(followed.takeFirst().first().value<Location>().begin, 20);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Return);
        QCOMPARE(followed.takeFirst().first().value<Location>().begin, 6);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(heading).center());
        QCOMPARE(followed.count(), 0);
    }
};

QTEST_MAIN(LinksTest)
#include "links_test.moc"
