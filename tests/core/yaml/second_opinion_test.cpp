// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/stream.h"

#include "random_yaml.h"

#include <QTest>

#include <yaml-cpp/yaml.h>

using namespace fairlead::yaml;

/// On the plain subset, where yaml-cpp and ruamel agree, yaml-cpp reads the same structure and the same texts.
class SecondOpinionTest : public QObject {
    Q_OBJECT

private slots:
    void yamlCppReadsTheSame_data();
    void yamlCppReadsTheSame();
};

// Structure and texts, without types: yaml-cpp keeps every scalar a string.
static std::string outline(const Value& value, std::string_view document) {
    std::string text;
    switch (value.kind()) {
    case Kind::mapping:
        for (const Value::Entry& entry : value.entries())
            text += outline(entry.key, document) + "=" + outline(entry.value, document) + ";";
        return "{" + text + "}";
    case Kind::list:
        for (const Value& element : value.elements())
            text += outline(element, document) + ";";
        return "[" + text + "]";
    case Kind::string:
        return "'" + std::string(value.string()) + "'";
    default:
        return "'" + std::string(document.substr(value.range().begin, value.range().size())) + "'";
    }
}

static std::string outline(const YAML::Node& node) {
    std::string text;
    switch (node.Type()) {
    case YAML::NodeType::Map:
        for (const auto& entry : node)
            text += outline(entry.first) + "=" + outline(entry.second) + ";";
        return "{" + text + "}";
    case YAML::NodeType::Sequence:
        for (const auto& element : node)
            text += outline(element) + ";";
        return "[" + text + "]";
    case YAML::NodeType::Scalar:
        return "'" + node.Scalar() + "'";
    default:
        return "''";
    }
}

// A value of the plain subset, block style outside and flow style inside.
static std::string random_value(RandomYaml& random, int depth, const std::string& indent) {
    static const char* const scalars[] = {"a",         "b c",      "llama3_8b", "1",          "-2.5", "true", "'it''s'",
                                          "\"x\\ty\"", "hg://a/b", "\xC3\xA9",  "2024-01-01", "[]",   "{}",   "a\\b"};
    const std::size_t kind = depth == 0 ? 3 : random.below(6);
    const std::size_t count = 1 + random.below(4);
    if (kind == 0) {
        std::string text = "\n";
        for (std::size_t i = 0; i < count; ++i)
            text += indent + "k" + std::to_string(i) + ": " + random_value(random, depth - 1, indent + "  ");
        return text;
    }
    if (kind == 1) {
        std::string text = "\n";
        for (std::size_t i = 0; i < count; ++i)
            text += indent + "- " + random_value(random, depth - 1, indent + "  ");
        return text;
    }
    if (kind == 2)
        return "[a, {b: c, d: [1, x]}, 'e']" + std::string(random.below(2) == 0 ? " # c\n" : "\n");
    if (kind == 4 && depth > 0)
        return "|\n" + indent + "one\n" + indent + " two\n";
    if (kind == 5)
        return ">-\n" + indent + "one\n" + indent + "two\n";
    return std::string(scalars[random.below(std::size(scalars))]) + "\n";
}

void SecondOpinionTest::yamlCppReadsTheSame_data() {
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 10; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void SecondOpinionTest::yamlCppReadsTheSame() {
    QFETCH(unsigned, seed);
    RandomYaml random(seed);
    for (int i = 0; i < 60; ++i) {
        std::string text;
        const std::size_t keys = 1 + random.below(6);
        for (std::size_t k = 0; k < keys; ++k)
            text += "key" + std::to_string(k) + ": " + random_value(random, 3, "  ");
        const Stream stream(text);
        QCOMPARE(stream.documents().size(), std::size_t{1});
        const Problem* problem = stream.documents()[0].problem();
        QVERIFY2(!problem, qPrintable(QString("seed %1: %2 in\n%3")
                                          .arg(seed)
                                          .arg(problem ? problem->python_text.c_str() : "", text.c_str())));
        const std::string other = outline(YAML::Load(text));
        const std::string ours = outline(stream.documents()[0].root(), text);
        QVERIFY2(ours == other,
                 qPrintable(QString("seed %1:\n%2\n%3\n%4").arg(seed).arg(text.c_str(), ours.c_str(), other.c_str())));
    }
}

QTEST_APPLESS_MAIN(SecondOpinionTest)
#include "second_opinion_test.moc"
