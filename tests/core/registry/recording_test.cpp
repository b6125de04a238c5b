// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/bundled.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>
#include <nlohmann/json.hpp>

using namespace fairlead;

namespace {

const QString probe = QStringLiteral(FAIRLEAD_SOURCE_DIR "/resources/probe.py");

/// A run of a Python program by the real fairseq2's interpreter, elsewhere than in the tree.
struct Run {
    int status = -1;
    QByteArray output;
    QByteArray errors;
};

Run run(const QStringList& arguments, const QStringList& variables = {}, const QByteArray& input = {}) {
    const QTemporaryDir elsewhere;
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const QString& variable : variables) {
        environment.insert(variable.section('=', 0, 0), variable.section('=', 1));
    }
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(elsewhere.path());
    process.start(QStringLiteral(FAIRLEAD_FAIRSEQ2_PYTHON), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(200'000) || process.exitStatus() != QProcess::NormalExit) {
        return {-1, {}, process.errorString().toUtf8() + process.readAllStandardError()};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QByteArray bundled() {
    const auto json = bundled_snapshot_json();
    return {json.data(), static_cast<qsizetype>(json.size())};
}

/// The versions beside fairseq2's own are whatever pip chose; they are not what the recording is about.
nlohmann::json without_libraries(const QByteArray& text) {
    auto snapshot = nlohmann::json::parse(text.begin(), text.end());
    snapshot["runtime"] = {{"fairseq2", snapshot.at("runtime").at("fairseq2")}};
    return snapshot;
}

} // namespace

/// The recording is true of the real fairseq2, which is asked anew.
class RecordingTest : public QObject {
    Q_OBJECT

private slots:
    void recordedAgainIsTheSame() {
        const Run again = run({"-B", probe, "--record"});
        QVERIFY2(again.status == 0, again.errors);
        const auto patch = nlohmann::json::diff(without_libraries(bundled()), without_libraries(again.output));
        for (const auto& difference : patch) {
            qWarning("%s", difference.dump().substr(0, 300).c_str());
        }
        QVERIFY2(patch.empty(), "record it again: python resources/probe.py --record > resources/fairseq2-0.8.1.json");
        // Apart from the line of versions, byte for byte, order included.
        auto here = bundled().split('\n');
        auto there = again.output.split('\n');
        QCOMPARE(there.size(), here.size());
        for (qsizetype line = 0; line < here.size(); ++line) {
            if (!here[line].startsWith(" \"runtime\": ")) {
                QCOMPARE(there[line], here[line]);
            }
        }
    }

    void nothingOfTheMachineMatters() {
        QTemporaryDir cards;
        QFile card(cards.filePath("bad.yaml"));
        QVERIFY(card.open(QIODevice::WriteOnly) && card.write("name: mine\n---\n") > 0);
        card.close();
        QFile script(probe);
        QVERIFY(script.open(QIODevice::ReadOnly));
        const Run plain = run({"-B", probe, "--record"}, {"PYTHONHASHSEED=1"});
        const Run other =
            run({"-B", "-", "--record"},
                {"PYTHONHASHSEED=2", "FAIRSEQ2_ASSET_DIR=" + cards.path(), "FAIRSEQ2_USER_ASSET_DIR=" + cards.path(),
                 "FAIRSEQ2_EXTENSION_TRACE=", "RANK=none", "PYTHONIOENCODING=ascii", "LC_ALL=C", "COLUMNS=20"},
                script.readAll());
        QVERIFY2(other.status == 0, other.errors);
        QVERIFY(plain.output == other.output);
    }

    void fairseq2SaysSoToo() {
        QTemporaryDir folder;
        QFile recording(folder.filePath("recording.json"));
        QVERIFY(recording.open(QIODevice::WriteOnly) && recording.write(bundled()) > 0);
        recording.close();
        const Run asked = run({"-B", FAIRLEAD_SOURCE_DIR "/tests/core/registry/ask_fairseq2.py", recording.fileName()});
        QVERIFY2(asked.status == 0, asked.errors);
        static const QRegularExpression only_questions("^([0-9]+) questions\n$");
        const auto match = only_questions.match(QString::fromUtf8(asked.output));
        QVERIFY2(match.hasMatch(), asked.output);
        QVERIFY(match.captured(1).toInt() > 1500);
    }

    void wrongUseIsRefused() {
        const Run nothing_asked = run({"-B", probe});
        QCOMPARE(nothing_asked.status, 2);
        QVERIFY2(nothing_asked.errors.contains("--record"), nothing_asked.errors);
        QVERIFY(nothing_asked.output.isEmpty());
    }
};

QTEST_APPLESS_MAIN(RecordingTest)
#include "recording_test.moc"
