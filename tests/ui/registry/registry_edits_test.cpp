// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/registry/registry_fixture.h"
#include "tests/ui/support/longest_turn.h"

#include "ui/registry/registry_tree.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>

#include <algorithm>
#include <limits>

using namespace fairlead;
using namespace fairlead::ui;

namespace {

// All that is seen of a tree, to compare two.
QString dump(const RegistryRow& row, int depth = 0) {
    QString text =
        QStringLiteral("%1%2 | %3 | %4 | %5 | %6:%7\n")
            .arg(QString(qsizetype{depth} * 2, QLatin1Char(' ')), row.text, row.detail, QString::fromLatin1(row.icon))
            .arg(static_cast<int>(row.trouble))
            .arg(row.card.file)
            .arg(row.card.document);
    for (const auto& child : row.children)
        text += dump(*child, depth + 1);
    return text;
}

} // namespace

/// How the rows follow edits and loads.
class RegistryEditsTest : public QObject {
    Q_OBJECT

    std::unique_ptr<RegistryFixture> m;

private slots:
    void init() { m = std::make_unique<RegistryFixture>(); }
    void cleanup() { m.reset(); }

    void anEditChangesOnlyWhatItConcerns() {
        const QString path = m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\n---\nname: b\n");
        RegistryModel model(m->workspace, m->theme);
        const QAbstractItemModelTester tester(&model);
        QVERIFY(m->openFolder());
        const QPersistentModelIndex file = model.index(0, 0, model.index(1, 0, model.sourcesSection()));
        const QPersistentModelIndex b = model.index(1, 0, file);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);

        m->workspace.edit(*m->workspace.fileAt(path), 0, 0, "name: z\n---\n");
        QVERIFY(inserted.wait()); // a moment after the edit, by itself
        QCOMPARE(textsBelow(model, file), (QStringList{QStringLiteral("z"), QStringLiteral("a"), QStringLiteral("b")}));
        QVERIFY(b.isValid());
        QCOMPARE(b.row(), 2);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(*model.locationOf(b), Location::inFile(path, 50, 51));

