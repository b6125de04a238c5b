// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/environment.h"
#include "tests/core/container/error_text.h"
#include "tests/core/files/disk.h"

#include <QStringList>
#include <QTest>
#include <map>

using namespace fairlead;
using test::thrown_by;

namespace {

using Variables = std::map<std::string, std::string>;

VariableLookup lookup(const Variables& variables) {
    return [&variables](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
}

} // namespace

class EnvironmentTest : public QObject {
    Q_OBJECT

private slots:
    void emptyIsNotUnset() {
        const Variables variables{{"EMPTY", ""}, {"A", "1"}};
        const GivenEnvironment environment(lookup(variables));
        QCOMPARE(environment.maybe_get("EMPTY"), std::optional<std::string>(""));
        QVERIFY(environment.has("A") && !environment.has("B"));
        QVERIFY(!environment.maybe_get("B"));
    }

    void rank_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("result");
        const QString name = "EnvironmentVariableError: RANK environment variable ";
        QTest::newRow("zero") << "0"
                              << "0";
        QTest::newRow("as int() reads it") << " +1_2 "
                                           << "12";
        QTest::newRow("beyond 64 bits") << "99999999999999999999"
                                        << "9223372036854775807";
        QTest::newRow("no number") << "first" << name + "cannot be parsed as an integer.";
        QTest::newRow("empty") << "" << name + "cannot be parsed as an integer.";
        QTest::newRow("negative") << "-3" << name + "is expected to be greater than or equal to 0, but is -3 instead.";
    }
    void rank() {
        QFETCH(QString, text);
        QFETCH(QString, result);
        const Variables variables{{"RANK", text.toStdString()}};
        std::string got;
        const std::string thrown =
            thrown_by([&] { got = std::to_string(*get_rank(GivenEnvironment(lookup(variables)))); });
        QCOMPARE(QString::fromStdString(thrown.empty() ? got : thrown), result);
        QVERIFY(!get_rank(GivenEnvironment(lookup({}))));
    }

    void directoriesAreThoseOfTheVariablesElseTheDefaults() {
        const test::Disk disk;
        const std::string root = disk.root().string();
        disk.make_folder("system");
        disk.make_folder("config/fairseq2/assets");
        Variables variables{{"HOME", root}, {"FAIRSEQ2_ASSET_DIR", root + "/system/"}};
        QStringList warnings;
        const StandardAssetDirectoryAccessor directories(
            lookup(variables), [&](const std::string& line) { warnings += QString::fromStdString(line); });
        QCOMPARE(directories.maybe_get_system_dir()->string(), root + "/system");
        QVERIFY(!directories.maybe_get_user_dir());
        QCOMPARE(directories.get_cache_dir().string(), root + "/.cache/fairseq2/assets");

        variables["XDG_CONFIG_HOME"] = root + "/config";
        variables["XDG_CACHE_HOME"] = "~/cache";
        QCOMPARE(directories.maybe_get_user_dir()->string(), root + "/config/fairseq2/assets");
        QCOMPARE(directories.get_cache_dir().string(), root + "/cache/fairseq2/assets");
        QCOMPARE(warnings, QStringList());

        variables["FAIRSEQ2_USER_ASSET_DIR"] = variables["FAIRSEQ2_ASSET_DIR"] = root + "/gone";
        variables["FAIRSEQ2_CACHE_DIR"] = root + "/gone";
        QCOMPARE(directories.maybe_get_user_dir()->string(), root + "/config/fairseq2/assets");
        QCOMPARE(directories.maybe_get_system_dir().has_value(), std::filesystem::exists("/etc/fairseq2/assets"));
        QCOMPARE(directories.get_cache_dir().string(), root + "/gone");
        const QString gone = QString::fromStdString(root) + "/gone pointed to by the ";
        QCOMPARE(warnings, QStringList({gone + "`FAIRSEQ2_USER_ASSET_DIR` environment variable is not found.",
                                        gone + "FAIRSEQ2_ASSET_DIR environment variable is not found."}));
    }

    void aDirectoryThatCannotBeAskedForIsAnError() {
        const test::Disk disk;
        std::filesystem::create_symlink("circle", disk / "circle");
        const std::string circle = (disk / "circle").string();
        Variables variables{
            {"HOME", disk.root().string()}, {"XDG_CONFIG_HOME", circle}, {"FAIRSEQ2_CACHE_DIR", circle}};
        QStringList warnings;
        const StandardAssetDirectoryAccessor directories(
            lookup(variables), [&](const std::string& line) { warnings += QString::fromStdString(line); });
        const std::string error = "RawError: Symlink loop from '" + circle + "'";
        QCOMPARE(thrown_by([&] { (void)directories.get_cache_dir(); }), error);
        variables["FAIRSEQ2_USER_ASSET_DIR"] = disk.root().string() + "/gone";
        QVERIFY(thrown_by([&] { (void)directories.maybe_get_user_dir(); }).starts_with("RawError: Symlink loop from "));
        QCOMPARE(warnings.size(), 1); // of the variable that counts first
        variables["FAIRSEQ2_ASSET_DIR"] = circle;
        QCOMPARE(thrown_by([&] { (void)directories.maybe_get_system_dir(); }), error);
    }
};

QTEST_APPLESS_MAIN(EnvironmentTest)
#include "environment_test.moc"
