// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/registry/registry_fixture.h"

#include <QAbstractItemModelTester>
#include <QTextDocumentFragment>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

QString detailOf(const QModelIndex& index) { return index.data(RegistryModel::DetailRole).toString(); }

Trouble troubleOf(const QModelIndex& index) {
    return static_cast<Trouble>(index.data(RegistryModel::TroubleRole).toInt());
}

} // namespace

class RegistryModelTest : public QObject {
    Q_OBJECT

private slots:
    void init() { m = std::make_unique<RegistryFixture>(); }
    void cleanup() { m.reset(); }

    void showsTheRegistryBeforeAnythingIsRead();
    void showsWhatFairseq2Brings();
    void showsYourCardsBesideThePackages();
    void showsSourcesFilesAndDocuments();
    void beyondALimitNothingIsClaimed();
    void aFileIsASourceOfItsOwn();
    void troubleIsSeenFromAbove();
    void familiesThatNobodyRegisteredAreShown();
    void whatWasNotReadIsShown();
    void noNameIsTakenForMarkup();
    void leadsToPlacesAndBack();
    void aFileIsLookedForOnce();

private:
    std::unique_ptr<RegistryFixture> m;
};

void RegistryModelTest::showsTheRegistryBeforeAnythingIsRead() {
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QCOMPARE(textsBelow(model, {}), (QStringList{QStringLiteral("Models"), QStringLiteral("Tokenizers"),
                                                 QStringLiteral("Datasets"), QStringLiteral("Sources")}));
    QCOMPARE(detailOf(model.index(0, 0)), QStringLiteral("15 families"));
    QCOMPARE(detailOf(rowCalled(model, {QStringLiteral("Models"), QStringLiteral("llama")})),
             QStringLiteral("13 archs"));
    QCOMPARE(textsBelow(model, model.sourcesSection()), QStringList{QStringLiteral("fairseq2.assets.cards")});
}

void RegistryModelTest::showsWhatFairseq2Brings() {
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(m->open({}));
    const auto detail = [&](const QStringList& texts) { return detailOf(rowCalled(model, texts)); };
    const QString models = QStringLiteral("Models");
    QCOMPARE(detail({models}), QStringLiteral("15 families"));
    QCOMPARE(detail({models, QStringLiteral("gemma3n")}), QStringLiteral("2 archs · 4 cards"));
    QCOMPARE(detail({models, QStringLiteral("jepa_classifier")}), QStringLiteral("3 archs · no card"));
    QCOMPARE(detail({models, QStringLiteral("mistral")}), QStringLiteral("1 arch · 2 cards"));
    QCOMPARE(detail({models, QStringLiteral("wav2vec2_asr")}), QStringLiteral("6 archs · 1 card"));
    QCOMPARE(detail({QStringLiteral("Tokenizers")}), QStringLiteral("10 families"));
    QCOMPARE(detail({QStringLiteral("Tokenizers"), QStringLiteral("llama")}), QStringLiteral("25 cards"));
    QCOMPARE(detail({QStringLiteral("Datasets")}), QStringLiteral("no family · 5 cards"));
    QCOMPARE(detail({QStringLiteral("Sources")}), QStringLiteral("1"));
    QCOMPARE(detail({QStringLiteral("Sources"), QStringLiteral("fairseq2.assets.cards")}), QStringLiteral("88 cards"));

    const QStringList architectures = {
        QStringLiteral("7b"),          QStringLiteral("13b"),         QStringLiteral("33b"),
        QStringLiteral("65b"),         QStringLiteral("llama2_7b"),   QStringLiteral("llama2_13b"),
        QStringLiteral("llama2_70b"),  QStringLiteral("llama3_1_8b"), QStringLiteral("llama3_1_70b"),
        QStringLiteral("llama3_2_1b"), QStringLiteral("llama3_2_3b"), QStringLiteral("llama3_8b"),
        QStringLiteral("llama3_70b")};
    const QModelIndex llama = rowCalled(model, {models, QStringLiteral("llama")});
    QCOMPARE(textsBelow(model, llama), (QStringList{QStringLiteral("Architectures"), QStringLiteral("Package cards")}));
    QCOMPARE(textsBelow(model, model.index(0, 0, llama)), architectures);
    for (int section = 0; section < model.rowCount(); ++section)
        QCOMPARE(troubleOf(model.index(section, 0)), Trouble::None);
}

void RegistryModelTest::showsYourCardsBesideThePackages() {
    m->write(QStringLiteral("models.yaml"), "name: my_llama\nbase: llama3_1_8b_instruct\n---\nname: my_llama@cluster\n"
                                            "checkpoint: /x\n");
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(m->openFolder());
    const QModelIndex llama = rowCalled(model, {QStringLiteral("Models"), QStringLiteral("llama")});
    QCOMPARE(textsBelow(model, llama), (QStringList{QStringLiteral("Architectures"), QStringLiteral("Your cards"),
                                                    QStringLiteral("Package cards")}));
    const QModelIndex yours = model.index(1, 0, llama);
    QCOMPARE(textsBelow(model, yours), (QStringList{QStringLiteral("my_llama"), QStringLiteral("my_llama@cluster")}));
    QCOMPARE(detailOf(yours), QStringLiteral("2"));
    QCOMPARE(detailOf(model.index(1, 0, yours)), QStringLiteral("overlay"));
    QVERIFY(yours.data(RegistryModel::YoursRole).toBool());
    QVERIFY(!model.index(2, 0, llama).data(RegistryModel::YoursRole).toBool());
}

