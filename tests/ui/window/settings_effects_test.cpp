// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "ui/editor/problem_marks.h"
#include "ui/log/log_panel.h"
#include "ui/settings/settings_keys.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/main_tool_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>

using namespace fairlead;
using namespace fairlead::ui;
using Here = VariableSetting::Here;

/// What is set takes effect in the window that is open.
class SettingsEffectsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] QCheckBox* tracing() const {
        for (QCheckBox* box : m->window->findChildren<QCheckBox*>())
            if (box->text() == QStringLiteral("&Trace extensions"))
                return box;
        return nullptr;
    }
    [[nodiscard]] bool isStripShown() const {
        return Hands::button(*m->window, QStringLiteral("Switch off and reload")) != nullptr;
    }
    [[nodiscard]] QStringList sources() const {
        QStringList names;
        for (const AssetSource& source : m->workspace->session()->catalog().sources())
            if (!source.from_registry)
                names << QString::fromStdString(source.name).replace(m->folder.path(), QStringLiteral("ROOT"));
        return names;
    }
    void set(const std::function<void(SettingsValues&)>& change) const {
        SettingsValues values = m->settings.values();
        change(values);
        m->settings.apply(values);
        QVERIFY(m->waitUntilLoaded());
    }

private slots:
    void init() {
        QSettings().clear();
        m = std::make_unique<OpenWindow>();
    }
    void cleanup() { m.reset(); }

    void theWishToTraceIsTheSameEverywhere() {
        QVERIFY(m->start({}));
        m->window->findChild<BottomDock*>()->showPanel(1);
        QVERIFY(!isStripShown());
        QTest::mouseClick(tracing(), Qt::LeftButton, Qt::NoModifier, QPoint(8, tracing()->height() / 2));
        QVERIFY(m->settings.tracing().isOn());
        QVERIFY(isStripShown());
        QVERIFY(QSettings().value(settings_keys::tracing).toBool());
        QVERIFY(m->workspace->variable()("FAIRSEQ2_EXTENSION_TRACE") != nullptr);
        QVERIFY(m->click(QStringLiteral("Switch off and reload")));
        QVERIFY(!tracing()->isChecked());
        QVERIFY(!isStripShown());
        QVERIFY(m->workspace->variable()("FAIRSEQ2_EXTENSION_TRACE") == nullptr);
    }

    void textsNameTheKeysThatAreSet() {
        m->write(QStringLiteral("a.yaml"), "name: a\n---\n");
        QVERIFY(m->startWith(QStringLiteral("a.yaml")));
        const QAbstractButton* reload = Hands::button(*m->window, QStringLiteral("Reload"));
        QVERIFY(reload != nullptr);
        const QAction* back = m->window->findChild<MainToolBar*>()->backAction();
        const auto hint = [&] {
            const auto& problems = m->editor()->marks().problems();
            return problems.empty() ? QString() : problems.front().hint;
        };
        const QString usualHint = hint();
        QVERIFY2(usualHint.startsWith(QStringLiteral("Ctrl+. to remove ")), qPrintable(usualHint));
        QCOMPARE(reload->toolTip(), QStringLiteral("Reads all sources again (F5)"));
        QCOMPARE(back->toolTip(), QStringLiteral("Back to where you were (Alt+Left)"));
        set([](SettingsValues& values) {
            values.shortcuts = {{QStringLiteral("Reload"), {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L)}},
                                {QStringLiteral("Back"), {}},
                                {QStringLiteral("Quick fixes"), {QKeySequence(Qt::Key_F4)}}};
        });
        QCOMPARE(reload->toolTip(), QStringLiteral("Reads all sources again (Ctrl+Shift+L)"));
        QCOMPARE(back->toolTip(), QStringLiteral("Back to where you were"));
        QTRY_COMPARE(hint(), QString(usualHint).replace(QStringLiteral("Ctrl+."), QStringLiteral("F4")));
        set([](SettingsValues& values) { values.shortcuts = {{QStringLiteral("Quick fixes"), {}}}; });
        QCOMPARE(reload->toolTip(), QStringLiteral("Reads all sources again (F5)"));
        QTRY_COMPARE(hint(), QString(usualHint).replace(QStringLiteral("Ctrl+."), QStringLiteral("Quick fixes")));
    }

    void assetDirectoriesAreReadByTheVariablesSetHere() {
        m->write(QStringLiteral("a.yaml"), "name: a\n");
        QDir(m->folder.path()).mkdir(QStringLiteral("mine"));
        QFile card(m->folder.filePath(QStringLiteral("mine/m.yaml")));
        QVERIFY(card.open(QFile::WriteOnly) && card.write("name: m\n") > 0);
        card.close();
        QVERIFY(m->start({m->cards()}));
        QCOMPARE(sources(), QStringList{QStringLiteral("path:ROOT/cards")});
        const QString variable = QStringLiteral("FAIRSEQ2_USER_ASSET_DIR");
        set([&](SettingsValues& values) {
            values.readsDirectories = true;
            values.setVariable(variable, {Here::Set, m->folder.filePath(QStringLiteral("mine"))});
        });
        QCOMPARE(sources(), (QStringList{QStringLiteral("path:ROOT/mine"), QStringLiteral("path:ROOT/cards")}));
        QVERIFY(m->workspace->session()->catalog().find("m", ""));
        set([&](SettingsValues& values) {
            values.setVariable(variable, {Here::Set, m->folder.filePath(QStringLiteral("gone"))});
        });
        QVERIFY(m->isLogged(LogLevel::Warning, QStringLiteral("sources"),
                            QStringLiteral("gone pointed to by the `FAIRSEQ2_USER_ASSET_DIR` environment variable is "
                                           "not found.")));
        QVERIFY(!m->workspace->session()->catalog().find("m", ""));
        set([&](SettingsValues& values) { values.setVariable(variable, {Here::Set, m->cards()}); });
        QCOMPARE(sources(), QStringList{QStringLiteral("path:ROOT/cards")}); // it is open already
        set([&](SettingsValues& values) { values.readsDirectories = false; });
        QCOMPARE(sources(), QStringList{QStringLiteral("path:ROOT/cards")});
    }

    void looksAndLimitsFollow() {
        QVERIFY(m->start({}));
        const QFont before = QApplication::font();
        set([](SettingsValues& values) {
            values.theme = Theme::Choice::Dark;
            values.fontSize = 20;
            values.logRecords = 100;
            values.logMegabytes = 2;
            values.logLeastLevel = LogLevel::Warning;
        });
        QVERIFY(m->theme.isDark());
        QCOMPARE(QApplication::font().pointSize(), 20);
        QTRY_COMPARE(m->window->font().pointSize(), 20);
        QCOMPARE(m->log.limits().records, std::size_t(100));
        QCOMPARE(m->log.limits().bytes, qint64(2) * 1024 * 1024);
        QCOMPARE(m->log.leastLevel(), LogLevel::Warning);
        set([](SettingsValues& values) { values = {}; });
        QCOMPARE(QApplication::font(), before);
        QCOMPARE(m->theme.choice(), Theme::Choice::System);
    }
};

QTEST_MAIN(SettingsEffectsTest)
#include "settings_effects_test.moc"
