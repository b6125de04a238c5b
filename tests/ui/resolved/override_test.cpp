// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/desk.h"
#include "ui/buffers/buffer_key.h"
#include "ui/detail/notice_bar.h"
#include "ui/resolved/config_rows_model.h"
#include "ui/resolved/config_section.h"
#include "ui/resolved/link_tree_view.h"
#include "ui/resolved/resolved_model.h"
#include "ui/resolved/resolved_panel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QTextDocumentFragment>

#include <algorithm>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

const QByteArray llama = "# mine\nname: mine\nmodel_family: llama\nmodel_arch: llama3_2_1b\n";
const QByteArray withOverrides = llama + "model_config_overrides:\n  max_seq_len: 4096  # short\n---\nname: next\n";

/// An editor with a card and the panel beside it, all fields of the config shown.
struct Bench {
    Desk desk;
    EditorPage* page = nullptr;
    std::unique_ptr<ResolvedPanel> panel;

    explicit Bench(const QByteArray& text, const char* card = "mine") {
        desk.write(QStringLiteral("a.yaml"), text);
        desk.load();
        const Catalog& catalog = desk.workspace.session()->catalog();
        const CardRef ref = *catalog.find(card, "");
        page = desk.show(desk.buffers.open(keyOfFile(catalog, ref.file)));
        panel = std::make_unique<ResolvedPanel>(desk.buffers, desk.navigator, desk.theme);
        panel->resize(460, 900);
        panel->setCard(ref);
        panel->refresh();
        panel->show();
        panel->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(panel.get()));
        config().onlyWhatDiffers().setChecked(false);
    }

    [[nodiscard]] ConfigSection& config() const { return panel->config(); }
    [[nodiscard]] LinkTreeView& view() const { return config().view(); }
    [[nodiscard]] QByteArray text() const { return page->buffer().text(); }

    [[nodiscard]] QModelIndex cell(const QString& field) const {
        const QAbstractItemModel& model = *view().model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, ConfigRowsModel::FieldColumn).data().toString() == field)
                return model.index(row, ConfigRowsModel::NowColumn);
        return {};
    }
    [[nodiscard]] QPoint begin(const QModelIndex& index) const {
        QCoreApplication::processEvents(); // the notice above has its place
        view().scrollTo(index);
        return view().visualRect(index).topLeft() + QPoint(12, 8);
    }
    void doubleClick(const QString& field) const {
        const QPoint at = begin(cell(field));
        QTest::mouseClick(view().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseDClick(view().viewport(), Qt::LeftButton, {}, at);
        QTest::mouseRelease(view().viewport(), Qt::LeftButton, {}, at);
    }
    template <typename Editor>
    [[nodiscard]] Editor* editor() const {
        for (auto* found : view().viewport()->findChildren<Editor*>(QString(), Qt::FindDirectChildrenOnly))
            if (found->isVisible())
                return found;
        return nullptr;
    }
    /// Into the open editor, in place of what stands there.
    void type(const QString& text, Qt::Key end = Qt::Key_Return) const {
        auto* line = editor<QLineEdit>();
        QVERIFY(line != nullptr);
        QTest::keyClicks(line, text);
        QTest::keyClick(line, end);
    }
    [[nodiscard]] QString notice() const {
        for (const NoticeBar* bar : config().findChildren<NoticeBar*>())
            if (bar->isVisible())
                return bar->text();
        return {};
    }
    /// Below the config.
    [[nodiscard]] bool says(const QString& text) const {
        const auto labels = config().findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [&](const QLabel* label) { return label->isVisible() && label->text().endsWith(text); });
    }
    [[nodiscard]] QAction* menuAction(const QString& field, const QString& text) const {
        emit view().customContextMenuRequested(begin(cell(field)));
        const auto menus = config().findChildren<QMenu*>();
        for (QAction* action : menus.isEmpty() ? QList<QAction*>() : menus.last()->actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }
};

QString display(const QModelIndex& index) { return index.data().toString(); }