void RegistryModelTest::showsSourcesFilesAndDocuments() {
    m->write(QStringLiteral("b10.yaml"), "name: b10\n");
    m->write(QStringLiteral("b9.yaml"), "name: b9\n---\nname: b9@env\n");
    m->write(QStringLiteral("old/a.yaml"), "name: a\n---\n---\n- x\n---\nfoo: 1\n---\nname: 7\n---\nname: [\n");
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(m->openFolder());
    const QModelIndex source = model.index(1, 0, model.sourcesSection());
    QCOMPARE(textsBelow(model, source),
             (QStringList{QStringLiteral("b9.yaml"), QStringLiteral("b10.yaml"), QStringLiteral("old/a.yaml")}));
    QCOMPARE(detailOf(source), QStringLiteral("will not load"));
    QCOMPARE(detailOf(model.index(0, 0, source)), QStringLiteral("2 cards"));
    QCOMPARE(textsBelow(model, model.index(2, 0, source)),
             (QStringList{QStringLiteral("a"), QStringLiteral("(empty document)"), QStringLiteral("(not a card)"),
                          QStringLiteral("(no name)"), QStringLiteral("(name is no text)"),
                          QStringLiteral("(cannot be read)")}));
    QCOMPARE(detailOf(model.index(2, 0, source)), QStringLiteral("5 errors"));
    QCOMPARE(model.index(2, 0, source).data(RegistryModel::PathRole).toString(),
             m->folder.filePath(QStringLiteral("old/a.yaml")));
}

void RegistryModelTest::beyondALimitNothingIsClaimed() {
    QFile large(m->write(QStringLiteral("large.yaml"), "name: x\n"));
    QVERIFY(large.resize((64 << 20) + 1));
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->openFolder());
    QCOMPARE(detailOf(model.index(1, 0, model.sourcesSection())), QStringLiteral("not all read"));
}

void RegistryModelTest::aFileIsASourceOfItsOwn() {
    const QString path = m->write(QStringLiteral("one.yaml"), "name: one\n");
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(m->open({path}));
    const QModelIndex file = model.index(1, 0, model.sourcesSection());
    QCOMPARE(file.data(RegistryModel::KindRole).toInt(), static_cast<int>(RowKind::File));
    QCOMPARE(file.data().toString(), path);
    QCOMPARE(textsBelow(model, file), QStringList{QStringLiteral("one")});
}

void RegistryModelTest::troubleIsSeenFromAbove() {
    m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: llama3_1_8\ncheckpoint: hg://x/y\n");
    m->write(QStringLiteral("b.yaml"), "name: b\n");
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->openFolder());
    const auto at = [&](const QStringList& texts) { return rowCalled(model, texts); };
    const QString models = QStringLiteral("Models");
    const QString llama = QStringLiteral("llama");
    const QString yours = QStringLiteral("Your cards");
    for (const QStringList& texts :
         {QStringList{models}, QStringList{models, llama}, QStringList{models, llama, yours},
          QStringList{models, llama, yours, QStringLiteral("a")}, QStringList{QStringLiteral("Sources")}})
        QCOMPARE(troubleOf(at(texts)), Trouble::Error);
    QCOMPARE(troubleOf(at({models, QStringLiteral("nllb")})), Trouble::None);
    const QModelIndex source = model.index(1, 0, model.sourcesSection());
    QCOMPARE(troubleOf(model.index(0, 0, source)), Trouble::Error);
    QCOMPARE(troubleOf(model.index(1, 0, source)), Trouble::None);
    QCOMPARE(detailOf(source), QStringLiteral("1 error"));
}

void RegistryModelTest::familiesThatNobodyRegisteredAreShown() {
    m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: speechlab\nmodel_arch: x\n");
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->openFolder());
    const QModelIndex family = rowCalled(model, {QStringLiteral("Models"), QStringLiteral("speechlab")});
    QVERIFY(family.isValid());
    QCOMPARE(detailOf(family), QStringLiteral("not registered"));
    QCOMPARE(troubleOf(family), Trouble::Error);
    QCOMPARE(detailOf(model.index(0, 0)), QStringLiteral("15 families"));
}

void RegistryModelTest::whatWasNotReadIsShown() {
    m->write(QStringLiteral("a.yaml"), "name: a\n");
    m->write(QStringLiteral("B.YAML"), "name: b\n");
    RegistryModel model(m->workspace, m->theme);
    const QAbstractItemModelTester tester(&model);
    QVERIFY(m->openFolder());
    const QModelIndex note =
        rowCalled(model, {QStringLiteral("Sources"), model.index(1, 0, model.sourcesSection()).data().toString(),
                          QStringLiteral("B.YAML")});
    QVERIFY(note.isValid());
    QCOMPARE(detailOf(note), QStringLiteral("not read"));
    QVERIFY(note.data(Qt::ToolTipRole).toString().contains(QStringLiteral("B.YAML")));
}

