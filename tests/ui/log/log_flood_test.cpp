// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/log/log_records.h"
#include "tests/ui/support/longest_turn.h"

#include "ui/log/log_bar.h"
#include "ui/log/log_model.h"
#include "ui/log/log_panel.h"
#include "ui/theme/theme.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>
#include <thread>

using namespace fairlead::ui;

namespace {

constexpr int many = 100'000;
constexpr double limit = 50;

} // namespace

/// 100,000 lines without a stutter: no turn of the window's thread takes longer than a person notices.
class LogFloodTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    std::shared_ptr<LogMailbox> m_mailbox;
    std::unique_ptr<LogStore> m_store;
    std::unique_ptr<LogPanel> m_panel;

    template <typename Act>
    static void measure(const char* what, Act act) {
        QCoreApplication::processEvents();
        LongestTurn longest;
        act();
        const double milliseconds = longest.milliseconds();
        qInfo("%s: %.1f ms", what, milliseconds);
        QVERIFY2(milliseconds < limit, what);
    }
    void flood(int records) {
        std::jthread poster([this, records] {
            for (int sent = 0; sent < records; sent += 5'000) {
                std::vector<LogRecord> batch;
                batch.reserve(5'000);
                for (int number = 0; number < 5'000; ++number) {
                    batch.push_back(
                        record(number % 7 == 0 ? LogLevel::Warning : LogLevel::Info,
                               QStringLiteral("line %1 of what a host prints, and it prints much").arg(sent + number),
                               QStringLiteral("host %1").arg(number % 5)));
                    if (number % 100 == 0)
                        batch.back().trace = traced().trace;
                }
                m_mailbox->post(std::move(batch));
            }
        });
        const quint64 end = m_store->end() + static_cast<quint64>(records);
        QTRY_VERIFY_WITH_TIMEOUT(m_store->end() >= end, 60'000);
    }

    [[nodiscard]] int traceLines() const {
        int lines = 0;
        for (quint64 number = m_store->first(); number < m_store->end(); number = m_store->from(number + 1))
            lines += static_cast<int>(m_store->record(number).trace.size());
        return lines;
    }

private slots:
    void initTestCase() { m_theme.apply(*qApp, Theme::Choice::Light); }
    void init() {
        m_mailbox = std::make_shared<LogMailbox>(2 * many);
        m_store = std::make_unique<LogStore>(m_mailbox);
        m_panel = std::make_unique<LogPanel>(*m_store, m_theme);
        m_panel->resize(1200, 300);
        m_panel->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    }
    void cleanup() {
        m_panel.reset();
        m_store.reset();
    }

    void nothingIsHeldUp() {
        LogModel& model = m_panel->model();
        measure("100,000 records come", [&] { flood(many); });
        QCOMPARE(m_store->count(), many);
        QTRY_COMPARE(model.shownCount(), many);
        measure("100,000 more, and the old ones go", [&] { flood(many); });
        QCOMPARE(m_store->count(), many);
        QTRY_COMPARE(model.shownCount(), many);
        QCOMPARE(m_store->dropped(), quint64(many));

        auto* text = m_panel->findChild<QLineEdit*>();
        QSignalSpy met(&model, &LogModel::wishMet);
        measure("a text is asked for", [&] {
            QTest::keyClicks(text, QStringLiteral("77"));
            QTRY_VERIFY(!met.isEmpty() && model.wish().text == text->text());
        });
        QVERIFY(model.shownCount() > 0 && model.shownCount() < many);
        measure("an expression is asked for", [&] {
            text->setText(QStringLiteral("line \\d*[13579] of .*(host|prints)"));
            for (auto* button : m_panel->findChildren<QToolButton*>())
                if (button->text() == QStringLiteral(".*"))
                    button->click();
            QTRY_VERIFY(model.wish().isExpression);
        });
        measure("all is asked for again", [&] {
            text->clear();
            QTRY_COMPARE(model.shownCount(), many);
        });
        const int lines = traceLines();
        QVERIFY(lines > 4 * many / 100); // some outlasted others
        measure("all unfold", [&] {
            model.setAllUnfolded(true);
            QTRY_COMPARE(model.rowCount(), 1 + many + lines);
        });
        QSignalSpy said(m_panel.get(), &LogPanel::said);
        measure("all is copied", [&] {
            m_panel->copyAll();
            QTRY_COMPARE(said.size(), 1);
        });
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), many + lines);
        measure("all is cleared", [&] {
            m_store->clear();
            QTRY_COMPARE(model.rowCount(), 0);
        });
    }

    void memoryIsBounded() {
        m_store->setLimits({many, qint64{4} * 1024 * 1024});
        flood(many);
        qint64 bytes = 0;
        for (quint64 number = m_store->first(); number < m_store->end(); number = m_store->from(number + 1))
            bytes += m_store->record(number).bytes();
        QVERIFY(bytes <= qint64{4} * 1024 * 1024);
        QVERIFY(m_store->count() < many);
        QCOMPARE(m_store->count() + static_cast<int>(m_store->dropped()), many);
    }
};

QTEST_MAIN(LogFloodTest)
#include "log_flood_test.moc"