QString toolTip(const QModelIndex& index) {
    return QTextDocumentFragment::fromHtml(index.data(Qt::ToolTipRole).toString()).toPlainText();
}

} // namespace

class OverrideTest : public QObject {
    Q_OBJECT

private slots:
    void theHintSaysWhatCanBeDoneNow() {
        const Bench bench(llama);
        QVERIFY(bench.says(QStringLiteral("Double-click a value to override it.")));
        bench.config().onlyWhatDiffers().setChecked(true);
        QVERIFY(bench.says(QStringLiteral("Switch off “Only what differs” to override one.")));
    }

    void theHintIsOfTheCardAtHandThoughTheConfigIsTheSame() {
        Bench bench("name: mine\nbase: llama3_2_1b\n", "llama3_2_1b");
        QVERIFY(bench.says(QStringLiteral("Copy to my cards… makes one that can be changed.")));
        const Catalog& catalog = bench.desk.workspace.session()->catalog();
        const CardRef mine = *catalog.find("mine", "");
        QVERIFY(bench.desk.buffers.open(keyOfFile(catalog, mine.file)) != nullptr);
        bench.panel->setCard(mine);
        bench.panel->refresh();
        QVERIFY(bench.says(QStringLiteral("Double-click a value to override it.")));
    }

    void aDoubleClickWritesIntoTheText() {
        Bench bench(withOverrides);
        QAbstractItemModelTester tester(bench.view().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        bench.doubleClick(QStringLiteral("max_seq_len"));
        QVERIFY(bench.editor<QLineEdit>() != nullptr);
        QCOMPARE(bench.editor<QLineEdit>()->text(), QStringLiteral("4096"));
        bench.type(QStringLiteral("8192"));
        QTRY_COMPARE(bench.text(), QByteArray(withOverrides).replace("4096", "8192"));
        QTRY_COMPARE(display(bench.cell(QStringLiteral("max_seq_len"))), QStringLiteral("8192:6"));
        QTRY_VERIFY(bench.editor<QLineEdit>() == nullptr);
        QCOMPARE(bench.desk.read(QStringLiteral("a.yaml")), withOverrides);
        QVERIFY(bench.page->buffer().isModified());
        bench.page->editor().send(QsciScintillaBase::SCI_UNDO);
        QCOMPARE(bench.text(), withOverrides);
    }

    void aNewOverrideIsOneStepOfUndo() {
        Bench bench(llama + "model_config_overrides: null  # none\n---\nname: next\n");
        const QByteArray before = bench.text();
        bench.doubleClick(QStringLiteral("rope_scale.factor"));
        bench.type(QStringLiteral("8"));
        QTRY_COMPARE(bench.text(),
                     llama + "model_config_overrides:  # none\n  rope_scale:\n    factor: 8\n---\nname: next\n");
        QTRY_COMPARE(display(bench.cell(QStringLiteral("rope_scale.factor"))), QStringLiteral("8.0:7"));
        QCOMPARE(bench.view().currentIndex().row(), bench.cell(QStringLiteral("rope_scale.factor")).row());
        bench.page->editor().send(QsciScintillaBase::SCI_UNDO);
        QCOMPARE(bench.text(), before);
    }

    void escapeAndLeavingChangeNothing() {
        Bench bench(withOverrides);
        bench.doubleClick(QStringLiteral("max_seq_len"));
        bench.type(QStringLiteral("1"), Qt::Key_Escape);
        QTRY_VERIFY(bench.editor<QLineEdit>() == nullptr);
        for (const Qt::Key key : {Qt::Key_Tab, Qt::Key_Backtab}) {
            bench.doubleClick(QStringLiteral("max_seq_len"));
            bench.type(QStringLiteral("1"), key);
            QTRY_VERIFY(bench.editor<QLineEdit>() == nullptr);
        }
        bench.doubleClick(QStringLiteral("max_seq_len"));
        QTest::keyClicks(bench.editor<QLineEdit>(), QStringLiteral("1"));
        bench.config().onlyWhatDiffers().setFocus(Qt::MouseFocusReason);
        QTRY_VERIFY(bench.editor<QLineEdit>() == nullptr);
        QCoreApplication::processEvents();
        QCOMPARE(bench.text(), withOverrides);
        QCOMPARE(bench.notice(), QString());
    }

    void theKeyboardOpensTheEditor() {
        Bench bench(withOverrides);
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        for (const Qt::Key key : {Qt::Key_F2, Qt::Key_Return}) {
            bench.view().setFocus();
            bench.view().setCurrentIndex(bench.cell(QStringLiteral("max_seq_len")));
            QTest::keyClick(&bench.view(), key);
            QVERIFY(bench.editor<QLineEdit>() != nullptr);
            QTest::keyClick(bench.editor<QLineEdit>(), Qt::Key_Escape);
            QTRY_VERIFY(bench.editor<QLineEdit>() == nullptr);
        }
        QCOMPARE(went.size(), 0);
        bench.view().setCurrentIndex(bench.cell(QStringLiteral("max_seq_len")).siblingAtColumn(0));
        QTest::keyClick(&bench.view(), Qt::Key_F2);
        QVERIFY(bench.editor<QLineEdit>() != nullptr);
    }

    void aLinkIsItsTextOnly() {
        Bench bench(withOverrides);
        QSignalSpy went(&bench.desk.navigator, &Navigator::wentTo);
        const QModelIndex index = bench.cell(QStringLiteral("max_seq_len"));
        const QPoint value = bench.begin(index);
        QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, value);
        QCOMPARE(went.size(), 0);
        const int width = bench.view().fontMetrics().horizontalAdvance(QStringLiteral("4096"));
        QTest::mouseClick(bench.view().viewport(), Qt::LeftButton, {}, value + QPoint(width + 4, 0));
        QCOMPARE(went.size(), 1);
        QCOMPARE(went[0][0].value<Location>().begin, withOverrides.indexOf("max_seq_len"));
    }

