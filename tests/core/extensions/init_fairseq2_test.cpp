// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/errors.h"
#include "core/assets/store.h"
#include "core/extensions/exception_report.h"
#include "core/extensions/manifest_search.h"
#include "tests/core/files/disk.h"

#include <fairlead/asset_environment.h>
#include <fairlead/assets.h>
#include <fairlead/extension_error.h>
#include <fairlead/init_fairseq2.h>

#include <QRegularExpression>
#include <QTest>
#include <map>
#include <string>

using namespace fairlead;

namespace {

const std::string libraries = FAIRLEAD_FIXTURE_LIBRARIES;

/// A world of its own: folders, variables, and what is logged.
class World {
public:
    World() {
        variables["HOME"] = (disk / "home").string();
        variables["XDG_DATA_DIRS"] = (disk / "none").string();
        variables["FAIRSEQ2_ASSET_DIR"] = disk.make_folder("system").string();
    }
    void write_manifest(const std::string& path, const std::string& entries) {
        disk.write(path, "[project.entry-points.\"fairseq2.extension\"]\n" + entries);
    }
    [[nodiscard]] static std::string entry(const std::string& name, const std::string& library,
                                           const std::string& function) {
        return name + " = \"" + libraries + "/lib" + library + ".so:" + function + "\"\n";
    }
    [[nodiscard]] InitOptions options() {
        InitOptions options;
        options.log = [this](LogLevel level, std::string_view line) {
            log += QString(level == LogLevel::warning ? "W " : "I ") +
                   QString::fromUtf8(line.data(), qsizetype(line.size()))
                       .replace(QString::fromStdString(libraries), "LIBS")
                       .replace(QString::fromStdString(disk.root().string()), "DISK");
        };
        options.variable = [this](const char* name) -> const char* {
            const auto found = variables.find(name);
            return found == variables.end() ? nullptr : found->second.c_str();
        };
        return options;
    }

    test::Disk disk;
    std::map<std::string, std::string> variables;
    QStringList log;
};

QString text_of(const std::function<void()>& call) {
    try {
        call();
    } catch (...) {
        QStringList chain;
        for (const ReportedException& exception : report_exception(std::current_exception(), nullptr))
            chain += QString::fromStdString(exception.type + ": " + exception.message);
        return chain.join(" <- ");
    }
    return "nothing thrown";
}

QStringList names(DependencyResolver& resolver) {
    QStringList list;
    for (const std::string& name : resolver.resolve<AssetStore>()->asset_names())
        list += QString::fromStdString(name);
    return list;
}

} // namespace

class InitFairseq2Test : public QObject {
    Q_OBJECT

private slots:
    void extensionsAndExtrasBringCards() {
        World world;
        world.disk.write("system/own.yaml", "name: of_the_system\n");
        world.write_manifest("home/.local/share/fairlead/extensions/lab.toml",
                             World::entry("lab", "brings_assets", "lab::setup"));
        world.disk.write("home/.local/share/fairlead/extensions/lab/assets/cards.yaml", "name: packaged\n");
        InitOptions options = world.options();
        const auto file = world.disk.write("extra/extra.yaml", "name: extra\nbase: packaged\n");
        options.extras = [&](DependencyContainer& container) {
            register_file_assets(container, file);
            register_file_assets(container, world.disk / "not there", true);
        };
        const auto resolver = init_fairseq2(std::move(options));
        QCOMPARE(world.log, QStringList());
        QCOMPARE(names(*resolver),
                 (QStringList{"of_the_system@", "packaged@", "in_memory@", "counted@", "counted_too@", "extra@"}));
        const auto store = resolver->resolve<AssetStore>();
        QCOMPARE(store.get(), resolver->resolve<AssetStore>().get());
        QVERIFY(store->retrieve_card("extra").field("base") != nullptr);
    }

    void packageIsLookedForAlongThePackagePathToo() {
        World world;
        world.disk.write("path/lab/assets/cards.yaml", "name: packaged\n");
        InitOptions options = world.options();
        options.package_path = {world.disk / "none", world.disk / "path"};
        options.extras = [](DependencyContainer& container) { register_package_assets(container, "lab.assets"); };
        QCOMPARE(names(*init_fairseq2(std::move(options))), QStringList("packaged@"));
    }

