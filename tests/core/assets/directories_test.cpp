// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/directories.h"
#include "tests/core/files/disk.h"

#include <QtTest>
#include <map>

using namespace fairlead;
using fairlead::test::Disk;

namespace {

using Variables = std::map<std::string, std::string>;

/// The sources' names and the warnings, a line each, with the test's folder as ROOT.
QString found(const Disk& disk, const Variables& variables) {
    const auto sources = well_known_sources([&](const char* name) {
        const auto value = variables.find(name);
        return value == variables.end() ? nullptr : value->second.c_str();
    });
    QStringList lines;
    for (const AssetSource& source : sources.sources) {
        // The machine's own directory is no matter of the test's.
        if (source.name != "path:/etc/fairseq2/assets")
            lines << QString::fromStdString(source.name);
        if (!source.from_variable)
            lines << "not from a variable";
    }
    for (const std::string& warning : sources.warnings)
        lines << QString::fromStdString(warning);
    const auto root = QString::fromStdString(std::filesystem::canonical(disk.root()).string());
    return lines.join('\n').replace(root, "ROOT");
}

} // namespace

class DirectoriesTest : public QObject {
    Q_OBJECT

    const Disk m_disk;

    [[nodiscard]] std::string at(const char* name) const { return (m_disk / name).string(); }

private slots:
    void initTestCase() {
        m_disk.make_folder("system");
        m_disk.make_folder("user");
        m_disk.make_folder("config/fairseq2/assets");
        m_disk.make_folder("home/.config/fairseq2/assets");
        m_disk.make_folder("empty_home");
        m_disk.write("file.yaml", "");
        std::filesystem::create_directory_symlink("user", m_disk / "link");
        std::filesystem::create_symlink("circle", m_disk / "circle");
    }

    void theSystemComesBeforeTheUser() {
        QCOMPARE(found(m_disk, {{"FAIRSEQ2_USER_ASSET_DIR", at("user")}, {"FAIRSEQ2_ASSET_DIR", at("system")}}),
                 "path:ROOT/system\npath:ROOT/user");
    }
    void nothingSetIsTheHome() {
        QCOMPARE(found(m_disk, {{"HOME", at("home")}}), "path:ROOT/home/.config/fairseq2/assets");
        QCOMPARE(found(m_disk, {{"HOME", at("empty_home")}}), "");
    }
    void theConfigFolderComesBeforeTheHome() {
        QCOMPARE(found(m_disk, {{"HOME", at("home")}, {"XDG_CONFIG_HOME", at("config")}}),
                 "path:ROOT/config/fairseq2/assets");
        QCOMPARE(found(m_disk, {{"HOME", at("home")}, {"XDG_CONFIG_HOME", at("system")}}), "");
    }
    void aVariableThatNamesNothingIsWarnedOfAndTheNextCounts() {
        QCOMPARE(found(m_disk, {{"HOME", at("home")},
                                {"FAIRSEQ2_ASSET_DIR", at("nothing")},
                                {"FAIRSEQ2_USER_ASSET_DIR", at("nothing")}}),
                 "path:ROOT/home/.config/fairseq2/assets\n"
                 "ROOT/nothing pointed to by the FAIRSEQ2_ASSET_DIR environment variable is not found.\n"
                 "ROOT/nothing pointed to by the `FAIRSEQ2_USER_ASSET_DIR` environment variable is not found.");
    }
    void aFileIsASource() {
        QCOMPARE(found(m_disk, {{"HOME", at("empty_home")}, {"FAIRSEQ2_ASSET_DIR", at("file.yaml")}}),
                 "path:ROOT/file.yaml");
    }
    void homesAndLinksAreResolved() {
        QCOMPARE(found(m_disk, {{"HOME", at("home")}, {"FAIRSEQ2_USER_ASSET_DIR", "~/../link/."}}), "path:ROOT/user");
    }
    void emptyIsTheWorkingDirectory() {
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(m_disk / "config");
        const auto user = found(m_disk, {{"HOME", at("home")}, {"FAIRSEQ2_USER_ASSET_DIR", ""}});
        const auto config = found(m_disk, {{"HOME", at("home")}, {"XDG_CONFIG_HOME", ""}});
        std::filesystem::current_path(before);
        QCOMPARE(user, "path:ROOT/config");
        QCOMPARE(config, "path:ROOT/config/fairseq2/assets");
    }
    void aCircleOfLinksStaysForTheLoadToFailAt() {
        QCOMPARE(found(m_disk, {{"HOME", at("empty_home")}, {"FAIRSEQ2_ASSET_DIR", at("circle")}})
                     .replace(QString::fromStdString(m_disk.root().string()), "ROOT"),
                 "path:ROOT/circle");
    }

