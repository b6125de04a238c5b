// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "include_rules.h"

#include <QTest>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace fairlead::layers;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

// Paths below the top, with slashes. Builds and what git does not know by name are left out.
std::vector<std::string> files_of_tree() {
    const fs::path top = FAIRLEAD_SOURCE_DIR;
    std::vector<std::string> files;
    for (const char* file : {"CMakeLists.txt", ".clang-format", ".clang-tidy"})
        files.emplace_back(file);
    for (const char* folder : {"core", "app", "ui", "tests", "resources", "packaging", ".ci"}) {
        if (!fs::exists(top / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(top / folder))
            if (entry.is_regular_file())
                files.push_back(entry.path().lexically_relative(top).generic_string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

QString lines(const std::string& path, const std::vector<Violation>& violations) {
    QString text;
    for (const Violation& violation : violations)
        text += QStringLiteral("%1:%2: %3\n")
                    .arg(QString::fromStdString(path))
                    .arg(violation.line)
                    .arg(QString::fromStdString(violation.message));
    return text;
}

} // namespace

class LayersTest : public QObject {
    Q_OBJECT

private slots:
    void theTreeKeepsTheArrows();
    void everySourceHasItsLicenceHeader();
    void badIncludeIsFound_data();
    void badIncludeIsFound();
    void goodIncludePasses_data();
    void goodIncludePasses();
    void includeIsFoundHoweverItIsWritten();
    void lineOfTheViolationIsGiven();
    void missingHeaderIsFound_data();
    void missingHeaderIsFound();
};

void LayersTest::theTreeKeepsTheArrows() {
    QString found;
    int sources = 0;
    for (const std::string& path : files_of_tree()) {
        if (!is_source(path) || path.starts_with("resources/examples/")) // those are projects of their own
            continue;
        ++sources;
        found += lines(path, include_violations(path, read(fs::path(FAIRLEAD_SOURCE_DIR) / path)));
    }
    QVERIFY2(found.isEmpty(), qPrintable("\n" + found));
    QVERIFY2(sources > 10, "hardly any source was looked at: is FAIRLEAD_SOURCE_DIR the top of the tree?");
}

void LayersTest::everySourceHasItsLicenceHeader() {
    QString found;
    for (const std::string& path : files_of_tree())
        if (is_source(path) || is_script(path))
            found += lines(path, header_violations(path, read(fs::path(FAIRLEAD_SOURCE_DIR) / path)));
    QVERIFY2(found.isEmpty(), qPrintable("\n" + found));
}

void LayersTest::badIncludeIsFound_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    QTest::addColumn<QString>("message");
    const QString chain =
        "files, yaml, container <- assets <- schemas <- families <- extensions <- registry <- checks <- hosts";
    const auto row = [](const char* name, const char* path, const char* include, const QString& message) {
        QTest::newRow(name) << path << include << message;
    };
    row("core to the right", "core/assets/store.cpp", "\"core/checks/session.h\"",
        "core/assets may not include \"core/checks/session.h\": " + chain);
    row("core between siblings", "core/yaml/scan.cpp", "\"core/files/read.h\"",
        "core/yaml may not include \"core/files/read.h\": " + chain);
    row("core to ui", "core/yaml/scan.cpp", "\"ui/window.h\"",
        "\"ui/window.h\" is above core: the arrows are app -> ui -> core");
    row("core to app", "core/yaml/scan.cpp", "\"app/fairleadctl/help.h\"",
        "\"app/fairleadctl/help.h\" belongs to a program: only the program itself may include it");
    row("ui to app", "ui/window.cpp", "\"app/fairlead/program.h\"",
        "\"app/fairlead/program.h\" belongs to a program: only the program itself may include it");
    row("one program to the other", "app/fairlead/main.cpp", "\"app/fairleadctl/help.h\"",
        "\"app/fairleadctl/help.h\" belongs to a program: only the program itself may include it");
    row("the command to ui", "app/fairleadctl/main.cpp", "\"ui/window.h\"",
        "\"ui/window.h\" is above app/fairleadctl: the arrows are app -> ui -> core");
    row("an unknown folder of core", "ui/window.cpp", "\"core/utils/text.h\"",
        "\"core/utils/text.h\" is in no folder of core that the design names");
    row("Qt in core", "core/checks/session.cpp", "<QString>", "\"QString\": no Qt in core");
    row("a Qt module in core", "core/checks/session.cpp", "<QtCore/qglobal.h>", "\"QtCore/qglobal.h\": no Qt in core");
    row("the editor widget in core", "core/checks/session.cpp", "<Qsci/qsciscintilla.h>",
        "\"Qsci/qsciscintilla.h\": no Qt in core");
    row("Qt in the command", "app/fairleadctl/main.cpp", "<QCoreApplication>",
        "\"QCoreApplication\": no Qt in app/fairleadctl");
    row("yaml-cpp in assets", "core/assets/store.cpp", "<yaml-cpp/yaml.h>",
        "\"yaml-cpp/yaml.h\": yaml-cpp belongs to core/yaml and the tests");
    row("yaml-cpp in ui", "ui/editor/editor.cpp", "<yaml-cpp/yaml.h>",
        "\"yaml-cpp/yaml.h\": yaml-cpp belongs to core/yaml and the tests");
    row("JSON in a header", "core/registry/snapshot.h", "<nlohmann/json.hpp>",
        "\"nlohmann/json.hpp\": include it in a .cpp, it is slow to compile");
    const QString publicity = ": a public header includes the standard library and <fairlead/…> only";
    row("a source's neighbour in a public header", "core/include/fairlead/lazy.h", "\"core/yaml/value.h\"",
        "\"core/yaml/value.h\"" + publicity);
    row("a library in a public header", "core/include/fairlead/lazy.h", "<fmt/format.h>",
        "\"fmt/format.h\"" + publicity);
    row("Qt in a public header", "core/include/fairlead/lazy.h", "<QString>", "\"QString\"" + publicity);
    row("a public header in quotes", "core/include/fairlead/lazy.h", "\"fairlead/api.h\"",
        "\"fairlead/api.h\"" + publicity);
    row("from the folder", "core/yaml/scan.cpp", "\"scan.h\"",
        "\"scan.h\": includes are written from the top, as \"core/yaml/value.h\"");
    row("from above", "tests/core/yaml/scan_test.cpp", "\"../../scan.h\"",
        "\"../../scan.h\": includes are written from the top, as \"core/yaml/value.h\"");
}

void LayersTest::badIncludeIsFound() {
    QFETCH(QString, path);
    QFETCH(QString, include);
    QFETCH(QString, message);
    const auto violations = include_violations(path.toStdString(), ("#include " + include + "\n").toStdString());
    QCOMPARE(violations.size(), 1U);
    QCOMPARE(QString::fromStdString(violations[0].message), message);
}

void LayersTest::goodIncludePasses_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("include");
    const auto row = [](const char* name, const char* path, const char* include) {
        QTest::newRow(name) << path << include;
    };
    row("core to the left", "core/checks/session.cpp", "\"core/assets/store.h\"");
    row("core to itself", "core/checks/session.cpp", "\"core/checks/session.h\"");
    row("ui to core", "ui/window.h", "\"core/checks/session.h\"");
    row("ui to Qt", "ui/window.h", "<QMainWindow>");
    row("the application to ui", "app/fairlead/main.cpp", "\"ui/window.h\"");
    row("the command to core", "app/fairleadctl/main.cpp", "\"core/yaml/value.h\"");
    row("a program to itself", "app/fairleadctl/main.cpp", "\"app/fairleadctl/help.h\"");
    row("yaml-cpp in core/yaml", "core/yaml/emit.cpp", "<yaml-cpp/yaml.h>");
    row("yaml-cpp in tests", "tests/core/yaml/second_opinion_test.cpp", "<yaml-cpp/yaml.h>");
    row("a test to anything", "tests/core/yaml/scan_test.cpp", "\"core/hosts/host.h\"");
    row("a test's neighbour", "tests/layers/layers_test.cpp", "\"include_rules.h\"");
    row("a public header in another", "core/include/fairlead/lazy.h", "<fairlead/api.h>");
    row("the standard library in a public header", "core/include/fairlead/lazy.h", "<memory>");
    row("a public header in a source", "core/container/maker.cpp", "<fairlead/lazy.h>");
    row("moc", "ui/window.cpp", "\"window.moc\"");
    row("a standard header", "core/yaml/scan.cpp", "<queue>");
    row("JSON's types in a header", "tests/fidelity/case_file.h", "<nlohmann/json_fwd.hpp>");
}

void LayersTest::goodIncludePasses() {
    QFETCH(QString, path);
    QFETCH(QString, include);
    const auto violations = include_violations(path.toStdString(), ("#include " + include + "\n").toStdString());
    QVERIFY2(violations.empty(), qPrintable(lines(path.toStdString(), violations)));
}

void LayersTest::includeIsFoundHoweverItIsWritten() {
    for (const char* text : {"#include <QString>", "  #  include<QString>\r\n", "#\tinclude \t<QString> // why",
                             "int a;\n#include <QString>"})
        QCOMPARE(include_violations("core/yaml/a.cpp", text).size(), 1U);
    QCOMPARE(include_violations("core/yaml/a.cpp", "// #include <QString>\nauto s = \"#include <QString>\";\n").size(),
             0U);
}

void LayersTest::lineOfTheViolationIsGiven() {
    const auto violations = include_violations("core/yaml/a.cpp", "#include <map>\n\n#include <QString>\n");
    QCOMPARE(violations.size(), 1U);
    QCOMPARE(violations[0].line, 3);
}

void LayersTest::missingHeaderIsFound_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("count");
    const QString tag = "// SPDX-";
    const QString copyright = tag + "FileCopyrightText: The Fairlead developers\n";
    const QString mit = tag + "License-Identifier: MIT\n";
    const QString gpl = tag + "License-Identifier: GPL-3.0-or-later\n";
    QTest::newRow("both there") << "core/a.cpp" << copyright + mit + "int a;\n" << 0;
    QTest::newRow("after a shebang") << "packaging/run"
                                     << "#!/bin/sh\n" + copyright + mit << 0;
    QTest::newRow("ui is GPL") << "ui/a.cpp" << copyright + gpl << 0;
    QTest::newRow("tests of ui are GPL") << "tests/ui/a.cpp" << copyright + gpl << 0;
    const QString window = "#include \"app/fairlead/program.h\"\n";
    QTest::newRow("benchmarks of the window are GPL") << "tests/benchmarks/a.cpp" << copyright + gpl + window << 0;
    QTest::newRow("other benchmarks are not") << "tests/benchmarks/a.cpp" << copyright + gpl << 1;
    QTest::newRow("the command is MIT") << "app/fairleadctl/a.cpp" << copyright + mit << 0;
    QTest::newRow("empty") << "core/a.cpp"
                           << "" << 2;
    QTest::newRow("no copyright") << "core/a.cpp" << mit << 1;
    QTest::newRow("no licence") << "core/a.cpp" << copyright << 1;
    QTest::newRow("GPL in core") << "core/a.cpp" << copyright + gpl << 1;
    QTest::newRow("MIT in ui") << "ui/a.cpp" << copyright + mit << 1;
    QTest::newRow("too far down") << "core/a.cpp"
                                  << "\n\n\n\n\n" + copyright + mit << 2;
}

void LayersTest::missingHeaderIsFound() {
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, count);
    const auto violations = header_violations(path.toStdString(), text.toStdString());
    QVERIFY2(static_cast<int>(violations.size()) == count, qPrintable(lines(path.toStdString(), violations)));
}

QTEST_APPLESS_MAIN(LayersTest)
#include "layers_test.moc"
