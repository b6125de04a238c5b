// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// The program as a person starts it.
class ProgramTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void helpNeedsNoDisplay();
    void withoutADisplayItSaysWhatToDo_data();
    void withoutADisplayItSaysWhatToDo();
    void aPictureIsOfTheSizeAndThemeAskedFor_data();
    void aPictureIsOfTheSizeAndThemeAskedFor();
    void aPictureShowsThePlaceAskedFor();
    void anUnknownPlaceIsSaid();
    void aPictureThatCannotBeWrittenIsAnError();
    void anyPathGivesAPicture_data();
    void anyPathGivesAPicture();
    void aPictureLeavesNothingBehind();

private:
    struct Result {
        int status = -1;
        QString out;
        QString err;
    };
    Result run(const QStringList& arguments, const QString& emptyVariable = {}) const;
    [[nodiscard]] QString path(const QString& name) const { return m_folder->filePath(name); }
    void write(const QString& name, const QByteArray& text) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void ProgramTest::init() { m_folder = std::make_unique<QTemporaryDir>(); }

void ProgramTest::write(const QString& name, const QByteArray& text) const {
    QFile file(path(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

ProgramTest::Result ProgramTest::run(const QStringList& arguments, const QString& emptyVariable) const {
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const char* variable : {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "QT_LOGGING_RULES"})
        environment.remove(QString::fromLatin1(variable));
    for (const char* variable : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"})
        environment.insert(QString::fromLatin1(variable), path(QStringLiteral("home")));
    if (!emptyVariable.isEmpty())
        environment.insert(emptyVariable, QString());
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(FAIRLEAD_PROGRAM), arguments);
    Result result;
    if (!process.waitForFinished(60'000))
        return result;
    result.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    result.out = QString::fromUtf8(process.readAllStandardOutput());
    result.err = QString::fromUtf8(process.readAllStandardError());
    return result;
}

void ProgramTest::helpNeedsNoDisplay() {
    const Result result = run({QStringLiteral("--help")});
    QCOMPARE(result.status, 0);
    QVERIFY(result.out.startsWith(QStringLiteral("Usage: fairlead [")));
    QCOMPARE(result.err, QString());
}

void ProgramTest::withoutADisplayItSaysWhatToDo_data() {
    QTest::addColumn<QString>("emptyVariable");
    for (const char* variable : {"", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"})
        QTest::newRow(*variable == '\0' ? "none is set" : variable) << QString::fromLatin1(variable);
}

void ProgramTest::withoutADisplayItSaysWhatToDo() {
    QFETCH(const QString, emptyVariable);
    const Result result = run({}, emptyVariable);
    QCOMPARE(result.status, 2);
    QCOMPARE(result.err,
             QStringLiteral("fairlead: there is no display here. 'fairlead --screenshot FILE PATH' writes a picture of "
                            "the window, 'fairleadctl check PATH' prints what is wrong.\n"));
}

void ProgramTest::aPictureIsOfTheSizeAndThemeAskedFor_data() {
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QColor>("window");
    QTest::newRow("light") << QStringLiteral("light") << QColor(0xf4f5f7);
    QTest::newRow("dark") << QStringLiteral("dark") << QColor(0x22262b);
}

void ProgramTest::aPictureIsOfTheSizeAndThemeAskedFor() {
    QFETCH(const QString, theme);
    QFETCH(const QColor, window);
    write(QStringLiteral("a.yaml"), "name: a\n---\n");
    const QString picture = path(QStringLiteral("window.png"));
    const Result result =
        run({QStringLiteral("--screenshot"), picture, QStringLiteral("--size"), QStringLiteral("900x600"),
             QStringLiteral("--theme"), theme, path(QStringLiteral("a.yaml"))});
    QCOMPARE(result.status, 0);
    const QImage image(picture, "png");
    QCOMPARE(image.size(), QSize(900, 600));
    QCOMPARE(image.pixelColor(2, 2), window);
}

void ProgramTest::aPictureShowsThePlaceAskedFor() {
    const auto picture = [&](const QString& name, const QStringList& more) {
        const Result result = run(QStringList{QStringLiteral("--screenshot"), path(name)} + more);
        return result.status == 0 && result.err.isEmpty() ? QImage(path(name)) : QImage();
    };
    const QImage welcome = picture(QStringLiteral("1.png"), {});
    const QImage architecture =
        picture(QStringLiteral("2.png"), {QStringLiteral("--open-card"), QStringLiteral("llama/llama3_2_1b")});
    const QImage card =
        picture(QStringLiteral("3.png"), {QStringLiteral("--open-card"), QStringLiteral("llama3_2_1b")});
    QVERIFY(!welcome.isNull() && !architecture.isNull() && !card.isNull());
    QVERIFY(welcome != architecture);
    QVERIFY(architecture != card);
}

void ProgramTest::anUnknownPlaceIsSaid() {
    const Result result = run({QStringLiteral("--screenshot"), path(QStringLiteral("w.png")),
                               QStringLiteral("--open-card"), QStringLiteral("nope")});
    QCOMPARE(result.status, 0);
    QCOMPARE(result.err, QStringLiteral("fairlead: nothing here is called nope.\n"));
}

void ProgramTest::aPictureThatCannotBeWrittenIsAnError() {
    const QString file = path(QStringLiteral("no/such/folder/w.png"));
    const Result result = run({QStringLiteral("--screenshot"), file});
    QCOMPARE(result.status, 2);
    QVERIFY2(result.err.startsWith(QStringLiteral("fairlead: the picture could not be written to %1: ").arg(file)),
             qPrintable(result.err));
}

void ProgramTest::anyPathGivesAPicture_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("opened");
    const QString file = QStringLiteral("a.yaml");
    QTest::newRow("a path that does not exist") << QByteArray() << QStringLiteral("gone/cards");
    QTest::newRow("an empty folder") << QByteArray() << QStringLiteral(".");
    QTest::newRow("no bytes") << QByteArray("") << file;
    QTest::newRow("no text") << QByteArray("\x00\xff\xfe\x80\n---\n\x01", 10) << file;
    QTest::newRow("no YAML") << QByteArray("name: [\n---\n{{{{") << file;
    QTest::newRow("a comma") << QByteArray(", a") << file;
    QTest::newRow("deep") << QByteArray(100'000, '[') << file;
    QTest::newRow("one long line") << QByteArray("name: ") + QByteArray(1'000'000, 'x') << file;
    QTest::newRow("a device") << QByteArray() << QStringLiteral("/dev/zero");
}

void ProgramTest::anyPathGivesAPicture() {
    QFETCH(const QByteArray, text);
    QFETCH(const QString, opened);
    if (!text.isNull())
        write(QStringLiteral("a.yaml"), text);
    const QString picture = path(QStringLiteral("window.png"));
    const Result result = run({QStringLiteral("--screenshot"), picture, QDir(m_folder->path()).filePath(opened)});
    QCOMPARE(result.err, QString());
    QCOMPARE(result.status, 0);
    QVERIFY(!QImage(picture).isNull());
}

void ProgramTest::aPictureLeavesNothingBehind() {
    write(QStringLiteral("a.yaml"), "name: a\n");
    QCOMPARE(
        run({QStringLiteral("--screenshot"), path(QStringLiteral("w.png")), path(QStringLiteral("a.yaml"))}).status, 0);
    QVERIFY2(!QDir(path(QStringLiteral("home"))).exists(), "settings or recovery copies were written");
}

QTEST_GUILESS_MAIN(ProgramTest)
#include "program_test.moc"
