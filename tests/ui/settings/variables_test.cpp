// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/settings/shell.h"

#include "core/registry/bundled.h"
#include "ui/settings/directory_looks.h"
#include "ui/settings/variables_model.h"
#include "ui/text/english_plurals.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <semaphore>

#include <sys/resource.h>

using namespace fairlead;
using namespace fairlead::ui;
using Act = VariableWords::Act;
using Here = VariableSetting::Here;

/// The table of variables, and what it says that fairseq2 makes of each.
class VariablesTest : public QObject {
    Q_OBJECT

    EnglishPlurals m_plurals;
    QTemporaryDir m_folder;

    void write(const QString& name, const QByteArray& text) const {
        QDir().mkpath(QFileInfo(m_folder.filePath(name)).path());
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QFile::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    [[nodiscard]] VariableLookup with(std::map<std::string, std::string> variables) const {
        for (auto& [name, value] : variables)
            value = QString::fromStdString(value).replace(QStringLiteral("ROOT"), m_folder.path()).toStdString();
        variables.emplace("HOME", m_folder.filePath(QStringLiteral("home")).toStdString());
        return shell(variables);
    }
    static bool isSettled(const DirectoryLooks& looks) {
        return QTest::qWaitFor([&] {
            return looks.isFound() && looks.system().isRead && looks.user().isRead && !looks.cache().isRunning;
        });
    }

private slots:
    void initTestCase() {
        qApp->installTranslator(&m_plurals);
        write(QStringLiteral("good/a.yaml"), "name: a\n---\nname: b\n");
        write(QStringLiteral("good/c.yml"), "name: c\n");
        write(QStringLiteral("bad/a.yaml"), "name: a\n---\n");
        for (const QString& folder : {QStringLiteral("large"), QStringLiteral("large-and-bad")}) {
            write(folder + QStringLiteral("/a.yaml"),
                  folder == QStringLiteral("large") ? "name: a\n" : "name: a\n---\n");
            write(folder + QStringLiteral("/b.yaml"), "name: b\n");
            QVERIFY(QFile::resize(m_folder.filePath(folder + QStringLiteral("/b.yaml")), 64LL * 1024 * 1024 + 1));
        }
        write(QStringLiteral("cache/one/model.pt"), QByteArray(3'000, 'x'));
        write(QStringLiteral("cache/two.pt"), QByteArray(1'000, 'x'));
        QVERIFY(QFile::link(QStringLiteral("/"), m_folder.filePath(QStringLiteral("cache/link"))));
        QDir(m_folder.path()).mkdir(QStringLiteral("home"));
    }

    void directoriesAreReadAsFairseq2Does_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<int>("act");
        const auto row = [](const char* what, const char* name, const char* value, const char* text, const char* icon,
                            Act act) {
            QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(value) << QString::fromUtf8(text)
                                << QString::fromLatin1(icon) << static_cast<int>(act);
        };
        const char* user = "FAIRSEQ2_USER_ASSET_DIR";
        row("good cards", user, "ROOT/good", "2 files, 3 cards.", "ok", Act::ShowFolder);
        row("bad cards", user, "ROOT/bad", "1 file, 1 card, but fairseq2 would refuse to load them.", "stops-load",
            Act::ShowWhy);
        row("over a limit of ours", user, "ROOT/large", "2 files, 1 card; whether fairseq2 loads them is not known.",
            "warning", Act::ShowWhy);
        row("over a limit, and bad", user, "ROOT/large-and-bad",
            "2 files, 1 card, but fairseq2 would refuse to load them.", "stops-load", Act::ShowWhy);
        row("nothing there", user, "ROOT/no",
            "What it names is not there, nor is ROOT/home/.config/fairseq2/assets: no cards of yours", "warning",
            Act::None);
        row("not set", user, nullptr, "ROOT/home/.config/fairseq2/assets is not there: no cards of yours", "info",
            Act::None);
        row("an unknown home", user, "~nobody-of-that-name/x",
            "fairseq2 cannot start: this is no path that it can follow.", "stops-load", Act::ShowWhy);
        row("the system's", "FAIRSEQ2_ASSET_DIR", "ROOT/good", "2 files, 3 cards.", "ok", Act::ShowFolder);
        row("downloads", "FAIRSEQ2_CACHE_DIR", "ROOT/cache", "Downloads go there: 3.91 KiB in 3 items.", "ok",
            Act::ShowFolder);
        row("no downloads", "FAIRSEQ2_CACHE_DIR", "ROOT/none",
            "Downloads go to ROOT/none, which fairseq2 makes when it needs it.", "info", Act::None);
    }
    void directoriesAreReadAsFairseq2Does() {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const QString, text);
        QFETCH(const QString, icon);
        QFETCH(const int, act);
        const VariableLookup variable =
            value.isNull() || value.isEmpty() ? with({}) : with({{name.toStdString(), value.toStdString()}});
        DirectoryLooks looks(bundled_snapshot());
        looks.look(variable);
        QCOMPARE(wordsOf(name, variable, variable, looks).text, QStringLiteral("Looking…"));
        QVERIFY(isSettled(looks));
        const VariableWords words = wordsOf(name, variable, variable, looks);
        QCOMPARE(QString(words.text).replace(m_folder.path(), QStringLiteral("ROOT")), text);
        QCOMPARE(words.icon, icon);
        QCOMPARE(static_cast<int>(words.act), act);
        QCOMPARE(words.linkText.isEmpty(), words.act == Act::None);
        if (words.act == Act::ShowWhy)
            QVERIFY2(words.detail.contains(words.icon == QStringLiteral("warning") ? QStringLiteral("64 MiB")
                                                                                   : QStringLiteral("Error: ")),
                     qPrintable(words.detail));
    }

    void anOlderQuestionIsNotAnswered() {
        DirectoryLooks looks(bundled_snapshot());
        looks.look(with({{"FAIRSEQ2_CACHE_DIR", "/usr"}, {"FAIRSEQ2_USER_ASSET_DIR", "ROOT/bad"}}));
        looks.look(with({{"FAIRSEQ2_USER_ASSET_DIR", "ROOT/good"}}));
        QVERIFY(isSettled(looks));
        QCOMPARE(looks.user().files, quint64(2));
        QTest::qWait(50);
        QCOMPARE(looks.user().files, quint64(2));
    }

    void countingStops() {
        DirectoryLooks looks(bundled_snapshot());
        looks.look(with({{"FAIRSEQ2_CACHE_DIR", "/usr"}}));
        looks.stopCounting();
        QVERIFY(isSettled(looks));
        QVERIFY(looks.cache().isStopped);
        { // nor does one that still runs hold up the end
            DirectoryLooks other(bundled_snapshot());
            other.look(with({{"FAIRSEQ2_CACHE_DIR", "/"}}));
        }
    }

    // Each level of directories takes a descriptor, and there are not so many.
    void aCountThatBreaksOffIsNotToldAsTheWhole() {
        QDir(m_folder.path()).mkpath(QStringLiteral("deep/") + QStringLiteral("d/").repeated(300));
        rlimit limit{};
        QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
        const rlimit few{std::min<rlim_t>(limit.rlim_cur, 128), limit.rlim_max};
        DirectoryLooks looks(bundled_snapshot());
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
        looks.look(with({{"FAIRSEQ2_CACHE_DIR", "ROOT/deep"}}));
        const bool settled = isSettled(looks);
        QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
        QVERIFY(settled);
        QVERIFY(looks.cache().directory.exists);
        QVERIFY(looks.cache().isStopped);
        looks.look(with({{"FAIRSEQ2_CACHE_DIR", "ROOT/deep"}}));
        QVERIFY(isSettled(looks));
        QVERIFY(!looks.cache().isStopped);
    }

    // As a mount that does not answer.
    void aCallThatHangsHoldsNobodyUp() {
        struct Hang {
            std::counting_semaphore<> begun{0};
            std::counting_semaphore<> end{0};
        };
        const auto hang = std::make_shared<Hang>();
        QElapsedTimer closing;
        {
            DirectoryLooks looks(bundled_snapshot());
            looks.look([hang](const char*) -> const char* {
                hang->begun.release();
                hang->end.acquire();
                hang->end.release(); // for the next call
                return nullptr;
            });
            hang->begun.acquire();
            looks.look(with({{"FAIRSEQ2_USER_ASSET_DIR", "ROOT/good"}}));
            QVERIFY(isSettled(looks));
            QCOMPARE(looks.user().files, quint64(2));
            closing.start();
        }
        QVERIFY2(closing.elapsed() < 10'000, qPrintable(QStringLiteral("%1 ms").arg(closing.elapsed())));
        hang->end.release();
        QTRY_COMPARE(hang.use_count(), 1L); // the thread ends by itself
    }

    void onlySoManyHang() {
        const auto end = std::make_shared<std::counting_semaphore<>>(0);
        const auto begun = std::make_shared<std::atomic<int>>(0);
        DirectoryLooks looks(bundled_snapshot());
        for (int time = 0; time < 20; ++time) {
            auto isFirst = std::make_shared<std::atomic<bool>>(true);
            looks.look([=](const char*) -> const char* {
                if (isFirst->exchange(false))
                    ++*begun;
                end->acquire();
                end->release();
                return nullptr;
            });
        }
        QTRY_COMPARE(begun->load(), 4);
        looks.look(with({{"FAIRSEQ2_USER_ASSET_DIR", "ROOT/good"}})); // is answered when one ends
        end->release();
        QVERIFY(isSettled(looks));
        QCOMPARE(looks.user().files, quint64(2));
        QCOMPARE(begun->load(), 4);
    }

    void wordsFollowTheRulesOfFairseq2_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("variables"); // NAME=VALUE, by spaces
        QTest::addColumn<QString>("icon");
        const auto row = [](const char* name, const char* variables, const char* icon) {
            QTest::addRow("%s of %s", name, variables)
                << QString::fromLatin1(name) << QString::fromLatin1(variables) << QString::fromLatin1(icon);
        };
        row("FAIRSEQ2_DEVICE", "", "info");
        for (const char* good : {"cpu", "cuda", "cuda:0", "cuda:12", "mps", "xla:3", "privateuseone:1"})
            row("FAIRSEQ2_DEVICE", (QByteArray("FAIRSEQ2_DEVICE=") + good).constData(), "info");
        for (const char* bad : {"", "gpu", "CPU", "cuda:", "cuda:01", "cuda:-1", "msnpu"})
            row("FAIRSEQ2_DEVICE", (QByteArray("FAIRSEQ2_DEVICE=") + bad).constData(), "stops-load");
        row("RANK", "", "info");
        row("RANK", "RANK=1 WORLD_SIZE=2", "info");
        row("RANK", "RANK=+1_0 WORLD_SIZE=20", "info");
        row("RANK", "RANK=2 WORLD_SIZE=2", "stops-load");
        row("RANK", "RANK=-1 WORLD_SIZE=2", "stops-load");
        row("RANK", "RANK=x WORLD_SIZE=2", "stops-load");
        row("RANK", "RANK=1", "stops-load");
        row("RANK", "WORLD_SIZE=2", "stops-load");
        row("LOCAL_RANK", "LOCAL_RANK=0 LOCAL_WORLD_SIZE=1", "info");
        row("WORLD_SIZE", "WORLD_SIZE=0", "stops-load");
        row("FAIRSEQ2_NO_PROGRESS", "FAIRSEQ2_NO_PROGRESS=0", "info");
        row("FAIRSEQ2_EXTENSION_TRACE", "FAIRSEQ2_EXTENSION_TRACE=0", "log");
        row("FAIRSEQ2_EXTENSION_TRACE", "", "info");
    }
    void wordsFollowTheRulesOfFairseq2() {
        QFETCH(const QString, name);
        QFETCH(const QString, variables);
        QFETCH(const QString, icon);
        std::map<std::string, std::string> map;
        for (const QString& one : variables.split(u' ', Qt::SkipEmptyParts))
            map.emplace(one.section(u'=', 0, 0).toStdString(), one.section(u'=', 1).toStdString());
        const VariableLookup variable = shell(map);
        const DirectoryLooks looks(bundled_snapshot());
        const VariableWords words = wordsOf(name, variable, variable, looks);
        QCOMPARE(words.icon, icon);
        QVERIFY(!words.text.isEmpty());
    }

    void theTableIsEdited() {
        const VariableLookup inShell =
            with({{"FAIRSEQ2_ASSET_DIR", ""}, {"FAIRSEQ2_DEVICE", "cuda"}, {"HF_TOKEN", "s3cret"}});
        const DirectoryLooks looks(bundled_snapshot());
        VariablesModel model(inShell, looks);
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy edited(&model, &VariablesModel::edited);
        const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
        QCOMPARE(model.rowCount(), 6);
        QCOMPARE(text(0, VariablesModel::Shell), QStringLiteral("empty: working directory"));
        QCOMPARE(text(1, VariablesModel::Shell), QStringLiteral("unset"));
        QCOMPARE(text(5, VariablesModel::Value), QStringLiteral("cuda"));
        QCOMPARE(model.index(5, VariablesModel::Value).data(VariablesModel::SecretRole), QVariant(false));
        const auto isValue = [&](int row, int column) {
            return model.index(row, column).data(VariablesModel::ValueRole).toBool();
        };
        QVERIFY(isValue(5, VariablesModel::Shell) && isValue(5, VariablesModel::Value));
        QVERIFY(!isValue(0, VariablesModel::Shell) && !isValue(1, VariablesModel::Shell)); // words about it
        QVERIFY(!isValue(3, VariablesModel::Value) && !isValue(5, VariablesModel::Name));
        QVERIFY(!model.flags(model.index(1, VariablesModel::Value)).testFlag(Qt::ItemIsEditable));
        QVERIFY(model.setData(model.index(1, VariablesModel::Here), static_cast<int>(Here::Set), Qt::EditRole));
        QVERIFY(model.setData(model.index(1, VariablesModel::Value), QStringLiteral("~/lab"), Qt::EditRole));
        QVERIFY(model.setData(model.index(5, VariablesModel::Here), static_cast<int>(Here::Unset), Qt::EditRole));
        QVERIFY(!model.setData(model.index(5, VariablesModel::Here), 7, Qt::EditRole));
        QCOMPARE(edited.size(), 3);
        QCOMPARE(model.variable()("FAIRSEQ2_USER_ASSET_DIR"), "~/lab");
        QVERIFY(model.variable()("FAIRSEQ2_DEVICE") == nullptr);
        // Tracing follows the check box alone.
        QVERIFY(!model.setData(model.index(3, VariablesModel::Here), static_cast<int>(Here::Set), Qt::EditRole));
        model.setTracing(true);
        QCOMPARE(text(3, VariablesModel::Here), QStringLiteral("set"));
        QVERIFY(model.variable()("FAIRSEQ2_EXTENSION_TRACE") != nullptr);
        model.setAll(true);
        QCOMPARE(model.rowCount(), static_cast<int>(knownVariables().size()));
        for (int row = 0; row < model.rowCount(); ++row)
            for (int column = 0; column < model.columnCount(); ++column)
                QVERIFY(!text(row, column).contains(QStringLiteral("s3cret")));
    }
};

QTEST_MAIN(VariablesTest)
#include "variables_test.moc"
