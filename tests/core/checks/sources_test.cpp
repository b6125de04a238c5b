// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT

// FS009, FS018, FS019: what is wrong with sources as a whole.
#include "checked_texts.h"
#include "core/registry/bundled.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

#include <sys/stat.h>

using namespace fairlead;

namespace {

/// A folder on disk that is gone after the test. Its own path is written `DIR` in what is compared.
class Folder {
public:
    [[nodiscard]] std::string path(const std::string& relative) const {
        return directory_.path().toStdString() + "/" + relative;
    }
    void write(const std::string& relative, const QByteArray& text) const {
        std::filesystem::create_directories(std::filesystem::path(path(relative)).parent_path());
        QFile file(QString::fromStdString(path(relative)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    [[nodiscard]] CheckSession load(std::vector<AssetSource> sources, bool with_stock_cards = false) const {
        SessionOptions options;
        options.registry = bundled_snapshot();
        options.alone = !with_stock_cards;
        options.sources = std::move(sources);
        return CheckSession::load(std::move(options));
    }
    [[nodiscard]] QString told(CheckSession session) const {
        return checked::told(session).replace(directory_.path(), QStringLiteral("DIR"));
    }

private:
    QTemporaryDir directory_;
};

} // namespace

class SourcesTest : public QObject {
    Q_OBJECT

private slots:
    void missingSource() {
        const Folder folder;
        const CheckSession session = folder.load({file_source(folder.path("none"))});
        QVERIFY(!session.verdict().loads());
        QCOMPARE(folder.told(folder.load({file_source(folder.path("none"))})),
                 QStringLiteral("DIR/none error! FS009 DIR/none does not exist.\n"
                                "    says AssetSourceNotFoundError: path:DIR/none asset source is not found."));
    }

    void directoryWarningsOfVariables() {
        SessionOptions options;
        options.directory_warnings = {"/x pointed to by the FAIRSEQ2_ASSET_DIR environment variable is not found."};
        CheckSession session = CheckSession::load(std::move(options));
        QVERIFY(session.verdict().loads());
        QCOMPARE(checked::told(session),
                 QStringLiteral(
                     " warning FS009 /x pointed to by the FAIRSEQ2_ASSET_DIR environment variable is not found."));
        QCOMPARE(session.summary().warnings, std::size_t{1});
    }

    void whatIsNotRead() {
        const Folder folder;
        folder.write("cards/good.yaml", "name: a\n");
        folder.write("cards/big.YAML", "name: b\n");
        folder.write("cards/.yaml", "name: c\n");
        folder.write("cards/x.json", "{}");
        folder.write("cards/readme.txt", "");
        folder.write("elsewhere/d.yaml", "name: d\n");
        std::filesystem::create_symlink(folder.path("elsewhere"), folder.path("cards/linked"));
        CheckSession session = folder.load({file_source(folder.path("cards"))});
        QVERIFY(session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral(
                "DIR/cards/.yaml info FS018 DIR/cards/.yaml is not read: fairseq2 reads files whose names end in .yaml "
                "or "
                ".yml, in small letters and after a name.\n"
                "DIR/cards/big.YAML info FS018 DIR/cards/big.YAML is not read: fairseq2 reads files whose names end in "
                ".yaml or .yml, in small letters and after a name.\n"
                "DIR/cards/linked info FS018 DIR/cards/linked is a link to a folder: fairseq2 does not look into it.\n"
                "DIR/cards/x.json info FS018 DIR/cards/x.json is not read: fairseq2 reads files whose names end in "
                ".yaml or .yml, in small letters and after a name."));
    }

    void linkedFolderThatIsCalledAsACardFileStopsTheLoad() {
        const Folder folder;
        folder.write("elsewhere/d.yaml", "name: d\n");
        std::filesystem::create_directories(folder.path("cards"));
        std::filesystem::create_symlink(folder.path("elsewhere"), folder.path("cards/x.yaml"));
        CheckSession session = folder.load({file_source(folder.path("cards"))});
        QVERIFY(!session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral("DIR/cards/x.yaml error! FS009 DIR/cards/x.yaml is a link to a folder, but is called as a "
                           "card file is.\n"
                           "    says OperationalError: A system error occurred."));
    }

    void pipeIsToldAndNotRead() {
        const Folder folder;
        std::filesystem::create_directories(folder.path("cards"));
        QCOMPARE(::mkfifo(folder.path("cards/p.yaml").c_str(), 0600), 0);
        CheckSession session = folder.load({file_source(folder.path("cards"))});
        const auto diagnostics = session.diagnostics();
        QCOMPARE(diagnostics.size(), std::size_t{1});
        QCOMPARE(diagnostics.front()->rule, std::uint16_t{9});
        QCOMPARE(diagnostics.front()->load, !session.verdict().loads());
    }

    void checkpointWithoutItsCard() {
        const Folder folder;
        folder.write("run/model.yaml", "name: other\nmodel_family: llama\ncheckpoint: /x\n");
        CheckSession session = folder.load({checkpoint_source(folder.path("run"))});
        QVERIFY(!session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral("DIR/run/model.yaml error! FS009 DIR/run/model.yaml holds no card called checkpoint, which "
                           "those of its steps are based on.\n"
                           "    says AssetMetadataError: DIR/run checkpoint directory does not have an asset named "
                           "checkpoint."));
    }

    void checkpointWithTheSameNameTwiceLoads() {
        const Folder folder;
        folder.write("run/model.yaml", "name: checkpoint\nmodel_family: llama\ncheckpoint: /x\n---\n"
                                       "name: checkpoint\nmodel_family: llama\ncheckpoint: /y\n");
        std::filesystem::create_directories(folder.path("run/step_1"));
        CheckSession session = folder.load({checkpoint_source(folder.path("run"))});
        QVERIFY(session.verdict().loads());
        QCOMPARE(folder.told(std::move(session)), QString());
    }

    void twoCheckpointFoldersHaveTheSameNames() {
        const Folder folder;
        for (const char* const run : {"one", "two"}) {
            folder.write(std::string(run) + "/model.yaml", "name: checkpoint\nmodel_family: llama\ncheckpoint: /x\n");
            std::filesystem::create_directories(folder.path(std::string(run) + "/step_1"));
        }
        CheckSession session =
            folder.load({checkpoint_source(folder.path("one")), checkpoint_source(folder.path("two"))});
        QVERIFY(!session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral("DIR/two error! FS019 This folder repeats 3 cards of DIR/one. fairseq2 accepts a name only "
                           "once: look at it alone, or take it out of the sources."));
    }

    void sourceTwice() {
        const Folder folder;
        folder.write("cards/a.yaml", "name: a\n---\nname: b\n");
        CheckSession session =
            folder.load({file_source(folder.path("cards")), file_source(folder.path("cards/../cards"))});
        QVERIFY(!session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral("DIR/cards/../cards error! FS019 DIR/cards/../cards is a source twice: 2 names stand twice "
                           "by that. Give it once."));
    }

    void sourceInAnother() {
        const Folder folder;
        folder.write("cards/old/a.yaml", "name: a\n");
        folder.write("cards/b.yaml", "name: b\n");
        CheckSession inside = folder.load({file_source(folder.path("cards")), file_source(folder.path("cards/old"))});
        QVERIFY(!inside.verdict().loads());
        QCOMPARE(folder.told(std::move(inside)),
                 QStringLiteral(
                     "DIR/cards/old error! FS019 DIR/cards/old lies in DIR/cards, which is a source too: one name "
                     "stands twice by that. Give only one of them."));
        CheckSession around = folder.load({file_source(folder.path("cards/old")), file_source(folder.path("cards"))});
        QCOMPARE(folder.told(std::move(around)),
                 QStringLiteral("DIR/cards error! FS019 DIR/cards holds DIR/cards/old, which is a source too: one name "
                                "stands twice by that. Give only one of them."));
    }

    void sourceInAnotherWithoutNamesIsAWarning() {
        const Folder folder;
        folder.write("cards/old/readme.txt", "");
        folder.write("cards/b.yaml", "name: b\n");
        CheckSession session = folder.load({file_source(folder.path("cards")), file_source(folder.path("cards/old"))});
        QVERIFY(session.verdict().loads());
        QCOMPARE(
            folder.told(std::move(session)),
            QStringLiteral("DIR/cards/old warning FS019 DIR/cards/old lies in DIR/cards, which is a source too. Give "
                           "only one of them."));
    }

    void aCopyOfFewNamesIsToldOneByOne() {
        const QString text = QStringLiteral("==== one\n== one/f.yaml\nname: a\n---\nname: b\n"
                                            "==== two\n== two/f.yaml\nname: a\n---\nname: b\n");
        const CheckSession session = checked::session(text);
        QCOMPARE(session.diagnostics().size(), std::size_t{2});
        QCOMPARE(session.diagnostics().front()->rule, std::uint16_t{8});
    }

    void aCopyWithADoubleOfItsOwnTellsBoth() {
        const QString text =
            QStringLiteral("==== one\n== one/f.yaml\nname: a\n---\nname: b\n---\nname: c\n"
                           "==== two\n== two/f.yaml\nname: a\n---\nname: b\n---\nname: c\n---\nname: c\n");
        CheckSession session = checked::session(text);
        QCOMPARE(
            checked::lines(session),
            QStringList({QStringLiteral("one/f.yaml:5:7 error! FS008 c is also the name of cards in two/f.yaml:5 and "
                                        "two/f.yaml:7. fairseq2 accepts a name only once, over all sources."),
                         QStringLiteral("two error! FS019 This folder repeats 3 cards of one. fairseq2 accepts a name "
                                        "only once: look at it alone, or take it out of the sources.")}));
    }

    void sourcesOfOneNameAreCounted() {
        RegistrySnapshot registry;
        for (const char* const name : {"lab:memory", "lab:memory", "lab:memory", "lab:other"}) {
            RecordedSource source;
            source.name = name;
            source.files.push_back({.path = name, .text = R"({"name": "one"})", .cards = {}});
            registry.sources.push_back(std::move(source));
        }
        SessionOptions options;
        options.registry = std::make_shared<RegistrySnapshot>(std::move(registry));
        CheckSession session = CheckSession::load(std::move(options));
        QVERIFY(!session.diagnostics().empty());
        const Diagnostic& diagnostic = *session.diagnostics().front();
        QCOMPARE(diagnostic.rule, std::uint16_t{8});
        QCOMPARE(diagnostic.message,
                 std::string("one is also the name of cards in lab:memory:1 (2 sources of this name) and lab:other:1. "
                             "fairseq2 accepts a name only once, over all sources."));
    }

    void oneFileThatIsACopy() {
        const Folder folder;
        const auto registry = bundled_snapshot();
        for (const RecordedFile& file : registry->sources.front().files) {
            if (file.path.ends_with("llama.yaml")) {
                folder.write("llama.yaml", QByteArray::fromStdString(file.text));
            }
        }
        CheckSession session = folder.load({file_source(folder.path("llama.yaml"))}, true);
        QVERIFY(!session.verdict().loads());
        const QString told = checked::line(session, *session.diagnostics().front());
        QVERIFY2(told.contains(QStringLiteral("error! FS019 This file repeats 28 cards of fairseq2.assets.cards. ")),
                 qPrintable(told));
    }

    void directoryOrderDoesNotChangeWhatIsTold() {
        const Folder folder;
        folder.write("cards/b.yaml", "name: b\nbase: zzz\n");
        folder.write("cards/a.yaml", "name: a\nbase: zzz\n");
        QStringList orders;
        for (const bool reversed : {false, true}) {
            SessionOptions options;
            options.sources = {file_source(folder.path("cards"))};
            options.catalog.list_directory = [reversed](const std::filesystem::path& path) {
                std::vector<std::filesystem::directory_entry> entries;
                for (const auto& entry : std::filesystem::directory_iterator(path)) {
                    entries.push_back(entry);
                }
                std::sort(entries.begin(), entries.end());
                if (reversed) {
                    std::reverse(entries.begin(), entries.end());
                }
                return entries;
            };
            orders << checked::lines(CheckSession::load(std::move(options))).join(u'\n');
        }
        QCOMPARE(orders.front(), orders.back());
        QVERIFY(orders.front().indexOf(QStringLiteral("a.yaml")) < orders.front().indexOf(QStringLiteral("b.yaml")));
    }
};

QTEST_APPLESS_MAIN(SourcesTest)
#include "sources_test.moc"
