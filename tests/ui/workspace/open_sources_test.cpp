// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/open_sources.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace fairlead;
using namespace fairlead::ui;

/// Sources as they are named for people.
class OpenSourcesTest : public QObject {
    Q_OBJECT

private slots:
    void sourcesAreNamedAsPeopleKnowThem_data() {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("shown");
        const QByteArray home = QDir::homePath().toUtf8();
        QTest::newRow("package") << QByteArray("package:fairseq2.assets.cards") << "fairseq2.assets.cards";
        QTest::newRow("folder") << QByteArray("path:/lab/cards") << "/lab/cards";
        QTest::newRow("folder at home") << "path:" + home + "/cards"
                                        << "~/cards";
        QTest::newRow("checkpoints") << "checkpoint:" + home + "/run_1"
                                     << "~/run_1";
        QTest::newRow("untitled") << QByteArray("untitled:Untitled 1") << "Untitled 1";
        // What register_in_memory_assets() and providers may call theirs.
        QTest::newRow("named by an extension") << QByteArray("lab:memory") << "lab:memory";
        QTest::newRow("plainly named") << QByteArray("memory") << "memory";
        QTest::newRow("nameless") << QByteArray() << "";
    }
    void sourcesAreNamedAsPeopleKnowThem() {
        QFETCH(QByteArray, name);
        QFETCH(QString, shown);
        QCOMPARE(nameOfSource(std::string_view(name.constData(), std::size_t(name.size()))), shown);
    }

    void openedOnesAreNamedByTheirPlace() {
        QCOMPARE(nameOfSource(sourceOfPath(QDir::homePath() + QStringLiteral("/cards"))), QStringLiteral("~/cards"));
        QCOMPARE(nameOfSource(untitledSource(QStringLiteral("Untitled 2"), {})), QStringLiteral("Untitled 2"));
    }

    // Names that are no UTF-8 are shown with \xNN.
    void aPathIsFoundByWhatIsShownOfIt() {
        const QTemporaryDir folder;
        const std::string root = folder.path().toStdString();
        const auto found = [&](const char* shown) {
            return pathOfText(folder.filePath(QString::fromLatin1(shown))).native();
        };
        const std::string plain = root + "/caf\\xe9";
        const std::string meant = root + "/caf\xe9";
        QCOMPARE(found("caf\\xe9"), plain); // there is neither
        std::filesystem::create_directory(meant);
        QCOMPARE(found("caf\\xe9"), meant);
        QCOMPARE(found("caf\\xE9"), meant);
        QCOMPARE(found("caf\\xg9"), root + "/caf\\xg9");
        std::filesystem::create_directory(plain);
        QCOMPARE(found("caf\\xe9"), plain); // what is called so
    }
};

QTEST_GUILESS_MAIN(OpenSourcesTest)
#include "open_sources_test.moc"