    void packageThatIsMissingNamesTheFoldersThatWereLookedAt() {
        World world;
        world.write_manifest("home/.local/share/fairlead/extensions/lab.toml",
                             World::entry("lab", "brings_assets", "lab::missing_package"));
        InitOptions options = world.options();
        options.package_path = {world.disk / "path"};
        const auto resolver = init_fairseq2(std::move(options));
        try {
            (void)resolver->resolve<AssetStore>();
            QFAIL("nothing thrown");
        } catch (const AssetSourceNotFoundError& error) {
            QCOMPARE(QString::fromUtf8(error.what()), QString("package:lab.nothing asset source is not found."));
            QCOMPARE(
                QString::fromStdString(error.error().cause)
                    .replace(QString::fromStdString(world.disk.root().string()), "DISK"),
                QString("Looked at: DISK/home/.local/share/fairlead/extensions/lab/nothing, DISK/path/lab/nothing."));
        }
    }

    void environmentIsThatOfTheFirstResolverThatKnows_data() {
        QTest::addColumn<QStringList>("answers");
        QTest::addColumn<QString>("field");
        QTest::newRow("none") << QStringList() << "plain";
        QTest::newRow("one") << QStringList("lab") << "of the lab";
        QTest::newRow("blanks around") << QStringList(" lab ") << "of the lab";
        QTest::newRow("the second knows") << QStringList({"?", "lab"}) << "of the lab";
        QTest::newRow("blank ends the search") << QStringList({" ", "lab"}) << "plain";
        QTest::newRow("unknown") << QStringList("attic") << "plain";
    }
    void environmentIsThatOfTheFirstResolverThatKnows() {
        QFETCH(QStringList, answers);
        QFETCH(QString, field);
        World world;
        world.disk.write("system/own.yaml", "name: a\nnote: plain\n---\nname: a@lab\nnote: of the lab\n");
        InitOptions options = world.options();
        options.extras = [&](DependencyContainer& container) {
            for (const QString& answer : answers)
                container.collection().register_<AssetEnvironmentResolver>([answer] {
                    return AssetEnvironmentResolver([answer](DependencyResolver&) {
                        return answer == "?" ? std::nullopt : std::optional(answer.toStdString());
                    });
                });
        };
        const auto resolver = init_fairseq2(std::move(options));
        const auto card = resolver->resolve<AssetStore>()->retrieve_card("a");
        QCOMPARE(QString::fromStdString(std::string(card.field("note")->value.string())), field);
    }

    void missingFileAndCheckpointSayWhatFairseq2Says() {
        World world;
        InitOptions options = world.options();
        options.extras = [](DependencyContainer& container) { register_file_assets(container, "/not/there"); };
        const auto resolver = init_fairseq2(std::move(options));
        QCOMPARE(text_of([&] { (void)resolver->resolve<AssetStore>(); }),
                 QString("fairlead::AssetSourceNotFoundError: path:/not/there asset source is not found."));
        options = world.options();
        options.extras = [](DependencyContainer& container) { register_checkpoint_models(container, "/not/there"); };
        const auto other = init_fairseq2(std::move(options));
        QCOMPARE(text_of([&] { (void)other->resolve<AssetStore>(); }),
                 QString("fairlead::OperationalError: A system error occurred."));
    }

