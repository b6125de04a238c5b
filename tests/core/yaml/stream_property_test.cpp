// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "random_yaml.h"
#include "stream_invariants.h"

#include "core/yaml/print.h"

#include <QTest>

using namespace fairlead::yaml;

class StreamPropertyTest : public QObject {
    Q_OBJECT

private slots:
    void anyTextIsKept_data() { seeds(); }
    void anyTextIsKept();
    void anEditGivesWhatReadingAnewGives_data() { seeds(); }
    void anEditGivesWhatReadingAnewGives();
    void editsKeepTheRulesOfTheFileBefore_data() { seeds(); }
    void editsKeepTheRulesOfTheFileBefore();

private:
    static void seeds() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 12; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
    static void edit(unsigned seed, Carry carry);
};

void StreamPropertyTest::anyTextIsKept() {
    QFETCH(unsigned, seed);
    RandomYaml random(seed);
    for (int i = 0; i < 400; ++i) {
        std::string text = random.stream(6);
        for (std::size_t change = random.below(4); change > 0; --change) {
            const RandomYaml::Edit edit = random.edit(text);
            text.replace(edit.begin, edit.end - edit.begin, edit.text);
        }
        const std::string broken = broken_invariant(Stream(text), text);
        QVERIFY2(broken.empty(),
                 qPrintable(QString("seed %1, text %2: %3").arg(seed).arg(json_string(text).c_str(), broken.c_str())));
    }
}

void StreamPropertyTest::edit(unsigned seed, Carry carry) {
    RandomYaml random(seed);
    for (int i = 0; i < 60; ++i) {
        std::string text = random.stream(10);
        Stream stream(text, carry);
        for (int change = 0; change < 12; ++change) {
            const std::string before = text;
            const RandomYaml::Edit edit = random.edit(text);
            text.replace(edit.begin, edit.end - edit.begin, edit.text);
            const std::size_t documents = stream.documents().size();
            std::vector<Document> removed;
            const StreamChange made = stream.replace(edit.begin, edit.end, edit.text, &removed);
            std::string wrong = difference(stream, Stream(text, carry));
            if (wrong.empty())
                wrong = broken_invariant(stream, text);
            if (wrong.empty() && documents - made.removed + made.inserted != stream.documents().size())
                wrong = "the change tells wrong numbers of documents";
            if (wrong.empty() && removed.size() != made.removed)
                wrong = "the documents that went were not handed out";
            QVERIFY2(wrong.empty(), qPrintable(QString("seed %1, text %2, [%3, %4) becomes %5: %6")
                                                   .arg(seed)
                                                   .arg(json_string(before).c_str())
                                                   .arg(edit.begin)
                                                   .arg(edit.end)
                                                   .arg(json_string(edit.text).c_str(), wrong.c_str())));
        }
    }
}

void StreamPropertyTest::anEditGivesWhatReadingAnewGives() {
    QFETCH(unsigned, seed);
    edit(seed, {});
}

void StreamPropertyTest::editsKeepTheRulesOfTheFileBefore() {
    QFETCH(unsigned, seed);
    edit(seed + 100, Stream("%YAML 1.1\n---\na: 1\n").carry_out());
}

QTEST_APPLESS_MAIN(StreamPropertyTest)
#include "stream_property_test.moc"
