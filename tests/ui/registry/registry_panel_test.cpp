// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/registry/registry_fixture.h"

#include "ui/registry/registry_panel.h"
#include "ui/registry/registry_view.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace fairlead;
using namespace fairlead::ui;

class RegistryPanelTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void clickAndEnterLeadToThePlace();
    void typingFilters();
    void filteringUnfoldsAndFoldsBack();
    void scopesShowYoursAndWhatIsWrong();
    void anEmptyResultSaysWhy();
    void keysGoBetweenFilterAndTree();
    void selectionAndUnfoldedRowsOutliveAnEdit();
    void unfoldedRowsCanBeKept();
    void followsThePlaceWhereItIsSeen();
    void ofAPlaceWithoutARowNothingIsSelectedUntilThereIsOne();
    void followsAnEditWhenTheRowsDo();
    void aPlaceThatOneGoesToIsUnfolded();
    void ofSeveralRowsTheNearestIsTaken();
    void sectionsAreShownOnDemand();
    void hasNamesForAssistiveTechnology();

private:
    QModelIndex at(const QStringList& texts) const { return rowCalled(*view()->model(), texts); }
    RegistryView* view() const { return panel->findChild<RegistryView*>(); }
    QLineEdit* text() const { return panel->findChild<QLineEdit*>(); }
    QComboBox* scope() const { return panel->findChild<QComboBox*>(); }

    std::unique_ptr<RegistryFixture> m;
    std::unique_ptr<RegistryModel> model;
    std::unique_ptr<RegistryPanel> panel;
    QString path;
};

void RegistryPanelTest::init() {
    m = std::make_unique<RegistryFixture>();
    path = m->write(QStringLiteral("cards/a.yaml"),
                    "name: my_llama\nmodel_family: llama\nmodel_arch: 7b\ncheckpoint: hg://x/y\n---\n"
                    "name: broken\nmodel_family: llama\nmodel_arch: nope\ncheckpoint: hg://x/y\n");
    model = std::make_unique<RegistryModel>(m->workspace, m->theme);
    panel = std::make_unique<RegistryPanel>(m->workspace, *model, m->theme);
    panel->resize(300, 700);
    panel->show();
    QVERIFY(QTest::qWaitForWindowActive(panel.get()));
    QVERIFY(m->open({m->folder.filePath(QStringLiteral("cards"))}));
    panel->unfoldByDefault();
}

void RegistryPanelTest::cleanup() {
    panel.reset();
    model.reset();
    m.reset();
}

void RegistryPanelTest::clickAndEnterLeadToThePlace() {
    QSignalSpy chosen(panel.get(), &RegistryPanel::locationChosen);
    const QModelIndex llama = at({QStringLiteral("Models"), QStringLiteral("llama")});
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(llama).center());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.takeFirst()[0].value<Location>(), Location::ofFamily(FamilyKind::model, QStringLiteral("llama")));

    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.takeFirst()[0].value<Location>(), Location::ofFamily(FamilyKind::model, QStringLiteral("llama4")));

    const QModelIndex section = at({QStringLiteral("Models")});
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(section).center());
    QCOMPARE(chosen.size(), 0);
}

void RegistryPanelTest::typingFilters() {
    QTest::keyClicks(text(), QStringLiteral("MY_LL"));
    QTRY_COMPARE(textsBelow(*view()->model(), {}), (QStringList{QStringLiteral("Models"), QStringLiteral("Sources")}));
    QVERIFY(at({QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards"),
                QStringLiteral("my_llama")})
                .isValid());
    text()->clear();
    QTRY_COMPARE(view()->model()->rowCount(), 4);
    QTest::keyClicks(text(), QStringLiteral("mistral"));
    QTRY_VERIFY(
        at({QStringLiteral("Models"), QStringLiteral("mistral"), QStringLiteral("Architectures"), QStringLiteral("7b")})
            .isValid()); // what is below a row with the text stays
    QTRY_VERIFY(!at({QStringLiteral("Models"), QStringLiteral("llama")}).isValid());
}

void RegistryPanelTest::filteringUnfoldsAndFoldsBack() {
    const QStringList before = panel->unfolded();
    QVERIFY(!before.isEmpty());
    QTest::keyClicks(text(), QStringLiteral("my_llama"));
    const QStringList card = {QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards"),
                              QStringLiteral("my_llama")};
    QTRY_VERIFY(at(card).isValid() && !view()->visualRect(at(card)).isEmpty());
    QTest::keyClick(text(), Qt::Key_Escape);
    QTRY_COMPARE(panel->unfolded(), before);
}