    void fewValuesAreAList() {
        Bench bench(llama);
        bench.doubleClick(QStringLiteral("tied_embeddings"));
        auto* combo = bench.editor<QComboBox>();
        QVERIFY(combo != nullptr);
        QCOMPARE(combo->count(), 2);
        QCOMPARE(combo->currentText(), QStringLiteral("true"));
        QTRY_VERIFY(combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_Down);
        QTest::keyClick(combo->view(), Qt::Key_Return);
        QTRY_COMPARE(bench.text(), llama + "model_config_overrides:\n  tied_embeddings: false\n");
        QTRY_COMPARE(display(bench.cell(QStringLiteral("tied_embeddings"))), QStringLiteral("false:6"));
    }

    void aListIsLeftByEscape() {
        Bench bench(llama);
        bench.doubleClick(QStringLiteral("tied_embeddings"));
        QPointer<QComboBox> combo = bench.editor<QComboBox>();
        QTRY_VERIFY(combo && combo->view()->isVisible());
        QTest::keyClick(combo->view(), Qt::Key_Down);
        QTest::keyClick(combo->view(), Qt::Key_Escape);
        QTRY_VERIFY(!combo || !combo->view()->isVisible());
        if (combo)
            QTest::keyClick(combo, Qt::Key_Escape);
        QTRY_VERIFY(!combo);
        QCOMPARE(bench.text(), llama);
    }

    void whatItHasAlreadyIsWritten() {
        Bench bench(llama);
        bench.doubleClick(QStringLiteral("num_layers"));
        QTest::keyClick(bench.editor<QLineEdit>(), Qt::Key_Return);
        QTRY_COMPARE(bench.text(), llama + "model_config_overrides:\n  num_layers: 16\n");
    }

