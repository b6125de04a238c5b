// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/dialog_bench.h"

#include "ui/settings/keys_model.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QKeySequenceEdit>
#include <QPushButton>
#include <QTreeView>

using namespace fairlead;
using namespace fairlead::ui;

/// The keys of acts, which a person gives and takes.
class KeysPageTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DialogBench> m;
    std::unique_ptr<QWidget> m_owner; // of actions

    [[nodiscard]] QAction* addAction(const char* text, const QKeySequence& key) const {
        auto* action = new QAction(QString::fromUtf8(text), m_owner.get());
        action->setShortcut(key);
        m_owner->addAction(action);
        return action;
    }

private slots:
    void init() {
        m = std::make_unique<DialogBench>();
        m_owner = std::make_unique<QWidget>();
    }
    void cleanup() {
        m->dialog.reset();
        m_owner.reset();
        m.reset();
    }

    void keysAreGivenAndTaken() {
        QAction* reload = addAction("&Reload", Qt::Key_F5);
        QAction* quit = addAction("&Quit…", Qt::CTRL | Qt::Key_Q);
        m->shortcuts.adopt(m_owner->actions());
        KeysModel model(m->shortcuts.acts());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.index(1, KeysModel::Act).data().toString(), QStringLiteral("Quit"));
        connect(m->settings.get(), &Settings::changed, this,
                [this] { m->shortcuts.setKeys(m->settings->values().shortcuts); });

        m->open("Keyboard");
        auto* view = m->in<QTreeView>(QStringLiteral("Acts and their keys"));
        view->setFocus();
        Hands::key(Qt::Key_Home);
        auto* key = m->in<QKeySequenceEdit>(QStringLiteral("New keys"));
        const auto type = [key](Qt::Key pressed) {
            key->setFocus();
            QTest::keyClick(key, pressed, Qt::ControlModifier);
            QTRY_VERIFY(key->keySequence().isEmpty()); // taken, after the moment in which another may follow
        };
        type(Qt::Key_Q);
        QVERIFY(m->isSaid(QStringLiteral("Ctrl+Q is taken by “Quit”. Give that other keys first.")));
        type(Qt::Key_R);
        m->press("Apply");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        QCOMPARE(quit->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
        QAction* later = addAction("&Reload", Qt::Key_F5); // of a page that is made later
        m->shortcuts.adopt({later, nullptr});
        QCOMPARE(later->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        m->press("No Keys");
        m->press("Apply");
        QVERIFY(reload->shortcut().isEmpty());
        QVERIFY(Settings(shell({})).values().shortcuts.contains(QStringLiteral("Reload")));
        m->press("Usual Keys");
        m->press("OK");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::Key_F5));
        QVERIFY(m->settings->values().shortcuts.isEmpty());
    }

    // Two acts on the same keys would have none.
    void usualKeysThatAreTakenStayWhereTheyAre() {
        QAction* reload = addAction("&Reload", Qt::Key_F5);
        QAction* quit = addAction("&Quit…", Qt::CTRL | Qt::Key_Q);
        m->shortcuts.adopt(m_owner->actions());
        SettingsValues values;
        values.shortcuts = {{QStringLiteral("Reload"), {QKeySequence(Qt::Key_F6)}},
                            {QStringLiteral("Quit"), {QKeySequence(Qt::Key_F5)}}};
        connect(m->settings.get(), &Settings::changed, this,
                [this] { m->shortcuts.setKeys(m->settings->values().shortcuts); });
        m->settings->apply(values);
        m->open("Keyboard");
        auto* view = m->in<QTreeView>(QStringLiteral("Acts and their keys"));
        view->setFocus();
        Hands::key(Qt::Key_Home);
        m->press("Usual Keys");
        QVERIFY(m->isSaid(QStringLiteral("F5 is taken by “Quit”. Give that other keys first.")));
        QVERIFY(!m->called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        view->setFocus();
        Hands::key(Qt::Key_End);
        m->press("Usual Keys");
        view->setFocus();
        Hands::key(Qt::Key_Home);
        m->press("Usual Keys");
        QVERIFY(!m->isSaid(QStringLiteral("is taken by")));
        m->press("OK");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::Key_F5));
        QCOMPARE(quit->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
        QVERIFY(m->settings->values().shortcuts.isEmpty());
    }

    void actsInTheSameWordsAreTwo() {
        QAction* dock = addAction("&Registry", {});
        QAction* pane = addAction("&Registry", Qt::CTRL | Qt::Key_1);
        m->shortcuts.adopt(m_owner->actions());
        QCOMPARE(m->shortcuts.acts().size(), 2U);
        m->shortcuts.setKeys({{QStringLiteral("Registry"), {QKeySequence(Qt::Key_F9)}}});
        QCOMPARE(dock->shortcut(), QKeySequence(Qt::Key_F9));
        QCOMPARE(pane->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_1));
        m->shortcuts.setKeys({});
        QVERIFY(dock->shortcut().isEmpty());
        QCOMPARE(pane->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_1));
    }
};

QTEST_MAIN(KeysPageTest)
#include "keys_page_test.moc"
