// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "tests/core/assets/cards.h"

#include <QtTest>

using namespace fairlead;
using namespace fairlead::test;

namespace {

QString resolved(const std::filesystem::path& path, const char* home = "/home/me") {
    const auto result = python::resolve(
        path.native(), [&](const char* name) { return name == std::string_view("HOME") ? home : nullptr; });
    if (const auto* error = std::get_if<AssetError>(&result))
        return QString::fromStdString(error->type + ": " + error->message);
    return QString::fromStdString(std::get<std::string>(result));
}

} // namespace

/// Rows are what Python 3.11's pathlib answers.
class PythonPathTest : public QObject {
    Q_OBJECT

private slots:
    void pathsAreWrittenAsPythonDoes_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("written");
        QTest::newRow("empty") << ""
                               << ".";
        QTest::newRow("dot") << "./"
                             << ".";
        QTest::newRow("slashes") << "a//b/"
                                 << "a/b";
        QTest::newRow("dots inside") << "./a/./b/."
                                     << "a/b";
        QTest::newRow("parents stay") << "a/../b"
                                      << "a/../b";
        QTest::newRow("root") << "/"
                              << "/";
        QTest::newRow("two slashes") << "//a"
                                     << "//a";
        QTest::newRow("three slashes") << "///a"
                                       << "/a";
    }
    void pathsAreWrittenAsPythonDoes() {
        QFETCH(QString, text);
        QFETCH(QString, written);
        QCOMPARE(QString::fromStdString(python::path_text(text.toStdString())), written);
    }

    void suffixes_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("suffix");
        QTest::newRow("plain") << "a.yaml"
                               << ".yaml";
        QTest::newRow("last of two") << "a.b.yml"
                                     << ".yml";
        QTest::newRow("hidden") << ".yaml"
                                << "";
        QTest::newRow("hidden with a suffix") << ".a.yaml"
                                              << ".yaml";
        QTest::newRow("two dots") << "..yaml"
                                  << ".yaml";
        QTest::newRow("dot at the end") << "a.yaml."
                                        << "";
        QTest::newRow("none") << "yaml"
                              << "";
    }
    void suffixes() {
        QFETCH(QString, name);
        QFETCH(QString, suffix);
        const std::string bytes = name.toStdString();
        QCOMPARE(QString::fromStdString(std::string(python::suffix(bytes))), suffix);
    }

    void homesAreExpanded() {
        QCOMPARE(resolved("~/x", "/nowhere/me"), "/nowhere/me/x");
        QCOMPARE(resolved("./~/x", "/nowhere/me/"), "/nowhere/me/x");
        QCOMPARE(resolved("~", ""), "/");
        QCOMPARE(resolved("/a/~", "/nowhere/me"), "/a/~");
        QCOMPARE(resolved("~no_such_user/x"), "RuntimeError: Could not determine home directory.");
        QCOMPARE(resolved("~", "~loop"), "RuntimeError: Could not determine home directory.");
    }
    void linksAreResolvedAsFarAsThereIsSomething() {
        const Disk disk;
        const auto root = QString::fromStdString(std::filesystem::canonical(disk.root()).string());
        disk.make_folder("real/deep");
        std::filesystem::create_directory_symlink("real/deep", disk / "link");
        std::filesystem::create_directory_symlink(disk / "link", disk / "second");
        QCOMPARE(resolved(disk / "second/missing/x"), root + "/real/deep/missing/x");
        QCOMPARE(resolved(disk / "second/../x"), root + "/real/x");
        QCOMPARE(resolved(disk / "missing/../x"), root + "/x");
    }
    void aCircleOfLinksIsAnError() {
        const Disk disk;
        const auto root = QString::fromStdString(std::filesystem::canonical(disk.root()).string());
        std::filesystem::create_symlink("b", disk / "a");
        std::filesystem::create_symlink("a", disk / "b");
        QCOMPARE(resolved(disk / "a/x"), "RuntimeError: Symlink loop from '" + root + "/a/x'");
    }
    // Not the root of the file system, and all that lies below it.
    void withoutAWorkingDirectoryNothingIsFound() {
        const Disk disk;
        const auto before = std::filesystem::current_path();
        std::filesystem::current_path(disk.make_folder("gone"));
        std::filesystem::remove(disk / "gone");
        const auto relative = resolved("x");
        const auto here = resolved(".");
        const auto absolute = resolved("/nowhere/x");
        const auto catalog = Catalog::load({file_source(".")});
        std::filesystem::current_path(before);
        QCOMPARE(relative, "OperationalError: A system error occurred.");
        QCOMPARE(here, relative);
        QCOMPARE(absolute, "/nowhere/x");
        QCOMPARE(text_of(store_verdict(catalog).error), relative);
        QCOMPARE(text_of(catalog.walk_notes()[0].message),
                 ". leads nowhere: the working folder does not exist any more.");
    }
};

QTEST_APPLESS_MAIN(PythonPathTest)
#include "python_path_test.moc"