    void failuresAreWarningsAndTracedTheFirstIsThrown() {
        World world;
        const std::string folder = world.disk.make_folder("manifests").string();
        world.variables["FAIRLEAD_EXTENSION_PATH"] = folder + ":" + (world.disk / "gone").string();
        world.disk.write("manifests/a.toml", "x = \n");
        world.write_manifest("manifests/b.toml", World::entry("lab", "throws", "sample::plain") + "odd = 5\n" +
                                                     World::entry("good", "registers", "registers::two"));
        const auto resolver = init_fairseq2(world.options());
        const QString set_it = " Set `FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace.";
        QCOMPARE(world.log.size(), 4);
        QCOMPARE(world.log[0], QString("W DISK/gone: FAIRLEAD_EXTENSION_PATH names it, but it does not exist."));
        QVERIFY2(world.log[1].startsWith("W DISK/manifests/a.toml:1:5: It is not TOML: "), qPrintable(world.log[1]));
        QCOMPARE(world.log[2], "W LIBS/libthrows.so:sample::plain extension failed." + set_it);
        QCOMPARE(world.log[3], "W odd extension failed." + set_it);

        world.variables["FAIRSEQ2_EXTENSION_TRACE"] = "0";
        QVERIFY(text_of([&] { (void)init_fairseq2(world.options()); }).startsWith("fairlead::ExtensionError: "));
        world.variables["FAIRLEAD_EXTENSION_PATH"] = folder + "/b.toml";
        QCOMPARE(
            text_of([&] { (void)init_fairseq2(world.options()); }).replace(QString::fromStdString(libraries), "LIBS"),
            QString("fairlead::ExtensionError: LIBS/libthrows.so:sample::plain extension failed. <- "
                    "std::runtime_error: the number is too large"));
    }

    void extensionsBuiltByCMakeAreFoundWithTheirManifest() {
        World world;
        world.variables["FAIRLEAD_EXTENSION_PATH"] = FAIRLEAD_LAB_EXTENSION;
        const FoundManifests found = find_manifests(extension_search_path(world.options().variable));
        QCOMPARE(found.problems.size() + found.manifests[0].problems.size(), std::size_t(0));
        QCOMPARE(found.manifests[0].distribution + ' ' + found.manifests[0].version, std::string("lab_extension 1.2"));
        QCOMPARE(found.manifests[0].entries[0].name, std::string("lab_zebra")); // in the order given
        (void)init_fairseq2(world.options());
        QCOMPARE(world.log, QStringList("W liblab_extension.so:registers::one_then_throws extension failed. Set "
                                        "`FAIRSEQ2_EXTENSION_TRACE` environment variable to print the stack trace."));
    }

    void itMayBeCalledAgainButNotFromWithinItself() {
        World world;
        const auto first = init_fairseq2(world.options());
        const auto second = init_fairseq2(world.options());
        QVERIFY(first->resolve<AssetStore>() != second->resolve<AssetStore>());
        InitOptions options = world.options();
        options.extras = [](DependencyContainer&) { (void)init_fairseq2(); };
        QCOMPARE(text_of([&] { (void)init_fairseq2(options); }),
                 QString("fairlead::InvalidOperationError: `init_fairseq2()` cannot be called recursively."));
        QVERIFY(init_fairseq2(world.options()) != nullptr); // and after that failure again

        world.write_manifest("home/.local/share/fairlead/extensions/lab.toml",
                             World::entry("lab", "brings_assets", "lab::inits_again"));
        world.variables["FAIRSEQ2_EXTENSION_TRACE"] = "";
        QVERIFY(text_of([&] {
                    (void)init_fairseq2(world.options());
                }).endsWith("fairlead::InvalidOperationError: `init_fairseq2()` cannot be called recursively."));
    }

    void whatExtrasRegisterIsTheirs() {
        struct Twice {};
        World world;
        InitOptions options = world.options();
        options.extras = [](DependencyContainer& container) {
            for (int i = 0; i < 2; ++i)
                container.register_<Twice>([] { return Twice(); });
        };
        try {
            (void)init_fairseq2(options);
            QFAIL("nothing was thrown");
        } catch (const InvalidOperationError& error) {
            const QString pattern = "Without a key it is registered by the program's extras, .*\\.cpp:\\d+; the second "
                                    "registration is by the program's extras, .*\\.cpp:\\d+\\.";
            QVERIFY2(QRegularExpression(QRegularExpression::anchoredPattern(pattern))
                         .match(QString::fromStdString(error.details()))
                         .hasMatch(),
                     error.details().c_str());
        }
    }

    void whatExtrasThrowPassesThrough() {
        World world;
        InitOptions options = world.options();
        options.extras = [](DependencyContainer&) { throw 42; };
        QCOMPARE(text_of([&] { (void)init_fairseq2(options); }), QString("int: 42"));
    }
};

QTEST_APPLESS_MAIN(InitFairseq2Test)
#include "init_fairseq2_test.moc"