// A tool tip that takes a name for markup reads the file that an image's place names, and waits for a pipe.
void RegistryModelTest::noNameIsTakenForMarkup() {
    const QString name = QStringLiteral("<img src='pipe'>");
    m->write(QStringLiteral("a.yaml"), "name: \"" + name.toUtf8() + "\"\nmodel_family: llama\n");
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->openFolder());
    const QModelIndex card =
        rowCalled(model, {QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards"), name});
    QVERIFY(card.isValid());
    const QString toolTip = card.data(Qt::ToolTipRole).toString();
    QVERIFY2(!toolTip.contains(name), qPrintable(toolTip));
    QVERIFY(QTextDocumentFragment::fromHtml(toolTip).toPlainText().startsWith(name));
}

void RegistryModelTest::leadsToPlacesAndBack() {
    const QString path = m->write(QStringLiteral("a.yaml"), "# lab\nname: a\nmodel_family: llama\n---\n");
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->openFolder());
    const auto at = [&](const QStringList& texts) { return rowCalled(model, texts); };
    const QString models = QStringLiteral("Models");
    const QString llama = QStringLiteral("llama");
    QCOMPARE(model.locationOf(at({models})), std::nullopt);
    QCOMPARE(model.locationOf(at({models, llama, QStringLiteral("Architectures")})), std::nullopt);
    QCOMPARE(*model.locationOf(at({models, llama})), Location::ofFamily(FamilyKind::model, llama));
    QCOMPARE(*model.locationOf(at({models, llama, QStringLiteral("Architectures"), QStringLiteral("7b")})),
             Location::ofArchitecture(llama, QStringLiteral("7b")));
    QCOMPARE(*model.locationOf(at({QStringLiteral("Tokenizers"), llama})),
             Location::ofFamily(FamilyKind::tokenizer, llama));
    const Location name = Location::inFile(path, 12, 13);
    QCOMPARE(*model.locationOf(at({models, llama, QStringLiteral("Your cards"), QStringLiteral("a")})), name);
    const QModelIndex file = model.index(0, 0, model.index(1, 0, model.sourcesSection()));
    QCOMPARE(*model.locationOf(file), Location::inFile(path));
    QCOMPARE(*model.locationOf(model.index(1, 0, file)), Location::inFile(path, 34, 37)); // the `---`

    QCOMPARE(model.indexOf(Location::ofFamily(FamilyKind::model, llama)), at({models, llama}));
    QCOMPARE(model.indexOf(Location::ofArchitecture(llama, QStringLiteral("13b"))).data().toString(),
             QStringLiteral("13b"));
    QCOMPARE(model.indexOf(name), model.index(0, 0, file));
    QCOMPARE(model.indexOf(Location::inFile(path)), file);
    QVERIFY(!model.indexOf(Location::ofFamily(FamilyKind::model, QStringLiteral("nope"))).isValid());
    QVERIFY(!model.indexOf(Location::inFile(QStringLiteral("/nope.yaml"))).isValid());
    QVERIFY(!model.indexOf(Location::welcome()).isValid());

    const QModelIndex architecture = at({models, llama, QStringLiteral("Architectures"), QStringLiteral("7b")});
    QCOMPARE(model.indexOfKeys(model.keyPath(architecture)), architecture);
    QVERIFY(!model.indexOfKeys({models, QStringLiteral("nope")}).isValid());
}

// Whoever follows a cursor asks for the same file again and again: the disk may be slow, the files many.
void RegistryModelTest::aFileIsLookedForOnce() {
    m->write(QStringLiteral("cards/a.yaml"), "name: a\n");
    m->write(QStringLiteral("cards/b.yaml"), "name: b\n");
    QVERIFY(QFile::link(m->folder.filePath(QStringLiteral("cards")), m->folder.filePath(QStringLiteral("link"))));
    RegistryModel model(m->workspace, m->theme);
    QVERIFY(m->open({m->folder.filePath(QStringLiteral("cards"))}));
    const auto byLink = [&](const QString& name) {
        return model.indexOf(Location::inFile(m->folder.filePath(QStringLiteral("link/") + name), 0, 0))
            .data()
            .toString();
    };
    QCOMPARE(byLink(QStringLiteral("a.yaml")), QStringLiteral("a"));
    QVERIFY(QFile::remove(m->folder.filePath(QStringLiteral("link"))));
    QCOMPARE(byLink(QStringLiteral("a.yaml")), QStringLiteral("a"));
    QCOMPARE(byLink(QStringLiteral("b.yaml")), QString());
    QVERIFY(m->open({m->folder.filePath(QStringLiteral("cards"))}));
    QCOMPARE(byLink(QStringLiteral("a.yaml")), QString());
}

QTEST_MAIN(RegistryModelTest)
#include "registry_model_test.moc"
