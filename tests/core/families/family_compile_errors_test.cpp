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
                      "struct Once { M operator()(const C& config) && { return M(config); } };\n"
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
        const auto row = [](const char* name, const QString& statement, const QString& sentence) {
            for (const QString& compiler : compilers())
                QTest::addRow("%s, %s", name, qPrintable(compiler)) << compiler << statement << sentence;
        };
        const char* copied = "a family's function can be copied: what it keeps and cannot be, a std::unique_ptr, it "
                             "keeps in a std::shared_ptr";
        row("factory that cannot be copied",
            "register_model_family<M, C>(container, \"f\", {.factory = [kept = std::make_unique<int>(3)](const C& "
            "config) { return make(config); }});",
            copied);
        row("compiler that cannot be copied",
            "register_model_family<M, C>(container, \"f\", {.compiler = [kept = std::make_unique<int>(3)](M&) {}});",
            copied);
        row("model without tensors",
            "register_model_family<D, C>(container, \"f\", {.factory = [](const C&) { return D(); }});",
            "a model class has a member function `void load_state_dict(const fairlead::StateDict&)`");
        // Each names the option and what is expected of it.
        const auto factory = [&](const char* name, const char* function) {
            row(name, QString("register_model_family<M, C>(container, \"f\", {.factory = %1});").arg(function),
                "`factory` is expected to be a function M(const C&), which may give a std::unique_ptr<M> or "
                "std::shared_ptr<M>");
        };
        factory("factory of another config", "[](const Other&) { return M(C()); }");
        factory("factory of another class", "[](const C&) { return D(); }");
        factory("factory that takes nothing", "[] { return M(C()); }");
        factory("factory that is none", "3");
        factory("factory that is used up by a call", "Once()");
        const auto option =
            [](const char* name, const char* expected) { // of one kind: one compiler will do
                QTest::addRow("%s", name)
                    << compilers().first()
                    << QString("register_model_family<M, C>(container, \"f\", {.%1 = [](Other) {}});").arg(name)
                    << QString("`%1` is expected to be a function %2").arg(name, expected);
            };
        option("advanced_factory", "M(fairlead::DependencyResolver&, const C&)");
        option("state_dict_converter", "fairlead::StateDict(fairlead::StateDict, const C&)");
        option("shard_specs", "fairlead::ShardSpecs(const C&)");
        option("compiler", "void(M&)");
        option("fsdp_applier", "std::shared_ptr<M>(std::shared_ptr<M>, const std::string& granularity, const "
                               "fairlead::FsdpWrapper&)");
        option("layerwise_ac_applier", "std::shared_ptr<M>(std::shared_ptr<M>, int every_nth_layer)");
        option("hg_exporter", "fairlead::HuggingFaceExport(fairlead::StateDict, const C&)");
        const char* opener = "`opener` is expected to be a function D(const C&)";
        row("opener with a path",
            "register_dataset_family<D, C>(container, \"f\", {.opener = [](const path&, const C&) { return D(); }});",
            opener);
        row("opener of nothing", "register_dataset_family<D, C>(container, \"f\", {.opener = [](const C&) {}});",
            opener);
        row("advanced opener without a resolver",
            "register_dataset_family<D, C>(container, \"f\", {.advanced_opener = [](const C&) { return D(); }});",
            "`advanced_opener` is expected to be a function D(fairlead::DependencyResolver&, const C&)");
        row("loader whose config is not named", "register_tokenizer_family<T>(container, \"f\", {.loader = load});",
            "`loader` is expected to be a function T(const std::filesystem::path&, const C&), which may give a "
            "std::unique_ptr<T> or std::shared_ptr<T>; C is NoConfig if it is not named");
        row("advanced loader without a path",
            "register_tokenizer_family<T, C>(container, \"f\", {.advanced_loader = [](DependencyResolver&, const C&) { "
            "return T(); }});",
            "`advanced_loader` is expected to be a function T(fairlead::DependencyResolver&, const "
            "std::filesystem::path&, const C&)");
        const char* by_name = "a family's functions are given by name, in braces: register_";
        row("bare factory", "register_model_family<M, C>(container, \"f\", make);", by_name);
        row("bare opener", "register_dataset_family<D, C>(container, \"f\", [](const C&) { return D(); });", by_name);
        row("bare loader", "register_tokenizer_family<T, C>(container, \"f\", load);", by_name);
        row("bare loader without a config",
            "register_tokenizer_family<T>(container, \"f\", [](const path&, NoConfig) { return T(); });", by_name);
        const char* arch =
            "an architecture is a function C() or C(fairlead::DependencyResolver&), which gives a config "
            "of the ConfigRegistrar<C>'s class";
        row("architecture of another config",
            "ConfigRegistrar<C> arch(container); arch(\"a\", [] { return Other(); });", arch);
        row("architecture that is no function", "ConfigRegistrar<C> arch(container); arch(\"a\", C());", arch);
        row("model without a config",
            "register_model_family<M, NoConfig>(container, \"f\", {.factory = [](const NoConfig&) { return M(C()); "
            "}});",
            "a model family has a config of its own: register_model_family<M, C>(...) with a struct C, which may be "
            "empty");
        row("model whose config is not named", "register_model_family<M>(container, \"f\", {.factory = make});",
            "a model family has a config of its own: register_model_family<M, C>(...) with a struct C, which may be "
            "empty");
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
            "register_model_family<M, C>(container, \"h\", {.factory = nullptr, .advanced_factory = "
            "[](DependencyResolver&, const C& c) { return std::make_unique<M>(c); }, .compiler = nullptr});"
            "ModelFamilyOptions<M, C> options{.factory = make};"
            "register_model_family(container, \"i\", options);"
            "register_model_family<M, C>(container, \"j\", std::move(options));"
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
