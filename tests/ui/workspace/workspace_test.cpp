// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include "core/registry/bundled.h"
#include "ui/workspace/open_sources.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>
#include <sstream>

using namespace fairlead;
using namespace fairlead::ui;

class WorkspaceTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutPathsThereIsTheRegistry();
    void aFolderIsReadAndChecked();
    void openingTheSameTwiceOpensItOnce();
    void addingWhatLiesBelowChangesNothing();
    void removingASourceLoadsAgain();
    void aloneTheRegistrysCardsAreAway();
    void theLatestOfTwoOpensCounts();
    void cancellingKeepsWhatWasThere();
    void anEditIsCheckedAtOnce();
    void editsWhileLoadedIsToldAreToldAfterIt();
    void untitledTextsAreCheckedLikeFiles();
    void everyLoadAndVerdictIsLogged();
    void aMissingPathIsAFinding();
    void paths_data();
    void paths();

private:
    QString write(const QString& name, const QByteArray& text);
    void open(const QStringList& paths);
    [[nodiscard]] qsizetype userCards() const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::ostringstream m_records;
    std::shared_ptr<spdlog::logger> m_log;
    std::unique_ptr<Workspace> m_workspace;
};

void WorkspaceTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_records.str({});
    m_log = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::ostream_sink_mt>(m_records));
    m_log->set_level(spdlog::level::trace);
    m_log->set_pattern("%l %v");
    m_workspace = std::make_unique<Workspace>(bundled_snapshot(), m_log);
}

void WorkspaceTest::cleanup() { m_workspace.reset(); }

QString WorkspaceTest::write(const QString& name, const QByteArray& text) {
    const QString path = m_folder->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("could not write %s", qPrintable(path));
    return path;
}

void WorkspaceTest::open(const QStringList& paths) {
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->open(paths);
    QVERIFY(loaded.wait());
}

qsizetype WorkspaceTest::userCards() const {
    const Catalog& catalog = m_workspace->session()->catalog();
    qsizetype cards = 0;
    for (const CardFile& file : catalog.files())
        if (!catalog.sources()[file.source].from_registry)
            for (const Card& card : file.cards)
                cards += card.is_card() ? 1 : 0;
    return cards;
}

void WorkspaceTest::withoutPathsThereIsTheRegistry() {
    QVERIFY(!m_workspace->session());
    open({});
    QCOMPARE(m_workspace->session()->catalog().card_count(), 88U);
    QVERIFY(m_workspace->session()->verdict().loads());
    QCOMPARE(m_workspace->loadFailure(), QString());
}

void WorkspaceTest::aFolderIsReadAndChecked() {
    const QString path = write(QStringLiteral("cards/a.yaml"), "name: a\nmodel_family: llama\nmodel_arch: nope\n");
    QSignalSpy started(m_workspace.get(), &Workspace::loadStarted);
    open({m_folder->filePath(QStringLiteral("cards"))});
    QCOMPARE(started.size(), 1);
    QCOMPARE(userCards(), 1);
    const auto file = m_workspace->fileAt(path);
    QVERIFY(file);
    QCOMPARE(m_workspace->session()->diagnostics_of(*file).size(), 2U); // FS021, and FS037: no checkpoint
    QVERIFY(!m_workspace->isLoading());
}

void WorkspaceTest::openingTheSameTwiceOpensItOnce() {
    write(QStringLiteral("a.yaml"), "name: a\n");
    open({m_folder->path(), m_folder->path() + QStringLiteral("/."), m_folder->path() + QStringLiteral("/")});
    QCOMPARE(m_workspace->paths(), QStringList{m_folder->path()});
    QCOMPARE(userCards(), 1);
}

void WorkspaceTest::addingWhatLiesBelowChangesNothing() {
    const QString inside = write(QStringLiteral("cards/a.yaml"), "name: a\n");
    const QString outside = write(QStringLiteral("b.yaml"), "name: b\n");
    open({m_folder->filePath(QStringLiteral("cards"))});
    QSignalSpy changed(m_workspace.get(), &Workspace::pathsChanged);
    m_workspace->add({inside});
    QCOMPARE(changed.size(), 0);
    QVERIFY(!m_workspace->isLoading());
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->add({inside, outside});
    QVERIFY(loaded.wait());
    QCOMPARE(userCards(), 2);
}

