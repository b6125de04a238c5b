// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/log/log_listing.h"

#include <QTest>

using namespace fairlead::ui;

/// What is dropped of a log, as rows.
class LogListingTest : public QObject {
    Q_OBJECT

    // Records 0 to 9; the fifth with two lines below.
    [[nodiscard]] static LogListing listing() {
        LogListing listing{LogMatcher(LogWish())};
        std::vector<LogRow> rows;
        for (quint64 number = 0; number < 10; ++number) {
            rows.push_back({number, -1});
            if (number == 5)
                rows.insert(rows.end(), {{number, 0}, {number, 1}});
        }
        listing.insert(0, rows);
        return listing;
    }

private slots:
    void aDropTakesWhatIsBelowButWhatOutlasts() {
        const std::vector<quint64> outlasting{2, 5};
        const LogDrop drop{7, outlasting};
        QVERIFY(drop.takes(0) && drop.takes(6));
        QVERIFY(!drop.takes(2) && !drop.takes(5) && !drop.takes(7));
        QCOMPARE(drop.staying(0), quint64(2));
        QCOMPARE(drop.staying(5), quint64(5));
        QCOMPARE(drop.staying(6), quint64(7));
        QCOMPARE(drop.staying(9), quint64(9));
    }

    void spansAreAsLongAsTheyCanBe() {
        const std::vector<quint64> outlasting{2, 5};
        const LogListing all = listing();
        QCOMPARE(all.records, std::size_t(10));
        const std::vector<LogListing::Span> spans = all.spansOf({7, outlasting});
        QCOMPARE(spans.size(), std::size_t(3));
        QCOMPARE(spans[0].first, std::size_t(0));
        QCOMPARE(spans[0].end, std::size_t(2));
        QCOMPARE(spans[1].first, std::size_t(3));
        QCOMPARE(spans[1].end, std::size_t(5));
        QCOMPARE(spans[2].first, std::size_t(8)); // behind the two lines of the fifth, which stay with it
        QCOMPARE(spans[2].end, std::size_t(9));
        const std::vector<quint64> all7{0, 1, 2, 3, 4, 5, 6};
        QVERIFY(all.spansOf({7, all7}).empty());
        const std::vector<quint64> none;
        QCOMPARE(all.spansOf({7, none}).size(), std::size_t(1));
    }

    void recordsAreCountedNotLines() {
        LogListing some = listing();
        some.erase({5, 8});
        QCOMPARE(some.records, std::size_t(9));
        QCOMPARE(some.rows.size(), std::size_t(9));
        some.insert(5, {{5, -1}, {5, 0}});
        QCOMPARE(some.records, std::size_t(10));
        QCOMPARE(some.rows[6].line, 0);
    }
};

QTEST_APPLESS_MAIN(LogListingTest)
#include "log_listing_test.moc"
