// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/manifest_search.h"
#include "tests/core/files/disk.h"

#include <QTest>
#include <map>
#include <string>

using namespace fairlead;
namespace fs = std::filesystem;

namespace {

std::string manifest(const std::string& name, const std::string& value = "l:f") {
    return "[project.entry-points.\"fairseq2.extension\"]\n" + name + " = \"" + value + "\"\n";
}

QStringList names_of(const FoundManifests& found) {
    QStringList names;
    for (const Manifest& one : found.manifests)
        for (const EntryPoint& entry : one.entries)
            names += QString::fromStdString(entry.name) + (entry.fault.empty() ? "" : "!");
    return names;
}

QStringList problems_of(const FoundManifests& found) {
    QStringList texts;
    for (const ManifestProblem& problem : found.problems)
        texts += QString::fromStdString(to_string(problem));
    return texts;
}

} // namespace

class ManifestSearchTest : public QObject {
    Q_OBJECT

private slots:
    void pathFollowsVariablesAndDataFolders_data() {
        QTest::addColumn<QString>("variables"); // NAME=VALUE, joined by blanks
        QTest::addColumn<QString>("path");
        const QString system = " s:/usr/local/share/fairlead/extensions s:/usr/share/fairlead/extensions";
        QTest::newRow("home alone") << "HOME=/h"
                                    << "u:/h/.local/share/fairlead/extensions" + system;
        QTest::newRow("nothing") << "" << system.mid(1);
        QTest::newRow("data home") << "HOME=/h XDG_DATA_HOME=/d"
                                   << "u:/d/fairlead/extensions" + system;
        QTest::newRow("relative data home") << "HOME=/h XDG_DATA_HOME=d"
                                            << "u:/h/.local/share/fairlead/extensions" + system;
        QTest::newRow("data folders")
            << "HOME=/h XDG_DATA_DIRS=/a:b::/c"
            << "u:/h/.local/share/fairlead/extensions s:/a/fairlead/extensions s:/c/fairlead/extensions";
        QTest::newRow("variable") << "HOME=/h FAIRLEAD_EXTENSION_PATH=/x:y::/z"
                                  << "v:/x v:y v:/z u:/h/.local/share/fairlead/extensions" + system;
    }
    void pathFollowsVariablesAndDataFolders() {
        QFETCH(QString, variables);
        std::map<std::string, std::string> values;
        for (const QString& assignment : variables.split(' ', Qt::SkipEmptyParts))
            values[assignment.section('=', 0, 0).toStdString()] = assignment.section('=', 1).toStdString();
        QStringList places;
        for (const SearchPlace& place : extension_search_path([&](const char* name) -> const char* {
                 const auto found = values.find(name);
                 return found == values.end() ? nullptr : found->second.c_str();
             }))
            places +=
                QString("vus").at(static_cast<int>(place.reason)) + (':' + QString::fromStdString(place.path.string()));
        QTEST(places.join(' '), "path");
    }

    void orderIsPlaceThenManifestNameThenLine() {
        const test::Disk disk;
        disk.write("second/a.toml", manifest("third"));
        disk.write("first/b.toml", manifest("two"));
        disk.write("first/B.toml", "[project.entry-points.\"fairseq2.extension\"]\nz = \"l:f\"\na = \"l:f\"\n");
        disk.write("first/readme.txt", "no manifest");
        const auto single = disk.write("single.manifest", manifest("single"));
        const SearchPlace places[] = {{disk / "first"}, {disk / "second"}, {single}};
        const FoundManifests found = find_manifests(places);
        QCOMPARE(problems_of(found), QStringList());
        QCOMPARE(names_of(found), (QStringList{"z", "a", "two", "third", "single"}));
    }

    void sameManifestCountsOnce() {
        const test::Disk disk;
        disk.write("real/a.toml", manifest("one"));
        fs::create_directory_symlink(disk / "real", disk / "link");
        const SearchPlace places[] = {{disk / "link"}, {disk / "real"}, {disk / "real/a.toml"}};
        QCOMPARE(names_of(find_manifests(places)), QStringList{"one"});
    }

    void secondExtensionOfANameIsRefusedAndNamesTheFirst() {
        const test::Disk disk;
        disk.write("a/x.toml", "\n" + manifest("one"));
        disk.write("b/y.toml", manifest("one", "other:f") + "two = \"l:f\"\n");
        const SearchPlace places[] = {{disk / "a"}, {disk / "b"}};
        const FoundManifests found = find_manifests(places);
        QCOMPARE(names_of(found), (QStringList{"one", "one!", "two"}));
        QCOMPARE(found.manifests[1].entries[0].fault,
                 "An extension named `one` is already in " + (disk / "a/x.toml").string() + ":3. Rename one of them.");
    }

    void placeThatIsMissingIsAProblemOnlyIfItWasNamed() {
        const test::Disk disk;
        const SearchPlace places[] = {
            {disk / "none"}, {disk / "none2", SearchReason::user_data}, {disk / "none3", SearchReason::system_data}};
        const FoundManifests found = find_manifests(places);
        QCOMPARE(problems_of(found), QStringList{QString::fromStdString((disk / "none").string()) +
                                                 ": FAIRLEAD_EXTENSION_PATH names it, but it does not exist."});
    }

    void libraryIsNoManifest() {
        const std::string library("\x7f"
                                  "ELF");
        const test::Disk disk;
        disk.write("libone.so.1", library + std::string(2 << 20, '\0')); // larger than a manifest may be
        disk.write("among/libbeside.so", library);                       // where libraries lie, beside their manifests
        disk.write("among/one.toml", manifest("one"));
        disk.write("among/renamed.toml", library);
        const SearchPlace places[] = {{disk / "libone.so.1"}, {disk / "among"}};
        const FoundManifests found = find_manifests(places);
        QCOMPARE(problems_of(found), QStringList());
        QCOMPARE(names_of(found), QStringList{"one"});
        QStringList problems;
        for (const Manifest& manifest : found.manifests)
            for (const ManifestProblem& problem : manifest.problems)
                problems += QString::fromStdString(problem.path.filename().string() + ": " + problem.message);
        const QString text =
            ": It is a library, and no manifest. Name the manifest (*.toml) that names it, or the folder of that.";
        QCOMPARE(problems, (QStringList{"libone.so.1" + text, "renamed.toml" + text}));
    }

    void brokenManifestLetsTheRestGoOn() {
        const test::Disk disk;
        disk.write("a.toml", "x = \n");
        disk.write("b.toml", manifest("one"));
        disk.make_folder("c.toml");
        const SearchPlace places[] = {{disk.root()}};
        const FoundManifests found = find_manifests(places);
        QCOMPARE(names_of(found), QStringList{"one"});
        QCOMPARE(found.manifests.size(), std::size_t(3));
        QCOMPARE(found.manifests[0].problems.size(), std::size_t(1));
        QCOMPARE(found.manifests[2].problems.size(), std::size_t(1));
    }
};

QTEST_APPLESS_MAIN(ManifestSearchTest)
#include "manifest_search_test.moc"
