// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/compile_program.h"

#include <QTest>

using fairlead::test::compile_program;
using fairlead::test::Compiled;

/// What does not fit a family does not compile, and the reason is among the messages; what fits does without a warning,
/// however few options are named; with each compiler that there is.
class FamilyCompileErrorsTest : public QObject {
    Q_OBJECT

private:
    static Compiled compile(const QString& compiler, const QString& statement) {
        return compile_program(
            compiler, "#include <fairlead/families.h>\nusing namespace fairlead;\nusing std::filesystem::path;\n"
                      "struct C { int width = 1; };\nstruct Other {};\n"
                      "struct M { explicit M(const C&) {} void load_state_dict(const StateDict&) {} };\n"
                      "struct D {}; struct T {};\n"
                      "M make(const C& config) { return M(config); }\n"
                      "std::unique_ptr<T> load(const path&, const C&) { return std::make_unique<T>(); }\n"
                      "void setup(DependencyContainer& container) { " +
                          statement + " }\n");
    }

    static QStringList compilers() { return QString(FAIRLEAD_COMPILERS).split(','); }

private slots:
    void mistake_data() {
        QTest::addColumn<QString>("compiler");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* statement, const char* sentence) {
            for (const QString& compiler : compilers())
                QTest::addRow("%s, %s", name, qPrintable(compiler)) << compiler << statement << sentence;
        };
        row("model without tensors",
            "register_model_family<D, C>(container, \"f\", {.factory = [](const C&) { return D(); }});",
            "a model class has a member function `void load_state_dict(const fairlead::StateDict&)`");
        const char* parameters = "this function cannot be called with what the family calls it with";
        row("factory of another config",
            "register_model_family<M, C>(container, \"f\", {.factory = [](const Other&) { return M(C()); }});",
            parameters);
        row("opener with a path",
            "register_dataset_family<D, C>(container, \"f\", {.opener = [](const path&, const C&) { return D(); }});",
            parameters);
        const char* result = "this function is expected to give an object of the family's class";
        row("factory of another class",
            "register_model_family<M, C>(container, \"f\", {.factory = [](const C&) { return D(); }});", result);
        row("opener of nothing", "register_dataset_family<D, C>(container, \"f\", {.opener = [](const C&) {}});",
            result);
        row("model without a config",
            "register_model_family<M, NoConfig>(container, \"f\", {.factory = [](const NoConfig&) { return M(C()); "
            "}});",
            "a model family has a config of its own: give it a struct, which may be empty");
        row("config that is none", "register_model_family<M, int>(container, \"f\", {});", "constraints not satisfied");
    }
    void mistake() {
        QFETCH(QString, compiler);
        QFETCH(QString, statement);
        QFETCH(QString, sentence);
        const Compiled outcome = compile(compiler, statement);
        QVERIFY2(outcome.status != 0, "it compiles");
        QVERIFY2(outcome.messages.contains(sentence), qPrintable(outcome.messages.left(4000)));
    }

    void withoutMistakeItCompilesWithoutWarning_data() {
        QTest::addColumn<QString>("compiler");
        for (const QString& compiler : compilers())
            QTest::newRow(qPrintable(compiler)) << compiler;
    }
    void withoutMistakeItCompilesWithoutWarning() {
        QFETCH(QString, compiler);
        const Compiled outcome = compile(
            compiler,
            "register_model_family<M, C>(container, \"f\", {.factory = make});"
            "register_model_family<M, C>(container, \"g\", {.factory = make, .restrict = false, .compiler = [](M&) "
            "{}});"
            "register_model_family<M, C>(container, \"h\", {.advanced_factory = [](DependencyResolver&, const C& c) {"
            "    return std::make_unique<M>(c); }});"
            "register_dataset_family<D, C>(container, \"f\", {.opener = [](const C&) { return D(); }});"
            "register_dataset_family<D, NoConfig>(container, \"g\", {.opener = [](const NoConfig&) { return D(); }});"
            "register_tokenizer_family<T, C>(container, \"f\", {.loader = load});"
            "register_tokenizer_family<T>(container, \"g\", {.loader = [](const path&, NoConfig) { return T(); }});"
            "static constexpr ModelHubAccessor<M, C> hub(\"f\");"
            "(void)hub(container).load_model(\"card\", {.config = C{.width = 2}});"
            "(void)hub(container).load_model(\"card\");"
            "(void)load_model<M>(container, \"card\");"
            "(void)load_tokenizer(container, retrieve_card(container, \"card\"), C{});");
        QVERIFY2(outcome.status == 0, qPrintable(outcome.messages.left(4000)));
    }
};

QTEST_GUILESS_MAIN(FamilyCompileErrorsTest)
#include "family_compile_errors_test.moc"
