// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/compile_program.h"

#include <QTest>

using fairlead::test::compile_program;
using fairlead::test::Compiled;

/// What fairseq2 says when a program runs and the compiler here says before: that a program with the mistake does not
/// compile, and that the reason is among the messages.
class CompileErrorsTest : public QObject {
    Q_OBJECT

private:
    static Compiled compile(const QString& declarations, const QString& statement) {
        return compile_program(FAIRLEAD_COMPILER,
                               "#include <fairlead/dependency_container.h>\nusing namespace fairlead;\n"
                               "struct A {};\nstruct B {};\n"
                               "struct Base { virtual ~Base() = default; virtual int f() = 0; };\n" +
                                   declarations + "\nvoid setup(DependencyContainer& container) { " + statement +
                                   " }\n");
    }

private slots:
    void mistake_data() {
        QTest::addColumn<QString>("declarations");
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* name, const char* declarations, const char* statement, const char* sentence) {
            QTest::newRow(name) << declarations << statement << sentence;
        };
        const char* register_k = "container.register_type<K>();";
        const char* several =
            "it has several constructors, or one with default arguments. Say in it which parameters are "
            "to be injected: using Inject = K(A, B);";
        row("default argument", "struct K { explicit K(A, int = 3) {} };", register_k, several);
        row("two constructors", "struct K { K() {} explicit K(A) {} };", register_k, several);
        const char* none = "it has no public constructor whose parameters can be told";
        row("two constructors of one arity", "struct K { explicit K(A) {} explicit K(B) {} };", register_k, none);
        row("private constructor", "class K { K() {} };", register_k, none);
        row("reference beside a unique_ptr", "struct K { K(A&, std::unique_ptr<B>) {} explicit K(B&, A&&); };",
            register_k, none);
        row("forwarding constructor", "struct K { template <class T> explicit K(T&&) {} };", register_k,
            "its constructor is a template that takes anything. Say in it which parameters are to be injected: using "
            "Inject = K(A, B);");
        row("fields", "struct K { std::shared_ptr<A> a; };", register_k,
            "it has fields but no constructor. Give it one, or say in it what its first fields get: using Inject = "
            "K(A, "
            "B); or, for none, using Inject = K();");
        row("abstract", "using K = Base;", register_k,
            "it is abstract. Name the class that implements it: register_type<Interface, Implementation>()");
        row("Inject of another class", "struct K { using Inject = A(B); };", register_k,
            "`using Inject = K(A, B);` must name the class it stands in");
        row("Inject that is no function type", "struct K { using Inject = A; };", register_k,
            "Inject is written as a function type: using Inject = K(A, B);");
        row("unique_ptr", "struct K { explicit K(std::unique_ptr<A>) {} };", register_k,
            "a constructor takes a std::unique_ptr, but the container shares its objects: take a std::shared_ptr, or a "
            "factory function std::function<std::shared_ptr<T>()>");
        row("weak_ptr", "struct K { explicit K(std::weak_ptr<A>) {} };", register_k,
            "a constructor takes a std::weak_ptr: take a std::shared_ptr");
        row("pointer", "struct K { explicit K(A*) {} };", register_k,
            "a constructor takes a pointer, which represents no class: take a std::shared_ptr, a reference or a value");
        row("union", "struct K { explicit K(const std::variant<A, B>&) {} };", register_k,
            "a constructor takes a std::variant, and which of its classes is wanted cannot be known: take the one that "
            "is");
        row("factory with parameters", "struct K { explicit K(std::function<std::shared_ptr<A>(int)>) {} };",
            register_k,
            "a factory function among a constructor's parameters must be a std::function<std::shared_ptr<T>()>, "
            "without "
            "parameters");
        row("not copied",
            "struct N { N() = default; N(N&&) = default; N(const N&) = delete; }; struct K { explicit K(N) {} };",
            register_k, "a constructor takes by value what cannot be copied: take a std::shared_ptr or a reference");
        row("argument that no parameter takes", "struct K { explicit K(A) {} };",
            "(void)wire_object<K>(container, A(), B());",
            "wire_object() is given an argument whose type is that of no parameter, or of several");
        row("no subclass", "", "container.register_type<A, B>();",
            "the implementing class must be a subclass of the registered one, publicly derived");
        row("provider of another class", "", "container.register_<A>([] { return std::make_shared<B>(); });",
            "a provider's object is expected to be of the registered class or one derived from it");
        row("provider of a reference's copy", "struct N : Base { int f() override { return 1; } };",
            "container.register_<Base>([] { return N(); });",
            "a provider's object is expected to be of the registered class or one derived from it");
        row("provider with other parameters", "", "container.register_<A>([](int) { return std::make_shared<A>(); });",
            "a provider is a function that can be called with a DependencyResolver&, or with nothing");
        row("provider that cannot be copied", "",
            "container.register_<A>([kept = std::make_unique<int>(3)] { return std::make_shared<A>(); });",
            "a provider can be copied: what it keeps and cannot be, a std::unique_ptr, it keeps in a std::shared_ptr");
        row("no class", "", "(void)container.resolve<const A>();",
            "a dependency is asked for by its class, without const, reference or pointer to it");
    }
    void mistake() {
        QFETCH(QString, declarations);
        QFETCH(QString, statement);
        QFETCH(QString, sentence);
        const Compiled outcome = compile(declarations, statement);
        QVERIFY2(outcome.status != 0, "it compiles");
        QVERIFY2(outcome.messages.contains("fairlead: ") && outcome.messages.contains(sentence),
                 qPrintable(outcome.messages.left(4000)));
    }

    void withoutMistakeItCompilesWithoutWarning() {
        const Compiled outcome =
            compile("struct K { explicit K(A, std::shared_ptr<Base>, std::vector<B>, const B&, Lazy<A>) {} };"
                    "struct D { explicit D(A, int = 3) {} using Inject = D(A); };",
                    "container.register_type<K>({.key = \"k\"}); container.register_type<D>({.singleton = true});"
                    "container.register_<A>([](DependencyResolver&) { return A(); });"
                    "container.collection().register_instance(std::make_shared<B>());"
                    "(void)container.resolve<K>(\"k\");");
        QVERIFY2(outcome.status == 0, qPrintable(outcome.messages.left(4000)));
    }
};

QTEST_GUILESS_MAIN(CompileErrorsTest)
#include "compile_errors_test.moc"
