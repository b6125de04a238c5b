// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/open_window.h"

#include "ui/detail/title_label.h"
#include "ui/editor/editor_actions.h"
#include "ui/editor/problem_marks.h"
#include "ui/log/log_panel.h"
#include "ui/settings/keys_model.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/settings_keys.h"
#include "ui/welcome/welcome_button.h"
#include "ui/window/bottom_dock.h"
#include "ui/window/environment_label.h"
#include "ui/window/environment_picker.h"
#include "ui/window/main_tool_bar.h"

#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QMenu>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTreeView>

using namespace fairlead;
using namespace fairlead::ui;
using Here = VariableSetting::Here;

/// What is set takes effect in the window that is open.
class SettingsEffectsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<OpenWindow> m;

    [[nodiscard]] QCheckBox* tracing() const {
        for (QCheckBox* box : m->window->findChildren<QCheckBox*>())
            if (box->text() == QStringLiteral("Trace exten&sions"))
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
    [[nodiscard]] const EnvironmentPicker& picker() const { return m->window->findChild<MainToolBar*>()->picker(); }
    /// What the picker's menu names below the native environment, as it reads.
    [[nodiscard]] QStringList linesOfMenu() const {
        picker().openAction()->trigger();
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QStringList lines;
        for (const QAction* action : menu ? menu->actions().mid(2) : QList<QAction*>()) {
            if (action->isSeparator())
                break;
            lines << (action->isEnabled() ? QStringLiteral("enabled: ") : QString()) +
                         action->text().replace(QStringLiteral("&&"), QStringLiteral("&"));
        }
        if (menu)
            menu->close();
        return lines;
    }
    [[nodiscard]] static QString plain(const QString& toolTip) {
        return QTextDocumentFragment::fromHtml(toolTip).toPlainText();
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
        const QAbstractButton* next = nullptr;
        for (const QToolButton* button : m->window->findChildren<QToolButton*>())
            if (button->text() == QStringLiteral("Next"))
                next = button;
        QVERIFY(next != nullptr);
        QCOMPARE(next->toolTip(), QStringLiteral("Next (F3)"));
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
                                {QStringLiteral("Find Next"), {QKeySequence(Qt::Key_F7)}},
                                {QStringLiteral("Quick Fixes"), {QKeySequence(Qt::Key_F4)}}};
        });
        QCOMPARE(reload->toolTip(), QStringLiteral("Reads all sources again (Ctrl+Shift+L)"));
        QCOMPARE(back->toolTip(), QStringLiteral("Back to where you were"));
        QCOMPARE(next->toolTip(), QStringLiteral("Next (F7)"));
        QTRY_COMPARE(hint(), QString(usualHint).replace(QStringLiteral("Ctrl+."), QStringLiteral("F4")));
        set([](SettingsValues& values) { values.shortcuts = {{QStringLiteral("Quick Fixes"), {}}}; });
        QCOMPARE(reload->toolTip(), QStringLiteral("Reads all sources again (F5)"));
        QTRY_COMPARE(hint(), QString(usualHint).replace(QStringLiteral("Ctrl+."), QStringLiteral("Quick Fixes")));
    }

    void theEditorsActsHaveKeysBeforeACardIsOpen() {
        QVERIFY(m->start({}));
        m->action(QStringLiteral("Settings…"))->trigger();
        auto* dialog = m->window->findChild<SettingsDialog*>();
        QVERIFY(dialog != nullptr);
        const KeysModel* acts = nullptr;
        for (const QTreeView* view : dialog->findChildren<QTreeView*>())
            if (view->accessibleName() == QStringLiteral("Acts and their keys"))
                acts = qobject_cast<const KeysModel*>(view->model());
        QVERIFY(acts != nullptr);
        QStringList names;
        for (int row = 0; row < acts->rowCount(); ++row)
            names << acts->index(row, KeysModel::Act).data().toString();
        for (const QString& act : {QStringLiteral("Undo"), QStringLiteral("Quick Fixes"), QStringLiteral("Go to Line")})
            QCOMPARE(names.count(act), 1);
        dialog->reject();
        set([](SettingsValues& values) {
            values.shortcuts = {{QStringLiteral("Quick Fixes"), {QKeySequence(Qt::Key_F4)}}};
        });
        m->navigator.go(Location::inFile(m->write(QStringLiteral("a.yaml"), "name: a\n")));
        QVERIFY(m->page() != nullptr);
        QCOMPARE(m->page()->actions().fixes().shortcut(), QKeySequence(Qt::Key_F4));
    }

    void theWelcomePageNamesTheKeysThatAreSet() {
        QVERIFY(m->start({}));
        m->navigator.go(Location::welcome());
        const auto keys = [this] {
            for (const WelcomeButton* button : m->window->findChildren<WelcomeButton*>())
                if (button->text() == QStringLiteral("Open a folder of cards…"))
                    return button->keys();
            return QStringLiteral("no button");
        };
        QCOMPARE(keys(), QStringLiteral("Ctrl+O"));
        set([](SettingsValues& values) {
            values.shortcuts = {{QStringLiteral("Open Folder"), {QKeySequence(Qt::Key_F9)}}};
        });
        QCOMPARE(keys(), QStringLiteral("F9"));
        set([](SettingsValues& values) { values.shortcuts = {{QStringLiteral("Open Folder"), {}}}; });
        QCOMPARE(keys(), QString());
    }

    void titlesGrowWithTheFont() {
        QVERIFY(m->start({}));
        for (const Location& place :
             {Location::welcome(), Location::ofFamily(FamilyKind::model, QStringLiteral("llama"))}) {
            m->navigator.go(place);
            const auto titles = m->window->findChildren<TitleLabel*>();
            QVERIFY(!titles.isEmpty());
            for (const int points : {20, 9}) {
                set([points](SettingsValues& values) { values.fontSize = points; });
                const int wanted = QFontInfo(QApplication::font()).pixelSize() * 3 / 2;
                for (const TitleLabel* title : titles)
                    QTRY_COMPARE(title->font().pixelSize(), wanted);
            }
        }
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

    void theSearchPathThatIsSetIsNamed() {
        QVERIFY(m->start({}));
        const QString home = QDir::homePath();
        const QString data = QStringLiteral("XDG_DATA_HOME");
        const QString path = QStringLiteral("FAIRLEAD_EXTENSION_PATH");
        set([&](SettingsValues& values) {
            values.setVariable(path, {Here::Set, home + QStringLiteral("/lab:/opt/a&b<i>")});
            values.setVariable(data, {Here::Set, QStringLiteral("/data")});
            values.setVariable(QStringLiteral("XDG_DATA_DIRS"), {Here::Set, QStringLiteral("/sys")});
        });
        const QStringList places = {QStringLiteral("~/lab"), QStringLiteral("/opt/a&b<i>"),
                                    QStringLiteral("/data/fairlead/extensions"),
                                    QStringLiteral("/sys/fairlead/extensions")};
        QCOMPARE(linesOfMenu(), places);
        const QString note = QStringLiteral("Native extensions are looked for in\n") + places.join(u'\n');
        const auto* label = m->window->findChild<EnvironmentLabel*>();
        QCOMPARE(plain(label->toolTip()), QStringLiteral("Bundled registry, fairseq2 0.8.1, recorded\n") + note);
        QCOMPARE(label->accessibleDescription(), note);
        const QAction* native = picker().environmentActions().at(1);
        QCOMPARE(plain(native->toolTip()),
                 QStringLiteral("Loads the extensions of this machine in a process of their own: their code runs\n") +
                     note);

        set([&](SettingsValues& values) { values.setVariable(path, {Here::Unset, {}}); });
        QCOMPARE(linesOfMenu(), places.mid(2));
        QVERIFY(!label->toolTip().contains(QStringLiteral("~/lab")));
        QVERIFY(!native->toolTip().contains(QStringLiteral("~/lab")));

        // A menu has room for some, a tool tip for all of them.
        QStringList many;
        for (int number = 1; number <= 20; ++number)
            many << QStringLiteral("/p%1").arg(number);
        set([&](SettingsValues& values) { values.setVariable(path, {Here::Set, many.join(u':')}); });
        QCOMPARE(linesOfMenu(), many.first(7) << QStringLiteral("and 15 others"));
        QVERIFY(plain(native->toolTip()).contains(QStringLiteral("/p20\n")));
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
