// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/source.h"
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
};

QTEST_APPLESS_MAIN(DirectoriesTest)
#include "directories_test.moc"