void WorkspaceTest::removingASourceLoadsAgain() {
    const QString a = write(QStringLiteral("a.yaml"), "name: a\n");
    const QString b = write(QStringLiteral("b.yaml"), "name: b\n");
    open({a, b});
    QCOMPARE(userCards(), 2);
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->remove(a);
    QVERIFY(loaded.wait());
    QCOMPARE(userCards(), 1);
    QVERIFY(!m_workspace->fileAt(a));
}

void WorkspaceTest::aloneTheRegistrysCardsAreAway() {
    write(QStringLiteral("a.yaml"), "name: a\nbase: llama3_1_8b\n");
    open({m_folder->path()});
    QVERIFY(m_workspace->session()->catalog().find("llama3_1_8b", ""));
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->setAlone(true);
    QVERIFY(loaded.wait());
    QVERIFY(m_workspace->isAlone());
    QVERIFY(!m_workspace->session()->catalog().find("llama3_1_8b", ""));
    open({m_folder->path()});
    QVERIFY2(!m_workspace->isAlone(), "what is opened anew stands beside the registry");
}

void WorkspaceTest::theLatestOfTwoOpensCounts() {
    const QString a = write(QStringLiteral("a.yaml"), "name: a\n");
    const QString b = write(QStringLiteral("b.yaml"), "name: b\n");
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->open({a});
    m_workspace->open({b});
    QVERIFY(loaded.wait());
    QVERIFY(m_workspace->fileAt(b));
    QVERIFY(!m_workspace->fileAt(a));
    QVERIFY(!loaded.wait(50));
    QCOMPARE(loaded.size(), 1);
}

void WorkspaceTest::cancellingKeepsWhatWasThere() {
    const QString a = write(QStringLiteral("a.yaml"), "name: a\n");
    open({a});
    const CheckSession* before = m_workspace->session();
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    QSignalSpy ended(m_workspace.get(), &Workspace::loadEnded);
    m_workspace->reload();
    m_workspace->cancel();
    QVERIFY(ended.wait());
    QCOMPARE(loaded.size(), 0);
    QCOMPARE(m_workspace->session(), before);
    QCOMPARE(m_workspace->loadFailure(), QStringLiteral("Loading was cancelled"));
    m_workspace->reload();
    QVERIFY(loaded.wait());
    QCOMPARE(m_workspace->loadFailure(), QString());
}

void WorkspaceTest::anEditIsCheckedAtOnce() {
    const QString path = write(QStringLiteral("a.yaml"), "name: a\n---\n");
    open({path});
    QVERIFY(!m_workspace->session()->verdict().loads());
    const quint32 file = *m_workspace->fileAt(path);
    QSignalSpy edited(m_workspace.get(), &Workspace::edited);
    m_workspace->edit(file, 8, 12, {});
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited[0][0].toUInt(), file);
    QVERIFY(m_workspace->session()->verdict().loads());
    m_workspace->setText(file, "name: [");
    QVERIFY(!m_workspace->session()->verdict().loads());
    QCOMPARE(edited.size(), 2);
}

void WorkspaceTest::editsWhileLoadedIsToldAreToldAfterIt() {
    const QString path = write(QStringLiteral("a.yaml"), "name: a\n");
    QStringList heard;
    connect(m_workspace.get(), &Workspace::loaded, this, [&] {
        m_workspace->setText(*m_workspace->fileAt(path), "name: unsaved\n");
        heard.append(QStringLiteral("first heard loaded"));
    });
    connect(m_workspace.get(), &Workspace::loaded, this, [&] { heard.append(QStringLiteral("second heard loaded")); });
    connect(m_workspace.get(), &Workspace::edited, this, [&] { heard.append(QStringLiteral("edited")); });
    open({path});
    QCOMPARE(heard, (QStringList{QStringLiteral("first heard loaded"), QStringLiteral("second heard loaded"),
                                 QStringLiteral("edited")}));
    QVERIFY(m_workspace->session()->catalog().find("unsaved", ""));
}