void RegistryPanelTest::scopesShowYoursAndWhatIsWrong() {
    scope()->setCurrentIndex(scope()->findText(QStringLiteral("Yours")));
    QCOMPARE(textsBelow(*view()->model(), at({QStringLiteral("Models")})), QStringList{QStringLiteral("llama")});
    QCOMPARE(textsBelow(*view()->model(), at({QStringLiteral("Models"), QStringLiteral("llama")})),
             QStringList{QStringLiteral("Your cards")});
    QCOMPARE(view()->model()->rowCount(at({QStringLiteral("Sources")})), 1);

    scope()->setCurrentIndex(scope()->findText(QStringLiteral("With problems")));
    QCOMPARE(textsBelow(*view()->model(),
                        at({QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards")})),
             QStringList{QStringLiteral("broken")});
}

void RegistryPanelTest::anEmptyResultSaysWhy() {
    QTest::keyClicks(text(), QStringLiteral("zz&z<b>"));
    QTRY_VERIFY(!view()->isVisible());
    const auto labels = panel->findChildren<QLabel*>();
    QCOMPARE(labels.size(), 1);
    QVERIFY(labels[0]->isVisible());
    QCOMPARE(labels[0]->text(), QStringLiteral("Nothing here is called zz&z<b>."));
    QCOMPARE(labels[0]->textFormat(), Qt::PlainText);
    text()->clear();
    QTRY_VERIFY(view()->isVisible());
    QVERIFY(!labels[0]->isVisible());
}

void RegistryPanelTest::keysGoBetweenFilterAndTree() {
    view()->setFocus();
    QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(text()->hasFocus());
    QTest::keyClick(text(), Qt::Key_Down);
    QVERIFY(view()->hasFocus());
    QVERIFY(view()->currentIndex().isValid());
}

void RegistryPanelTest::selectionAndUnfoldedRowsOutliveAnEdit() {
    const QModelIndex card = at(
        {QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards"), QStringLiteral("my_llama")});
    for (QModelIndex parent = card.parent(); parent.isValid(); parent = parent.parent())
        view()->expand(parent);
    view()->setCurrentIndex(card);
    const QStringList before = panel->unfolded();
    m->workspace.edit(*m->workspace.fileAt(path), 0, 0, "name: first\nmodel_family: llama\nmodel_arch: 13b\n---\n");
    QTRY_VERIFY(
        at({QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards"), QStringLiteral("first")})
            .isValid());
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("my_llama"));
    QCOMPARE(panel->unfolded(), before);
}

void RegistryPanelTest::unfoldedRowsCanBeKept() {
    const QModelIndex group = at({QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Architectures")});
    view()->expand(group.parent());
    view()->expand(group);
    const QStringList kept = panel->unfolded();
    view()->collapseAll();
    QVERIFY(panel->unfolded().isEmpty());
    panel->unfold(kept + QStringList{QStringLiteral("Models\tgone")});
    QCOMPARE(panel->unfolded(), kept);
}

void RegistryPanelTest::followsThePlaceWhereItIsSeen() {
    panel->follow(Location::ofFamily(FamilyKind::model, QStringLiteral("qwen")));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("qwen"));
    panel->follow(Location::ofArchitecture(QStringLiteral("qwen"), QStringLiteral("qwen3_8b")));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("qwen")); // its row is folded away
    panel->follow(Location::ofArchitecture(QStringLiteral("mistral"), QStringLiteral("7b")));
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("mistral"));
    QVERIFY(!view()->isExpanded(view()->currentIndex()));
}

// A file from elsewhere is a source of its own a moment after it is opened.
void RegistryPanelTest::ofAPlaceWithoutARowNothingIsSelectedUntilThereIsOne() {
    panel->follow(Location::ofFamily(FamilyKind::model, QStringLiteral("qwen")));
    QVERIFY(!view()->selectionModel()->selectedIndexes().isEmpty());
    const QString other = m->write(QStringLiteral("other/b.yaml"), "name: theirs\nmodel_family: mistral\n");
    panel->reveal(Location::inFile(other, 6, 6));
    panel->follow(Location::inFile(other, 6, 6)); // as the editor tells of its cursor
    QVERIFY(view()->selectionModel()->selectedIndexes().isEmpty());
    QVERIFY(m->open({m->folder.filePath(QStringLiteral("cards")), other}));
    QTRY_COMPARE(view()->currentIndex().data().toString(), QStringLiteral("theirs"));
    QVERIFY(!view()->visualRect(view()->currentIndex()).isEmpty());
    QVERIFY(view()->selectionModel()->isSelected(view()->currentIndex()));
    panel->reveal(Location::welcome());
    QVERIFY(view()->selectionModel()->selectedIndexes().isEmpty());
    panel->reveal(Location::inFile(other, 6, 6));
    QVERIFY(view()->selectionModel()->isSelected(view()->currentIndex()));
}

// A page tells of its place after every keystroke; the rows are made anew only when there is a pause.
void RegistryPanelTest::followsAnEditWhenTheRowsDo() {
    view()->expandAll();
    QSignalSpy updated(model.get(), &RegistryModel::updated);
    m->workspace.edit(*m->workspace.fileAt(path), 0, 0, "name: first\nmodel_family: llama\nmodel_arch: 13b\n---\n");
    panel->follow(Location::inFile(path, 6, 6));
    QCOMPARE(updated.size(), 0);
    QVERIFY(updated.wait());
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("first"));
}

void RegistryPanelTest::aPlaceThatOneGoesToIsUnfolded() {
    panel->reveal(Location::ofArchitecture(QStringLiteral("qwen"), QStringLiteral("qwen3_8b")));
    QCOMPARE(model->keyPath(panel->findChild<RegistryFilter*>()->mapToSource(view()->currentIndex())).last(),
             QStringLiteral("qwen3_8b"));
    QVERIFY(view()->viewport()->rect().contains(view()->visualRect(view()->currentIndex()).center()));
    view()->collapseAll();
    m->workspace.edit(*m->workspace.fileAt(path), 0, 0, "name: first\nmodel_family: llama\nmodel_arch: 13b\n---\n");
    panel->reveal(Location::inFile(path, 6, 6)); // before the rows know of it
    panel->follow(Location::inFile(path, 6, 6)); // as the editor tells of its cursor
    QTRY_COMPARE(view()->currentIndex().data().toString(), QStringLiteral("first"));
}

// A card stands below its family and below its file.
void RegistryPanelTest::ofSeveralRowsTheNearestIsTaken() {
    const QModelIndex yours = at({QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards")});
    const Location mine = Location::inFile(path, 6, 6);
    const auto parent = [this] { return view()->currentIndex().parent().data().toString(); };
    view()->collapseAll();
    panel->reveal(mine);
    QCOMPARE(parent(), QStringLiteral("Your cards"));
    view()->expandAll();
    const auto clickOn = [&](const QModelIndex& index) {
        view()->scrollTo(index);
        QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, view()->visualRect(index).center());
        panel->reveal(mine);
    };
    const QModelIndex file = at({QStringLiteral("Sources")}).model()->index(1, 0, at({QStringLiteral("Sources")}));
    clickOn(file.model()->index(0, 0, file.model()->index(0, 0, file)));
    QCOMPARE(parent(), QStringLiteral("a.yaml"));
    clickOn(yours.model()->index(1, 0, yours));
    QCOMPARE(parent(), QStringLiteral("Your cards"));
    view()->collapse(yours);
    panel->follow(mine);
    QCOMPARE(parent(), QStringLiteral("a.yaml"));
    view()->scrollToTop(); // by the person, who goes on to type
    panel->follow(mine);
    QCOMPARE(view()->verticalScrollBar()->value(), 0);
}

void RegistryPanelTest::sectionsAreShownOnDemand() {
    view()->collapseAll();
    panel->showSection(FamilyKind::tokenizer);
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("Tokenizers"));
    QVERIFY(view()->isExpanded(view()->currentIndex()));
    QVERIFY(view()->hasFocus());
    panel->showSources();
    QCOMPARE(view()->currentIndex().data().toString(), QStringLiteral("Sources"));
    QVERIFY(view()->isExpanded(view()->currentIndex()));
}

void RegistryPanelTest::hasNamesForAssistiveTechnology() {
    const auto nameOf = [](QObject* object) {
        return QAccessible::queryAccessibleInterface(object)->text(QAccessible::Name);
    };
    QCOMPARE(nameOf(view()), QStringLiteral("Registry"));
    QCOMPARE(nameOf(text()), QStringLiteral("Filter the registry"));
    // The name of a combo box is what it shows.
    QCOMPARE(nameOf(scope()), QStringLiteral("All"));
    QCOMPARE(QAccessible::queryAccessibleInterface(scope())->text(QAccessible::Description),
             QStringLiteral("Which rows are shown"));
    QAccessibleInterface* tree = QAccessible::queryAccessibleInterface(view());
    QCOMPARE(tree->role(), QAccessible::Tree);
    QVERIFY(tree->tableInterface());
    QCOMPARE(tree->tableInterface()->cellAt(0, 0)->text(QAccessible::Name),
             QStringLiteral("Models, errors · 15 families"));
}

QTEST_MAIN(RegistryPanelTest)
#include "registry_panel_test.moc"
