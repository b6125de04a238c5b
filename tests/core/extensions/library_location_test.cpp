// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/library_location.h"
#include "tests/core/files/disk.h"

#include <QTest>

using namespace fairlead;
namespace fs = std::filesystem;

class LibraryLocationTest : public QObject {
    Q_OBJECT

    static QString located(const test::Disk& disk, const std::string& library) {
        const auto result = locate_library(disk.root(), library);
        if (const auto* missing = std::get_if<LibraryNotFound>(&result))
            return QString::fromStdString(missing->message)
                .replace(QString::fromStdString(disk.root().string()), "ROOT");
        return QString::fromStdString(std::get<fs::path>(result).lexically_relative(disk.root()).string());
    }

private slots:
    void nameIsLookedUpBesideTheManifest_data() {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("found");
        QTest::newRow("prefix and suffix") << QStringList{"libx.so"} << "x"
                                           << "libx.so";
        QTest::newRow("suffix") << QStringList{"x.so"} << "x"
                                << "x.so";
        QTest::newRow("as written") << QStringList{"x.so", "libx.so"} << "x.so"
                                    << "x.so";
        QTest::newRow("as written first") << QStringList{"x", "libx.so"} << "x"
                                          << "x";
        QTest::newRow("prefix before suffix alone") << QStringList{"x.so", "libx.so"} << "x"
                                                    << "libx.so";
        QTest::newRow("prefix written") << QStringList{"libx.so"} << "libx"
                                        << "libx.so";
        QTest::newRow("folder of that name") << QStringList{"x/y", "libx.so"} << "x"
                                             << "libx.so";
        QTest::newRow("below") << QStringList{"sub/libx.so"} << "sub/x"
                               << "sub/libx.so";
        QTest::newRow("above and back") << QStringList{"lib/libx.so", "m/x.toml"} << "m/../lib/x"
                                        << "lib/libx.so";
        QTest::newRow("version") << QStringList{"libx.so.1"} << "libx.so.1"
                                 << "libx.so.1";
        QTest::newRow("missing") << QStringList{} << "x"
                                 << "The library `x` is not found. Looked at: ROOT/x, ROOT/libx.so, ROOT/x.so.";
        QTest::newRow("missing with suffix") << QStringList{"libx.so"} << "x.so"
                                             << "The library `x.so` is not found. Looked at: ROOT/x.so.";
        QTest::newRow("only folders") << QStringList{"x/y", "x.so/y"} << "x"
                                      << "The library `x` is not found. Looked at: ROOT/x (a folder), ROOT/libx.so, "
                                         "ROOT/x.so (a folder).";
        QTest::newRow("name of a folder") << QStringList{} << "x/"
                                          << "`x/` is the name of a folder, not of a library.";
        QTest::newRow("dots") << QStringList{} << ".."
                              << "`..` is the name of a folder, not of a library.";
    }
    void nameIsLookedUpBesideTheManifest() {
        QFETCH(QStringList, files);
        QFETCH(QString, library);
        const test::Disk disk;
        for (const QString& file : files)
            disk.write(file.toStdString(), "");
        QTEST(located(disk, library.toStdString()), "found");
    }

    void absolutePathCountsAsItIs() {
        const test::Disk disk;
        const test::Disk other;
        const auto path = other.write("liby.so", "");
        QCOMPARE(std::get<fs::path>(locate_library(disk.root(), (other / "y").string())), path);
    }

    void linkToNothingIsNamed() {
        const test::Disk disk;
        fs::create_symlink("nowhere", disk / "libx.so");
        QCOMPARE(located(disk, "x"), QString("The library `x` is not found. Looked at: ROOT/x, ROOT/libx.so (a link to "
                                             "nothing), ROOT/x.so."));
    }

    void endlessNameIsAnErrorOnly() {
        const test::Disk disk;
        QVERIFY(located(disk, std::string(100000, 'x')).endsWith("(cannot be looked at)."));
    }
};

QTEST_APPLESS_MAIN(LibraryLocationTest)
#include "library_location_test.moc"