        m->workspace.edit(*m->workspace.fileAt(path), 0, 12, {});
        model.update();
        QCOMPARE(textsBelow(model, file), (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(removed.size(), 1);
        QVERIFY(b.isValid());
    }

    void aRenamedCardKeepsItsRow() {
        const QString path = m->write(QStringLiteral("a.yaml"), "name: a\n---\nname: b\n");
        RegistryModel model(m->workspace, m->theme);
        const QAbstractItemModelTester tester(&model);
        QVERIFY(m->openFolder());
        const QPersistentModelIndex a = model.index(0, 0, model.index(0, 0, model.index(1, 0, model.sourcesSection())));
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        m->workspace.edit(*m->workspace.fileAt(path), 7, 7, "bc");
        model.update();
        QVERIFY(a.isValid());
        QCOMPARE(a.data().toString(), QStringLiteral("abc"));
        QCOMPARE(changed.size(), 1);
    }

    void whoHearsOfALoadFirstGetsPlacesOfIt() {
        const QString path = m->write(QStringLiteral("a.yaml"), "name: a\n---\nname: b\n");
        QModelIndex b;
        std::optional<Location> heard;
        RegistryModel* model = nullptr;
        connect(&m->workspace, &Workspace::loaded, this, [&] {
            if (model)
                heard = model->locationOf(b);
        });
        RegistryModel made(m->workspace, m->theme); // hears of it second
        model = &made;
        QVERIFY(m->openFolder());
        b = made.index(1, 0, made.index(0, 0, made.index(1, 0, made.sourcesSection())));
        QCOMPARE(b.data().toString(), QStringLiteral("b"));
        m->write(QStringLiteral("a.yaml"), "name: a\n");
        heard = Location::welcome();
        QVERIFY(m->openFolder());
        QCOMPARE(heard, std::nullopt);
    }

    void anyEditsLeadToTheTreeThatALoadGives() {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const QString first = m->write(QStringLiteral("a.yaml"), "name: a\nmodel_family: llama\n");
        const QString second = m->write(QStringLiteral("b/c.yaml"), "name: c\nbase: a\n");
        RegistryModel model(m->workspace, m->theme);
        const QAbstractItemModelTester tester(&model);
        QVERIFY(m->openFolder());
        const QByteArrayList pieces = {"---\n",
                                       "name: a\n",
                                       "name: b\n",
                                       "name: a@e\n",
                                       "base: a\n",
                                       "\n",
                                       "model_family: llama\n",
                                       "model_arch: 7b\n",
                                       "tokenizer_family: x\n",
                                       "[",
                                       "name: 7\n"};
        for (int round = 0; round < 60; ++round) {
            const quint32 file = *m->workspace.fileAt(random.bounded(2) ? first : second);
            const auto size = static_cast<int>(m->workspace.session()->catalog().file(file).stream.size());
            const int begin = random.bounded(size + 1);
            const int end = begin + random.bounded(std::min(size - begin, 30) + 1);
            m->workspace.edit(file, begin, end,
                              random.bounded(3) ? pieces[random.bounded(pieces.size())] : QByteArray());
            model.update();
            const auto wanted = buildRegistryTree(*m->workspace.registry(), m->workspace.session());
            QCOMPARE(dump(model.row({})), dump(*wanted));
        }
    }

    // Held against the same machine in the same run: ten times the cards take some sixteen times as long, where what
    // grows with their square takes a hundred times.
    void tenThousandCardsAreQuick() {
        RegistryModel model(m->workspace, m->theme);
        const double few = updateMilliseconds(model, 10);
        const double many = updateMilliseconds(model, 100);
        QCOMPARE(rowCalled(model, {QStringLiteral("Models"), QStringLiteral("llama"), QStringLiteral("Your cards")})
                     .data(RegistryModel::DetailRole)
                     .toString(),
                 QStringLiteral("10000"));
        double anew = std::numeric_limits<double>::max();
        for (int round = 0; round < 5; ++round) {
            const double before = threadMilliseconds();
            const auto tree = buildRegistryTree(*m->workspace.registry(), m->workspace.session());
            anew = std::min(anew, threadMilliseconds() - before);
        }
        qInfo("an update takes %.1f ms, with a tenth of the cards %.1f ms; a tree without one before it %.1f ms", many,
              few, anew);
        QVERIFY2(many < 40 * few, "an update takes more time the more cards there are, for each");
        QVERIFY2(many < 2 * anew, "an update takes longer than a tree without one before it");
    }

private:
    /// At best, after an edit of one of so many files of 100 cards each. The thread's own time.
    double updateMilliseconds(RegistryModel& model, int files) {
        for (int file = 0; file < files; ++file) {
            QByteArray text;
            for (int card = 0; card < 100; ++card)
                text += QStringLiteral("name: card_%1_%2\nmodel_family: llama\nmodel_arch: 7b\ncheckpoint: /x\n---\n")
                            .arg(file)
                            .arg(card)
                            .toUtf8();
            text.chop(4);
            m->write(QStringLiteral("f%1.yaml").arg(file), text);
        }
        if (!m->openFolder())
            qFatal("the folder of %d files was not loaded in time", files);
        const QString path = m->folder.filePath(QStringLiteral("f5.yaml"));
        double best = std::numeric_limits<double>::max();
        for (int round = 0; round < 10; ++round) {
            m->workspace.edit(*m->workspace.fileAt(path), 6, round % 2 == 0 ? 6 : 7, round % 2 == 0 ? "x" : "");
            const double before = threadMilliseconds();
            model.update();
            best = std::min(best, threadMilliseconds() - before);
        }
        return best;
    }
};

QTEST_MAIN(RegistryEditsTest)
#include "registry_edits_test.moc"
