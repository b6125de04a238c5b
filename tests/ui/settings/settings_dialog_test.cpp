// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/shell.h"
#include "tests/ui/support/hands.h"

#include "core/registry/bundled.h"
#include "ui/settings/directory_looks.h"
#include "ui/settings/keys_model.h"
#include "ui/settings/settings.h"
#include "ui/settings/settings_dialog.h"
#include "ui/settings/shortcuts.h"
#include "ui/settings/variables_model.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QFontComboBox>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QThread>
#include <QTreeView>

#include <atomic>
#include <filesystem>

using namespace fairlead;
using namespace fairlead::ui;
using Here = VariableSetting::Here;

/// What a person sets, page by page, and finds again.
class SettingsDialogTest : public QObject {
    Q_OBJECT

    Theme m_theme;
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Shortcuts> m_shortcuts;
    std::unique_ptr<QWidget> m_owner; // of actions
    std::unique_ptr<SettingsDialog> m_dialog;

    void open(const char* page) {
        m_dialog.reset();
        m_dialog = std::make_unique<SettingsDialog>(SettingsDialog::Context{
            *m_settings, *m_shortcuts, m_theme, bundled_snapshot(), QStringLiteral("Bundled registry")});
        m_dialog->showPage(QString::fromLatin1(page));
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    template <typename T>
    [[nodiscard]] T* in(const QString& name) const {
        for (T* widget : m_dialog->findChildren<T*>())
            if (widget->isVisible() && widget->accessibleName() == name)
                return widget;
        qFatal("there is no %s", qPrintable(name));
    }
    template <typename T>
    [[nodiscard]] T* called(const QString& text) const {
        for (T* button : m_dialog->findChildren<T*>())
            if (button->isVisible() && button->text().remove(u'&') == text)
                return button;
        qFatal("there is no %s", qPrintable(text));
    }
    template <typename T>
    void click(const QString& text) const {
        T* button = called<T>(text);
        QTest::mouseClick(button, Qt::LeftButton, Qt::NoModifier, QPoint(9, button->height() / 2));
    }
    static void choose(QComboBox* combo, int index) {
        combo->setFocus();
        Hands::key(Qt::Key_Home);
        for (int step = 0; step < index; ++step)
            Hands::key(Qt::Key_Down);
    }
    void press(const char* button) const { QVERIFY(Hands::click(*m_dialog, QString::fromLatin1(button))); }
    [[nodiscard]] bool isSaid(const QString& part) const {
        for (const QLabel* label : m_dialog->findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(part))
                return true;
        return false;
    }
    [[nodiscard]] QAction* addAction(const char* text, const QKeySequence& key) const {
        auto* action = new QAction(QString::fromUtf8(text), m_owner.get());
        action->setShortcut(key);
        m_owner->addAction(action);
        return action;
    }

private slots:
    void initTestCase() { m_theme.apply(*qApp, Theme::Choice::Light); }
    void init() {
        QSettings().clear();
        m_settings = std::make_unique<Settings>(shell({{"HOME", m_folder.path().toStdString()}}));
        m_shortcuts = std::make_unique<Shortcuts>();
        m_owner = std::make_unique<QWidget>();
    }
    void cleanup() {
        m_dialog.reset();
        m_owner.reset();
    }

    void tracingIsAWishThatIsKept() {
        open("Tracing and variables");
        QVERIFY(!called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        click<QCheckBox>(QStringLiteral("Trace extensions"));
        QVERIFY(isSaid(QStringLiteral("Bundled registry is loaded again when you apply.")));
        QVERIFY(!m_settings->tracing().isOn());
        press("Apply");
        QVERIFY(m_settings->tracing().isOn());
        QVERIFY(!isSaid(QStringLiteral("is loaded again")));
        open("Tracing and variables");
        QVERIFY(called<QCheckBox>(QStringLiteral("Trace extensions"))->isChecked());
    }

    void variablesAreTypedAndSaidLive() {
        QDir(m_folder.path()).mkdir(QStringLiteral("cards"));
        QFile card(m_folder.filePath(QStringLiteral("cards/a.yaml")));
        QVERIFY(card.open(QFile::WriteOnly));
        card.write("name: a\n---\n");
        card.close();
        open("Tracing and variables");
        choose(in<QComboBox>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR here")), 2);
        in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->setFocus();
        Hands::type(QStringLiteral("~/cards"));
        QTRY_VERIFY(isSaid(QStringLiteral("but fairseq2 would refuse to load them.")));
        for (QLabel* label : m_dialog->findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("Show why")))
                emit label->linkActivated(QStringLiteral("#"));
        QVERIFY(isSaid(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR: fairseq2 says: AssetMetadataError: ")));
        press("OK");
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(m_settings->variable()("FAIRSEQ2_USER_ASSET_DIR"), "~/cards");
        const Settings again(shell({}));
        QCOMPARE(again.values().variable(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR")),
                 (VariableSetting{Here::Set, QStringLiteral("~/cards")}));
        open("Tracing and variables");
        QCOMPARE(in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->text(), QStringLiteral("~/cards"));
        click<QCheckBox>(QStringLiteral("Also XDG_*, RANK…, CUDA_*, HF_*"));
        choose(in<QComboBox>(QStringLiteral("HF_TOKEN here")), 2);
        QCOMPARE(in<QLineEdit>(QStringLiteral("HF_TOKEN is set to"))->echoMode(), QLineEdit::Password);
        QCOMPARE(in<QLineEdit>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR is set to"))->echoMode(), QLineEdit::Normal);
        choose(in<QComboBox>(QStringLiteral("HF_TOKEN here")), 0);
        choose(in<QComboBox>(QStringLiteral("FAIRSEQ2_USER_ASSET_DIR here")), 0);
        press("Apply");
        QVERIFY(m_settings->values().variables.isEmpty());
    }

    void directoriesAreLookedAtOnlyForWhoSeesThePage() {
        const auto asked = std::make_shared<std::atomic<int>>(0); // in the background
        m_settings = std::make_unique<Settings>(
            [asked, thread = QThread::currentThread(),
             variable = shell({{"HOME", m_folder.path().toStdString()}})](const char* name) -> const char* {
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
            looks.look(m_settings->variable());
            QVERIFY(settle(looks));
        }
        const int once = asked->exchange(0);
        QVERIFY(once > 0);
        open("Log");
        open("Editor");
        open("Tracing and variables");
        QTRY_COMPARE(asked->load(), once);
        press("Cancel");
        m_dialog.reset();
        QCOMPARE(asked->load(), once);
    }

    void rowsAreNoHigherThanWhatIsSaidTakes() {
        open("Tracing and variables");
        m_dialog->showPage(QStringLiteral("Log")); // what is looked for is found while the page is not seen
        m_dialog->resize(m_dialog->width() + 150, m_dialog->height());
        const auto* model = m_dialog->findChild<VariablesModel*>();
        QVERIFY(model != nullptr);
        QTRY_VERIFY(model->match(model->index(0, VariablesModel::Meaning), Qt::DisplayRole, QStringLiteral("Looking…"))
                        .isEmpty());
        m_dialog->showPage(QStringLiteral("Tracing and variables"));
        int rows = 0;
        for (const QTableView* view : m_dialog->findChildren<QTableView*>())
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
            m_settings->apply(off);
        }
        m_settings->traceThisTime();
        open("Tracing and variables");
        QVERIFY(called<QCheckBox>(QStringLiteral("Trace extensions"))->isChecked());
        QVERIFY(!called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        click<QCheckBox>(QStringLiteral("Trace extensions"));
        press("OK");
        QVERIFY(!m_settings->tracing().isOn());
    }

    void cancelChangesNothing() {
        open("Appearance");
        click<QRadioButton>(QStringLiteral("Dark"));
        press("Cancel");
        QVERIFY(m_settings->values() == SettingsValues());
        open("Appearance");
        QVERIFY(called<QRadioButton>(QStringLiteral("As the system"))->isChecked());
    }

    void aFolderIsThereWhateverBytesItsNameHas() {
        const std::string folder = m_folder.path().toStdString() + "/\xff"
                                                                   "ext";
        std::filesystem::create_directory(folder);
        m_settings = std::make_unique<Settings>(
            shell({{"HOME", m_folder.path().toStdString()}, {"FAIRLEAD_EXTENSION_PATH", folder + ":/none_such"}}));
        open("Environments");
        QVERIFY(isSaid(m_folder.path() + QStringLiteral("/\\xffext, /none_such (not there), ")));
    }

    void everyPageKeepsWhatIsSetOnIt() {
        open("Environments");
        click<QCheckBox>(
            QStringLiteral("Look in these folders, in place of what FAIRLEAD_EXTENSION_PATH says in your shell"));
        in<QPlainTextEdit>(QStringLiteral("Folders of extensions"))->setFocus();
        Hands::type(QStringLiteral("/a"));
        Hands::key(Qt::Key_Return);
        Hands::type(QStringLiteral("/b"));
        QVERIFY(isSaid(QStringLiteral("Looked into, in this order: /a (not there), /b (not there), ")));
        in<QPlainTextEdit>(QStringLiteral("Extensions that are not loaded"))->setFocus();
        Hands::type(QStringLiteral("lab"));
        in<QLineEdit>(QStringLiteral("Command that opens a place in a source"))->setFocus();
        Hands::type(QStringLiteral("vi +{line} {file}"));
        m_dialog->showPage(QStringLiteral("Cards and sources"));
        click<QCheckBox>(QStringLiteral("Read the system's and your asset directory beside what is open"));
        m_dialog->showPage(QStringLiteral("Editor"));
        in<QSpinBox>(QStringLiteral("Columns of a tab"))->setFocus();
        Hands::key(Qt::Key_Up);
        click<QCheckBox>(QStringLiteral("Continue long lines in the next row"));
        m_dialog->showPage(QStringLiteral("Appearance"));
        click<QRadioButton>(QStringLiteral("Light"));
        click<QCheckBox>(QStringLiteral("As large as the system has it"));
        in<QSpinBox>(QStringLiteral("Size of the font"))->setValue(13);
        m_dialog->showPage(QStringLiteral("Log"));
        in<QLineEdit>(QStringLiteral("Folder that saving begins in"))->setFocus();
        Hands::type(QStringLiteral("/var/log"));
        press("OK");

        const SettingsValues values = Settings(shell({})).values();
        QCOMPARE(values.variable(QStringLiteral("FAIRLEAD_EXTENSION_PATH")),
                 (VariableSetting{Here::Set, QStringLiteral("/a:/b")}));
        QCOMPARE(values.switchedOff, QStringList{QStringLiteral("lab")});
        QCOMPARE(values.editorCommand, QStringLiteral("vi +{line} {file}"));
        QVERIFY(values.readsDirectories);
        QVERIFY(values.editor == (EditorOptions{{}, true, 3}));
        QCOMPARE(values.theme, Theme::Choice::Light);
        QCOMPARE(values.fontSize, 13);
        QCOMPARE(values.logFolder, QStringLiteral("/var/log"));

        open("Log"); // the second one shows what the first one set
        QVERIFY(!called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        QCOMPARE(in<QLineEdit>(QStringLiteral("Folder that saving begins in"))->text(), QStringLiteral("/var/log"));
        m_dialog->showPage(QStringLiteral("Environments"));
        QCOMPARE(in<QPlainTextEdit>(QStringLiteral("Folders of extensions"))->toPlainText(), QStringLiteral("/a\n/b"));
        press("Restore defaults");
        QVERIFY(m_settings->values() == values);
        press("Apply");
        QVERIFY(m_settings->values() == SettingsValues());
        QVERIFY(Settings(shell({})).values() == SettingsValues());
    }

    void keysAreGivenAndTaken() {
        QAction* reload = addAction("&Reload", Qt::Key_F5);
        QAction* quit = addAction("&Quit…", Qt::CTRL | Qt::Key_Q);
        m_shortcuts->adopt(m_owner->actions());
        KeysModel model(m_shortcuts->acts());
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.index(1, KeysModel::Act).data().toString(), QStringLiteral("Quit"));
        connect(m_settings.get(), &Settings::changed, this,
                [this] { m_shortcuts->setKeys(m_settings->values().shortcuts); });

        open("Keyboard");
        auto* view = in<QTreeView>(QStringLiteral("Acts and their keys"));
        view->setFocus();
        Hands::key(Qt::Key_Home);
        auto* key = in<QKeySequenceEdit>(QStringLiteral("New keys"));
        const auto type = [key](Qt::Key pressed) {
            key->setFocus();
            QTest::keyClick(key, pressed, Qt::ControlModifier);
            QTRY_VERIFY(key->keySequence().isEmpty()); // taken, after the moment in which another may follow
        };
        type(Qt::Key_Q);
        QVERIFY(isSaid(QStringLiteral("Ctrl+Q is taken by “Quit”. Give that other keys first.")));
        type(Qt::Key_R);
        press("Apply");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        QCOMPARE(quit->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
        QAction* later = addAction("&Reload", Qt::Key_F5); // of a page that is made later
        m_shortcuts->adopt({later, nullptr});
        QCOMPARE(later->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_R));
        press("No Keys");
        press("Apply");
        QVERIFY(reload->shortcut().isEmpty());
        QVERIFY(Settings(shell({})).values().shortcuts.contains(QStringLiteral("Reload")));
        press("Usual Keys");
        press("OK");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::Key_F5));
        QVERIFY(m_settings->values().shortcuts.isEmpty());
    }

    // Two acts on the same keys would have none.
    void usualKeysThatAreTakenStayWhereTheyAre() {
        QAction* reload = addAction("&Reload", Qt::Key_F5);
        QAction* quit = addAction("&Quit…", Qt::CTRL | Qt::Key_Q);
        m_shortcuts->adopt(m_owner->actions());
        SettingsValues values;
        values.shortcuts = {{QStringLiteral("Reload"), {QKeySequence(Qt::Key_F6)}},
                            {QStringLiteral("Quit"), {QKeySequence(Qt::Key_F5)}}};
        connect(m_settings.get(), &Settings::changed, this,
                [this] { m_shortcuts->setKeys(m_settings->values().shortcuts); });
        m_settings->apply(values);
        open("Keyboard");
        auto* view = in<QTreeView>(QStringLiteral("Acts and their keys"));
        view->setFocus();
        Hands::key(Qt::Key_Home);
        press("Usual Keys");
        QVERIFY(isSaid(QStringLiteral("F5 is taken by “Quit”. Give that other keys first.")));
        QVERIFY(!called<QPushButton>(QStringLiteral("Apply"))->isEnabled());
        view->setFocus();
        Hands::key(Qt::Key_End);
        press("Usual Keys");
        view->setFocus();
        Hands::key(Qt::Key_Home);
        press("Usual Keys");
        QVERIFY(!isSaid(QStringLiteral("is taken by")));
        press("OK");
        QCOMPARE(reload->shortcut(), QKeySequence(Qt::Key_F5));
        QCOMPARE(quit->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_Q));
        QVERIFY(m_settings->values().shortcuts.isEmpty());
    }

    void actsInTheSameWordsAreTwo() {
        QAction* dock = addAction("&Registry", {});
        QAction* pane = addAction("&Registry", Qt::CTRL | Qt::Key_1);
        m_shortcuts->adopt(m_owner->actions());
        QCOMPARE(m_shortcuts->acts().size(), 2U);
        m_shortcuts->setKeys({{QStringLiteral("Registry"), {QKeySequence(Qt::Key_F9)}}});
        QCOMPARE(dock->shortcut(), QKeySequence(Qt::Key_F9));
        QCOMPARE(pane->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_1));
        m_shortcuts->setKeys({});
        QVERIFY(dock->shortcut().isEmpty());
        QCOMPARE(pane->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_1));
    }

    void thePageShownLastIsShownFirst() {
        open("Log");
        press("Cancel");
        m_dialog = std::make_unique<SettingsDialog>(SettingsDialog::Context{
            *m_settings, *m_shortcuts, m_theme, bundled_snapshot(), QStringLiteral("Bundled registry")});
        QCOMPARE(m_dialog->findChild<QListWidget*>()->currentItem()->text(), QStringLiteral("Log"));
    }
};

QTEST_MAIN(SettingsDialogTest)
#include "settings_dialog_test.moc"