    void eachSaysWhereItIsOrWouldBe_data() {
        QTest::addColumn<QByteArray>("which");
        QTest::addColumn<QByteArray>("value"); // of its variable; null: not set
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isNamed");
        QTest::addColumn<bool>("exists");
        QTest::addColumn<QByteArray>("warning");
        const QByteArray none;
        QTest::newRow("user, set") << QByteArray("user") << QByteArray("~/../link") << QByteArray("ROOT/user") << true
                                   << true << none;
        QTest::newRow("user, not set") << QByteArray("user") << none
                                       << QByteArray("ROOT/empty_home/.config/fairseq2/assets") << false << false
                                       << none;
        QTest::newRow("user, nothing there")
            << QByteArray("user") << QByteArray("ROOT/nothing") << QByteArray("ROOT/empty_home/.config/fairseq2/assets")
            << false << false
            << QByteArray(
                   "ROOT/nothing pointed to by the `FAIRSEQ2_USER_ASSET_DIR` environment variable is not found.");
        QTest::newRow("system, set") << QByteArray("system") << QByteArray("ROOT/system") << QByteArray("ROOT/system")
                                     << true << true << none;
        QTest::newRow("cache, set") << QByteArray("cache") << QByteArray("~/c") << QByteArray("ROOT/empty_home/c")
                                    << true << false << none;
        QTest::newRow("cache, not set") << QByteArray("cache") << none
                                        << QByteArray("ROOT/empty_home/.cache/fairseq2/assets") << false << false
                                        << none;
    }
    void eachSaysWhereItIsOrWouldBe() {
        QFETCH(const QByteArray, which);
        QFETCH(QByteArray, value);
        QFETCH(const QByteArray, path);
        QFETCH(const bool, isNamed);
        QFETCH(const bool, exists);
        QFETCH(const QByteArray, warning);
        const QByteArray root = QByteArray::fromStdString(std::filesystem::canonical(m_disk.root()).string());
        const std::string home = at("empty_home");
        const QByteArray name = which == "cache"    ? "FAIRSEQ2_CACHE_DIR"
                                : which == "system" ? "FAIRSEQ2_ASSET_DIR"
                                                    : "FAIRSEQ2_USER_ASSET_DIR";
        const bool isSet = !value.isNull();
        value.replace("ROOT", root);
        const VariableLookup variable = [&](const char* asked) -> const char* {
            return asked == QByteArrayView("HOME") ? home.c_str()
                   : isSet && asked == name        ? value.constData()
                                                   : nullptr;
        };
        const FoundDirectory found = which == "cache"    ? find_cache_directory(variable)
                                     : which == "system" ? find_system_directory(variable)
                                                         : find_user_directory(variable);
        QCOMPARE(QByteArray::fromStdString(found.path).replace(root, "ROOT"), path);
        QCOMPARE(found.is_named, isNamed);
        QCOMPARE(found.exists, exists);
        QCOMPARE(QByteArray::fromStdString(found.warning).replace(root, "ROOT"), warning);
        QVERIFY(!found.error);
    }
    void aCircleIsAnErrorOfPythons() {
        const std::string circle = at("circle");
        const FoundDirectory found = find_cache_directory([&](const char*) { return circle.c_str(); });
        QVERIFY(found.error);
        QCOMPARE(found.error->type, std::string("RuntimeError"));
        QCOMPARE(found.path, circle);
    }
};

QTEST_APPLESS_MAIN(DirectoriesTest)
#include "directories_test.moc"