void WorkspaceTest::untitledTextsAreCheckedLikeFiles() {
    open({});
    QSignalSpy loaded(m_workspace.get(), &Workspace::loaded);
    m_workspace->addUntitled(QStringLiteral("my.yaml"), "name: mine\n---\n");
    QVERIFY(loaded.wait());
    const auto file = m_workspace->fileAt(QStringLiteral("my.yaml"));
    QVERIFY(file);
    QVERIFY(!m_workspace->session()->diagnostics_of(*file).empty());
    QVERIFY(m_workspace->isUntitled(QStringLiteral("my.yaml")));
    m_workspace->removeUntitled(QStringLiteral("my.yaml"));
    QVERIFY(loaded.wait());
    QVERIFY(!m_workspace->fileAt(QStringLiteral("my.yaml")));
}

void WorkspaceTest::everyLoadAndVerdictIsLogged() {
    const QString path = write(QStringLiteral("a.yaml"), "name: a\n---\n");
    open({path});
    QString records = QString::fromStdString(m_records.str());
    QVERIFY2(records.contains(QStringLiteral("info Opening %1\n").arg(path)), qPrintable(records));
    QVERIFY2(records.contains(QStringLiteral("debug Read %1: 12 bytes, 2 documents\n").arg(path)), qPrintable(records));
    QVERIFY2(records.contains(QStringLiteral("info Read and checked ")), qPrintable(records));
    QVERIFY2(records.contains(QStringLiteral("fairseq2 would load nothing: AssetMetadataError: ")),
             qPrintable(records));
    m_records.str({});
    m_workspace->edit(*m_workspace->fileAt(path), 8, 12, {});
    records = QString::fromStdString(m_records.str());
    QVERIFY2(records.contains(QStringLiteral("trace Checked %1 after an edit in ").arg(path)), qPrintable(records));
    QVERIFY2(records.contains(QStringLiteral("info fairseq2 loads these sources\n")), qPrintable(records));
}

void WorkspaceTest::aMissingPathIsAFinding() {
    open({m_folder->filePath(QStringLiteral("not/there"))});
    QVERIFY(!m_workspace->session()->verdict().loads());
    QCOMPARE(m_workspace->session()->summary().errors, 1U);
}

void WorkspaceTest::paths_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("absolute");
    const QString here = QDir::currentPath();
    QTest::newRow("absolute") << QStringLiteral("/lab/cards") << QStringLiteral("/lab/cards");
    QTest::newRow("slash at the end") << QStringLiteral("/lab/cards/") << QStringLiteral("/lab/cards");
    QTest::newRow("dots") << QStringLiteral("/lab/./x/../cards") << QStringLiteral("/lab/cards");
    QTest::newRow("relative") << QStringLiteral("cards") << here + QStringLiteral("/cards");
    QTest::newRow("home") << QStringLiteral("~") << QDir::homePath();
    QTest::newRow("below home") << QStringLiteral("~/cards") << QDir::homePath() + QStringLiteral("/cards");
    QTest::newRow("a name that begins with a tilde") << QStringLiteral("~cards") << here + QStringLiteral("/~cards");
    QTest::newRow("the root") << QStringLiteral("/") << QStringLiteral("/");
}

void WorkspaceTest::paths() {
    QFETCH(const QString, given);
    QFETCH(const QString, absolute);
    QCOMPARE(absolutePath(given), absolute);
    QVERIFY(isAtOrBelow(absolute, QStringLiteral("/")));
    QVERIFY(isAtOrBelow(absolute, absolute));
    QVERIFY(!isAtOrBelow(absolute + QStringLiteral("-other"), absolute) || absolute == QLatin1String("/"));
}

QTEST_MAIN(WorkspaceTest)
#include "workspace_test.moc"
