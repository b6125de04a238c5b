// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/dialog_bench.h"

#include "ui/settings/directory_looks.h"
#include "ui/settings/variables_model.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFontComboBox>
#include <QHeaderView>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSpinBox>
#include <QTableView>
#include <QThread>
#include <QWheelEvent>

#include <atomic>
#include <filesystem>

using namespace fairlead;
using namespace fairlead::ui;
using Here = VariableSetting::Here;

/// What a person sets, page by page, and finds again.
class SettingsDialogTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DialogBench> m;

    static void choose(QComboBox* combo, int index) {
        combo->setFocus();
        Hands::key(Qt::Key_Home);
        for (int step = 0; step < index; ++step)
            Hands::key(Qt::Key_Down);
    }

private slots:
    void init() { m = std::make_unique<DialogBench>(); }
    void cleanup() { m.reset(); }

    void tracingIsAWishThatIsKept() {
        m->open("Tracing and variables");
        QVERIFY(!m->called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        m->click<QCheckBox>(QStringLiteral("Trace extensions"));
        QVERIFY(m->isSaid(QStringLiteral("Bundled registry is loaded again when you apply.")));
        QVERIFY(!m->settings->tracing().isOn());
        m->press("Apply");
        QVERIFY(m->settings->tracing().isOn());
        QVERIFY(!m->isSaid(QStringLiteral("is loaded again")));
        m->open("Tracing and variables");
        QVERIFY(m->called<QCheckBox>(QStringLiteral("Trace extensions"))->isChecked());
    }

    void variablesAreTypedAndSaidLive() {
        QDir(m->folder.path()).mkdir(QStringLiteral("cards"));
        QFile card(m->folder.filePath(QStringLiteral("cards/a.yaml")));
        QVERIFY(card.open(QFile::WriteOnly));
        card.write("name: a\n---\n");
        card.close();
        m->open("Tracing and variables");
        choose(m->in<QComboBox>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR here")), 2);
        m->in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->setFocus();
        Hands::type(QStringLiteral("~/cards"));
        QTRY_VERIFY(m->isSaid(QStringLiteral("but fairseq2 would refuse to load them.")));
        for (QLabel* label : m->dialog->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("Show why")))
                emit label->linkActivated(QStringLiteral("#"));
        QVERIFY(m->isSaid(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR: fairseq2 says: AssetMetadataError: ")));
        m->press("OK");
        QVERIFY(!m->dialog->isVisible());
        QCOMPARE(m->settings->variable()("FAIRSEQ2_USER_ASSET_DIR"), "~/cards");
        const Settings again(shell({}));
        QCOMPARE(again.values().variable(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR")),
                 (VariableSetting{Here::Set, QStringLiteral("~/cards")}));
        m->open("Tracing and variables");
        QCOMPARE(m->in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->text(),
                 QStringLiteral("~/cards"));
        m->click<QCheckBox>(QStringLiteral("Also XDG_*, RANK…, CUDA_*, HF_*"));
        choose(m->in<QComboBox>(QStringLiteral("HF_TOKEN here")), 2);
        QCOMPARE(m->in<QLineEdit>(QStringLiteral("HF_TOKEN is set to"))->echoMode(), QLineEdit::Password);
        QVERIFY(m->isSaid(QStringLiteral("Fairlead keeps it as plain text in ")));
        QCOMPARE(m->in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->echoMode(), QLineEdit::Normal);
        choose(m->in<QComboBox>(QStringLiteral("HF_TOKEN here")), 0);
        QVERIFY(!m->isSaid(QStringLiteral("as plain text")));
        choose(m->in<QComboBox>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR here")), 0);
        m->press("Apply");
        QVERIFY(m->settings->values().variables.isEmpty());
    }

    void theWheelScrollsTheTableAndChoosesNothing() {
        m->open("Tracing and variables");
        auto* choice = m->in<QComboBox>(QStringLiteral("FAIRSEQ2_ASSET_DIR here"));
        const QPointF position = choice->rect().center();
        QWheelEvent wheel(position, choice->mapToGlobal(position), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(choice, &wheel);
        QCOMPARE(choice->currentIndex(), 0);
        QVERIFY(!wheel.isAccepted()); // it is the table's then
        QVERIFY(!m->called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
    }

    void directoriesAreLookedAtOnlyForWhoSeesThePage() {
        const auto asked = std::make_shared<std::atomic<int>>(0); // in the background
        m->settings = std::make_unique<Settings>(
            [asked, thread = QThread::currentThread(),
             variable = shell({{"HOME", m->folder.path().toStdString()}})](const char* name) -> const char* {
                if (QThread::currentThread() != thread)
                    ++*asked;
                return variable(name);
            });
        const auto settle = [](const DirectoryLooks& looks) {
            return QTest::qWaitFor([&] {
                return looks.isFound() && looks.system().isRead && looks.user().isRead && !looks.cache().isRunning;
            });
        };
        {
            DirectoryLooks looks(bundled_snapshot());
            looks.look(m->settings->variable());
            QVERIFY(settle(looks));
        }
        const int once = asked->exchange(0);
        QVERIFY(once > 0);
        m->open("Log");
        m->open("Editor");
        m->open("Tracing and variables");
        QTRY_COMPARE(asked->load(), once);
        m->press("Cancel");
        m->dialog.reset();
        QCOMPARE(asked->load(), once);
    }

    void rowsAreNoHigherThanWhatIsSaidTakes() {
        m->open("Tracing and variables");
        m->dialog->showPage(QStringLiteral("Log")); // what is looked for is found while the page is not seen
        m->dialog->resize(m->dialog->width() + 150, m->dialog->height());
        const auto* model = m->dialog->findChild<VariablesModel*>();
        QVERIFY(model != nullptr);
        QTRY_VERIFY(model->match(model->index(0, VariablesModel::Meaning), Qt::DisplayRole, QStringLiteral("Looking…"))
                        .isEmpty());
        m->dialog->showPage(QStringLiteral("Tracing and variables"));
        int rows = 0;
        for (const QTableView* view : m->dialog->findChildren<QTableView*>())
            for (int row = 0; view->isVisible() && row < view->model()->rowCount(); ++row, ++rows) {
                const QWidget* said = view->indexWidget(view->model()->index(row, VariablesModel::Meaning));
                const auto taken = [&] {
                    return std::max(view->verticalHeader()->defaultSectionSize(),
                                    said->layout()->heightForWidth(said->width()) + 6);
                };
                QTRY_COMPARE(view->rowHeight(row), taken());
            }
        QCOMPARE(rows, model->rowCount());
    }

    void tracingForThisTimeIsShown_data() {
        QTest::addColumn<bool>("isOffStored");
        QTest::newRow("nothing is stored") << false;
        QTest::newRow("off is stored") << true;
    }
    void tracingForThisTimeIsShown() {
        QFETCH(const bool, isOffStored);
        if (isOffStored) {
            SettingsValues off;
            off.tracing = false;
            m->settings->apply(off);
        }
        m->settings->traceThisTime();
        m->open("Tracing and variables");
        QVERIFY(m->called<QCheckBox>(QStringLiteral("Trace extensions"))->isChecked());
        QVERIFY(!m->called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        m->click<QCheckBox>(QStringLiteral("Trace extensions"));
        m->press("OK");
        QVERIFY(!m->settings->tracing().isOn());
    }

    void cancelChangesNothing() {
        m->open("Appearance");
        m->click<QRadioButton>(QStringLiteral("Dark"));
        m->press("Cancel");
        QVERIFY(m->settings->values() == SettingsValues());
        m->open("Appearance");
        QVERIFY(m->called<QRadioButton>(QStringLiteral("As the system"))->isChecked());
    }

    void aFolderIsThereWhateverBytesItsNameHas() {
        const std::string folder = m->folder.path().toStdString() + "/\xff"
                                                                    "ext";
        std::filesystem::create_directory(folder);
        m->settings = std::make_unique<Settings>(
            shell({{"HOME", m->folder.path().toStdString()}, {"FAIRLEAD_EXTENSION_PATH", folder + ":/none_such"}}));
        m->open("Environments");
        QTRY_VERIFY(m->isSaid(m->folder.path() + QStringLiteral("/\\xffext, /none_such (not there), ")));
        std::filesystem::remove(folder); // Qt cannot
    }

    // A folder may be on a computer that does not answer.
    void foldersAreAskedForWhenOnePauses() {
        m->open("Environments");
        m->click<QCheckBox>(
            QStringLiteral("Look in these folders, in place of what FAIRLEAD_EXTENSION_PATH says in your shell"));
        auto* folders = m->in<QPlainTextEdit>(QStringLiteral("Folders of extensions"));
        folders->setPlainText(QStringLiteral("/none"));
        folders->moveCursor(QTextCursor::End);
        QTest::keyClicks(folders, QStringLiteral("_such"));
        QVERIFY(m->isSaid(QStringLiteral("/none_such")));
        QVERIFY(!m->isSaid(QStringLiteral("/none_such (not there)")));
        QTRY_VERIFY(m->isSaid(QStringLiteral("/none_such (not there)")));
    }

    void everyPageKeepsWhatIsSetOnIt() {
        m->open("Environments");
        m->click<QCheckBox>(
            QStringLiteral("Look in these folders, in place of what FAIRLEAD_EXTENSION_PATH says in your shell"));
        m->in<QPlainTextEdit>(QStringLiteral("Folders of extensions"))->setFocus();
        Hands::type(QStringLiteral("/a"));
        Hands::key(Qt::Key_Return);
        Hands::type(QStringLiteral("/b"));
        QTRY_VERIFY(m->isSaid(QStringLiteral("Looked into, in this order: /a (not there), /b (not there), ")));
        m->in<QPlainTextEdit>(QStringLiteral("Extensions that are not loaded"))->setFocus();
        Hands::type(QStringLiteral("lab"));
        m->in<QSpinBox>(QStringLiteral("Seconds that an extension may take"))->setFocus();
        Hands::key(Qt::Key_Up);
        m->in<QLineEdit>(QStringLiteral("Command that opens a place in a source"))->setFocus();
        Hands::type(QStringLiteral("vi +{line} {file}"));
        m->dialog->showPage(QStringLiteral("Cards and sources"));
        m->click<QCheckBox>(QStringLiteral("Read the system's and your asset directory beside what is open"));
        m->dialog->showPage(QStringLiteral("Editor"));
        m->in<QSpinBox>(QStringLiteral("Columns of a tab"))->setFocus();
        Hands::key(Qt::Key_Up);
        m->click<QCheckBox>(QStringLiteral("Continue long lines in the next row"));
        m->dialog->showPage(QStringLiteral("Appearance"));
        m->click<QRadioButton>(QStringLiteral("Light"));
        m->click<QCheckBox>(QStringLiteral("As large as the system has it"));
        m->in<QSpinBox>(QStringLiteral("Size of the font"))->setValue(13);
        m->dialog->showPage(QStringLiteral("Log"));
        m->in<QLineEdit>(QStringLiteral("Folder that saving begins in"))->setFocus();
        Hands::type(QStringLiteral("/var/log"));
        m->press("OK");

        const SettingsValues values = Settings(shell({})).values();
        QCOMPARE(values.variable(QStringLiteral("FAIRLEAD_EXTENSION_PATH")),
                 (VariableSetting{Here::Set, QStringLiteral("/a:/b")}));
        QCOMPARE(values.switchedOff, QStringList{QStringLiteral("lab")});
        QCOMPARE(values.extensionSeconds, 31);
        QCOMPARE(values.editorCommand, QStringLiteral("vi +{line} {file}"));
        QVERIFY(values.readsDirectories);
        QVERIFY(values.editor == (EditorOptions{{}, true, 3}));
        QCOMPARE(values.theme, Theme::Choice::Light);
        QCOMPARE(values.fontSize, 13);
        QCOMPARE(values.logFolder, QStringLiteral("/var/log"));

        m->open("Log"); // the second one shows what the first one set
        QVERIFY(!m->called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        QCOMPARE(m->in<QLineEdit>(QStringLiteral("Folder that saving begins in"))->text(), QStringLiteral("/var/log"));
        m->dialog->showPage(QStringLiteral("Environments"));
        QCOMPARE(m->in<QPlainTextEdit>(QStringLiteral("Folders of extensions"))->toPlainText(),
                 QStringLiteral("/a\n/b"));
        m->press("Restore defaults");
        QVERIFY(m->settings->values() == values);
        m->press("Apply");
        QVERIFY(m->settings->values() == SettingsValues());
        QVERIFY(Settings(shell({})).values() == SettingsValues());
    }

    void thePageShownLastIsShownFirst() {
        m->open("Log");
        m->press("Cancel");
        m->make();
        QCOMPARE(m->dialog->findChild<QListWidget*>()->currentItem()->text(), QStringLiteral("Log"));
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "settings_dialog_test.moc"
