// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

/// `name=path below the folder` of each card that fairseq2 makes, sorted; then the verdict.
QString steps_of(const Disk& disk) {
    const auto catalog = Catalog::load({checkpoint_source(disk.root())});
    const auto root = text_of(std::filesystem::canonical(disk.root()).string());
    QStringList cards;
    for (std::uint32_t i = 0; i < catalog.files().size(); ++i) {
        if (!catalog.file(i).synthetic)
            continue;
        for (const Card& card : catalog.file(i).cards) {
            const auto resolved = resolve_card(catalog, card.name);
            const auto line = text_of(card.name) + "=" + text_of(resolved.field("checkpoint")->value.string());
            if (!cards.contains(QString(line).replace(root + "/", "")))
                cards << QString(line).replace(root + "/", "");
        }
    }
    cards.sort();
    const auto verdict = store_verdict(catalog);
    if (!verdict.loads())
        cards << text_of(verdict.error).replace(root, "ROOT");
    return cards.join('\n');
}

constexpr const char* model = "name: checkpoint\nmodel_family: llama\n";

} // namespace

/// Expectations are what fairseq2 0.8.1 makes of the same folders.
class CheckpointSourceTest : public QObject {
    Q_OBJECT

private slots:
    void stepsAndScores() {
        const Disk disk;
        disk.write("model.yaml", model);
        for (const char* step : {"step_5", "step_10", "step_20"})
            disk.make_folder(step);
        disk.write("scores/step_5.txt", "0.5\n");
        disk.write("scores/step_20.txt", "-1e3\nrest");
        QCOMPARE(steps_of(disk), "best_checkpoint=step_5/model\nbest_checkpoint_0=step_5/model\n"
                                 "best_checkpoint_1=step_20/model\ncheckpoint_step_10=step_10/model\n"
                                 "checkpoint_step_20=step_20/model\ncheckpoint_step_5=step_5/model\n"
                                 "last_checkpoint=step_20/model");
    }
    void stepNumbersAreReadAsPythonDoes() {
        const Disk disk;
        disk.write("model.yaml", model);
        for (const char* step : {"step_007", "step_+5", "step_1_0", "step_-3", "step_ 8", "step_\u0663", "step_",
                                 "step_x", "step_1.5", "steps_9", "Step_9"})
            disk.make_folder(step);
        disk.write("step_99", "no folder");
        disk.make_folder("elsewhere");
        std::filesystem::create_directory_symlink("elsewhere", disk / "step_11");
        QCOMPARE(
            steps_of(disk),
            "checkpoint_step_-3=step_-3/model\ncheckpoint_step_10=step_10/model\ncheckpoint_step_11=step_11/model\n"
            "checkpoint_step_3=step_3/model\ncheckpoint_step_5=step_5/model\ncheckpoint_step_7=step_7/model\n"
            "checkpoint_step_8=step_8/model\nlast_checkpoint=step_11/model");
    }
    void negativeStepsAreNoLastOne() {
        const Disk disk;
        disk.write("model.yaml", model);
        disk.make_folder("step_-3");
        QCOMPARE(steps_of(disk), "checkpoint_step_-3=step_-3/model");
    }
    void tiesGoToTheLaterStep() {
        const Disk disk;
        disk.write("model.yaml", model);
        for (const char* step : {"9", "10", "8"}) {
            disk.make_folder(std::string("step_") + step);
            disk.write(std::string("scores/step_") + step + ".txt", "1.0");
        }
        QVERIFY(steps_of(disk).startsWith("best_checkpoint=step_10/model\nbest_checkpoint_0=step_10/model\n"
                                          "best_checkpoint_1=step_9/model\nbest_checkpoint_2=step_8/model\n"));
    }
    void aNanLeavesPythonsOrder() {
        const Disk disk;
        disk.write("model.yaml", model);
        for (const auto& [step, score] : {std::pair("1", "nan"), {"2", "1"}, {"3", "3"}, {"4", "nan"}, {"5", "2"}}) {
            disk.make_folder(std::string("step_") + step);
            disk.write(std::string("scores/step_") + step + ".txt", score);
        }
        const auto steps = steps_of(disk);
        QCOMPARE(steps.section('\n', 1, 5),
                 "best_checkpoint_0=step_1/model\nbest_checkpoint_1=step_3/model\nbest_checkpoint_2=step_2/model\n"
                 "best_checkpoint_3=step_4/model\nbest_checkpoint_4=step_5/model");
    }
    void badScores_data() {
        QTest::addColumn<QByteArray>("score");
        QTest::addColumn<QString>("error");
        const QString no_number =
            "AssetMetadataError: Score of the training step 7 cannot be parsed as a floating-point number.";
        QTest::newRow("empty") << QByteArray("") << no_number;
        QTest::newRow("word") << QByteArray("good\n") << no_number;
        QTest::newRow("blank first line") << QByteArray("\n1.0\n") << no_number;
        QTest::newRow("no UTF-8") << QByteArray("1.0\n\xff")
                                  << "UnicodeDecodeError: 'utf-8' codec can't decode byte 0xff in position 4";
    }
    void badScores() {
        QFETCH(QByteArray, score);
        QFETCH(QString, error);
        const Disk disk;
        disk.write("model.yaml", model);
        disk.make_folder("step_07");
        disk.write("scores/step_7.txt", score.toStdString());
        QCOMPARE(steps_of(disk).section('\n', -1), error);
    }
    void onlyTheFirstBytesAreDecoded_data() {
        QTest::addColumn<QByteArray>("last"); // of the 8192 that Python decodes at once
        QTest::addColumn<QString>("error");
        const auto bad = [](const char* byte, int position) {
            return QStringLiteral("UnicodeDecodeError: 'utf-8' codec can't decode byte 0x%1 in position %2")
                .arg(QLatin1String(byte))
                .arg(position);
        };
        QTest::newRow("text") << QByteArray("x") << QString();
        QTest::newRow("one of four bytes") << QByteArray("\xf0") << QString();
        QTest::newRow("three of four bytes") << QByteArray("\xf0\x9f\x98") << QString();
        QTest::newRow("two of three bytes") << QByteArray("\xe2\x82") << QString();
        QTest::newRow("two of a surrogate's bytes") << QByteArray("\xed\xa0") << QString();
        QTest::newRow("no first byte") << QByteArray("\xff") << bad("ff", 8191);
        QTest::newRow("no first byte, before others") << QByteArray("\xff"
                                                                    "ab")
                                                      << bad("ff", 8189);
        QTest::newRow("no second byte") << QByteArray("\xe2x") << bad("e2", 8190);
        QTest::newRow("overlong") << QByteArray("\xf0\x8f") << bad("f0", 8190);
        QTest::newRow("beyond the last character") << QByteArray("\xf4\x90") << bad("f4", 8190);
    }
    void onlyTheFirstBytesAreDecoded() {
        QFETCH(QByteArray, last);
        QFETCH(QString, error);
        const Disk disk;
        disk.write("model.yaml", model);
        disk.make_folder("step_7");
        const QByteArray begin = QByteArray("1.5\n").leftJustified(8192 - last.size(), 'x');
        disk.write("scores/step_7.txt", (begin + last + QByteArray("\xff and what follows")).toStdString());
        const QString steps = steps_of(disk);
        QCOMPARE(steps.section('\n', -1), error.isEmpty() ? QString("last_checkpoint=step_7/model") : error);
        QCOMPARE(steps.startsWith("best_checkpoint=step_7/model\n"), error.isEmpty());
    }
    void aScoreFromTheNullDeviceIsEmpty() {
        const Disk disk;
        disk.write("model.yaml", model);
        disk.make_folder("step_7");
        disk.make_folder("scores");
        std::filesystem::create_symlink("/dev/null", disk / "scores/step_7.txt");
        QCOMPARE(steps_of(disk).section('\n', -1),
                 "AssetMetadataError: Score of the training step 7 cannot be parsed as a floating-point number.");
    }
    void modelYaml() {
        const Disk disk;
        QCOMPARE(steps_of(disk), "OperationalError: A system error occurred.");
        disk.write("model.yaml", "name: other\n");
        QCOMPARE(steps_of(disk),
                 "AssetMetadataError: ROOT checkpoint directory does not have an asset named checkpoint.");
        disk.write("model.yaml", "name: checkpoint@user\n");
        QVERIFY(steps_of(disk).contains("does not have an asset named checkpoint."));
        disk.write("model.yaml", "- x\n");
        QVERIFY(steps_of(disk).startsWith("AssetMetadataError: Metadata of the asset at index 0 in ROOT/model.yaml"));
    }
    void theLastCardOfANameWinsSilently() {
        const Disk disk;
        disk.write("model.yaml",
                   "name: checkpoint\nx: 1\n---\nname: checkpoint\nx: 2\n---\nname: last_checkpoint\nx: 3\n");
        disk.make_folder("step_1");
        const auto catalog = Catalog::load({checkpoint_source(disk.root())});
        QVERIFY(store_verdict(catalog).loads());
        QCOMPARE(resolve_card(catalog, "checkpoint").field("x")->value.integer(), std::optional<std::int64_t>(2));
        const auto last = resolve_card(catalog, "last_checkpoint");
        QCOMPARE(last.field("x")->value.integer(), std::optional<std::int64_t>(2));
        QCOMPARE(text_of(last.base_path), "");
        QCOMPARE(AssetStore::load({checkpoint_source(disk.root())}).asset_names(),
                 (std::vector<std::string>{"checkpoint@", "checkpoint_step_1@", "last_checkpoint@"}));
    }
    void twoOfThemAreDuplicates() {
        const Disk disk;
        disk.write("a/model.yaml", model);
        disk.write("b/model.yaml", model);
        const auto a = checkpoint_source(disk / "a");
        const auto b = checkpoint_source(disk / "b");
        QCOMPARE(text_of(store_verdict(Catalog::load({a, b})).error),
                 "AssetMetadataError: An asset with name checkpoint@ exists in both " + text_of(b.name) + " and " +
                     text_of(a.name) + ".");
    }
    void foldersWithAnyNameAreQuoted() {
        const Disk disk;
        const auto folder = disk / "a \"b\" \\ {c: 'd'} # caf\xe9 \u00e9\u0085 \t";
        std::filesystem::create_directories(folder / "step_1");
        std::ofstream(folder / "model.yaml") << model;
        const auto catalog = Catalog::load({checkpoint_source(folder)});
        QVERIFY(store_verdict(catalog).loads());
        auto expected = std::filesystem::canonical(folder).string() + "/step_1/model";
        expected.replace(expected.find('\xe9'), 1, "\xed\xb3\xa9"); // U+DCE9, as Python has it
        QCOMPARE(QByteArray::fromStdString(
                     std::string(resolve_card(catalog, "last_checkpoint").field("checkpoint")->value.string())),
                 QByteArray::fromStdString(expected));
    }
};

QTEST_APPLESS_MAIN(CheckpointSourceTest)
#include "checkpoint_source_test.moc"