    void aRefusalSaysWhy() {
        Bench bench(withOverrides);
        bench.doubleClick(QStringLiteral("num_layers"));
        bench.type(QStringLiteral("1.5"));
        QTRY_COMPARE(bench.notice(), QStringLiteral("num_layers was not changed. fairseq2 would make 1 of it."));
        QCOMPARE(bench.text(), withOverrides);
        bench.doubleClick(QStringLiteral("num_layers"));
        QCOMPARE(bench.notice(), QString());
        bench.type(QStringLiteral("15"));
        QTRY_VERIFY(bench.text().contains("  num_layers: 15\n"));
        QCOMPARE(bench.notice(), QString());
    }

    void aWrongValueIsMended() {
        Bench bench(llama + "model_config_overrides: {num_layers: some}\n");
        bench.doubleClick(QStringLiteral("num_layers"));
        QCOMPARE(bench.editor<QLineEdit>()->text(), QStringLiteral("some"));
        bench.type(QStringLiteral("4"));
        QTRY_COMPARE(bench.text(), llama + "model_config_overrides: {num_layers: 4}\n");
    }

    void theNearestConfigCanBeOverridden() {
        const QByteArray wrong = "name: mine\nmodel_family: llama\nmodel_arch: llama3_1_8\n";
        Bench bench(wrong);
        bench.doubleClick(QStringLiteral("max_seq_len"));
        bench.type(QStringLiteral("4096"));
        QTRY_COMPARE(bench.text(), wrong + "model_config_overrides:\n  max_seq_len: 4096\n");
    }

    void aPackagesCardIsLeftAlone() {
        Bench bench(llama, "llama3_2_1b");
        const QString why =
            QStringLiteral("This card belongs to a package. Copy to my cards… makes one that can be changed.");
        bench.doubleClick(QStringLiteral("num_layers"));
        QVERIFY(bench.editor<QLineEdit>() == nullptr);
        QCOMPARE(bench.notice(), QStringLiteral("num_layers was not changed. ") + why);
        QVERIFY(toolTip(bench.cell(QStringLiteral("num_layers"))).endsWith(why));
        const QAction* write = bench.menuAction(QStringLiteral("num_layers"), QStringLiteral("Write Override…"));
        QVERIFY(write != nullptr && !write->isEnabled());
        QCOMPARE(QTextDocumentFragment::fromHtml(write->toolTip()).toPlainText(), why);
    }

    void theMenuWritesAndRemoves() {
        Bench bench(withOverrides);
        QVERIFY(toolTip(bench.cell(QStringLiteral("max_seq_len")))
                    .endsWith(QStringLiteral("Double-click or F2 writes an override into the card")));
        QAction* none = bench.menuAction(QStringLiteral("num_layers"), QStringLiteral("Remove Override"));
        QVERIFY(none != nullptr && !none->isEnabled());
        QAction* write = bench.menuAction(QStringLiteral("num_layers"), QStringLiteral("Write Override…"));
        QVERIFY(write != nullptr && write->isEnabled());
        write->trigger();
        bench.type(QStringLiteral("9"));
        QTRY_VERIFY(bench.text().contains("  num_layers: 9\n"));
        QTRY_COMPARE(display(bench.cell(QStringLiteral("num_layers"))), QStringLiteral("9:7"));
        for (const char* field : {"num_layers", "max_seq_len"}) {
            QAction* remove = bench.menuAction(QString::fromLatin1(field), QStringLiteral("Remove Override"));
            QVERIFY(remove != nullptr && remove->isEnabled());
            remove->trigger();
            bench.panel->refresh();
        }
        QCOMPARE(bench.text(), llama + "  # short\n---\nname: next\n");
    }

    void aCardThatIsGoneIsNotWritten() {
        Bench bench(withOverrides);
        bench.doubleClick(QStringLiteral("max_seq_len"));
        bench.page->buffer().replace(0, withOverrides.indexOf("---\n") + 4, {});
        bench.type(QStringLiteral("1"));
        QCoreApplication::processEvents();
        QCOMPARE(bench.text(), QByteArray("name: next\n"));
    }
};

QTEST_MAIN(OverrideTest)
#include "override_test.moc"
