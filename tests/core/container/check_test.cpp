// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <QTest>
#include <fairlead/dependency_container.h>

using namespace fairlead;
using Kind = WiringProblem::Kind;

namespace parts {
inline int made = 0;
struct A {
    A() { ++made; }
};
struct NeedsA {
    explicit NeedsA(std::shared_ptr<A>) { ++made; }
};
struct LaterA {
    LaterA(Lazy<A>, std::function<std::shared_ptr<A>()>) { ++made; }
};
struct MaybeA {
    MaybeA(const std::optional<A>&, std::vector<A>, DependencyCollection<A>, DependencyLookup<A>, DependencyResolver&) {
        ++made;
    }
};
struct Right;
struct Left {
    explicit Left(Right&) { ++made; }
};
struct Right {
    explicit Right(std::shared_ptr<Left>) { ++made; }
};
struct LeadsIn {
    explicit LeadsIn(Left&) { ++made; }
};
struct LazyRight;
struct LazyLeft {
    explicit LazyLeft(Lazy<LazyRight>) { ++made; }
};
struct LazyRight {
    explicit LazyRight(LazyLeft&) { ++made; }
};
struct Element;
struct All {
    explicit All(std::vector<std::shared_ptr<Element>>) { ++made; }
};
struct Element {
    explicit Element(All&) { ++made; }
};
} // namespace parts
using namespace parts;

namespace {

QStringList texts(const std::vector<WiringProblem>& problems) {
    QStringList list;
    for (const WiringProblem& problem : problems)
        list << QString::fromStdString((problem.deferred ? "later: " : "") + problem.text);
    return list;
}

const QString missing_a = QStringLiteral("No registered provider found for `<class 'parts.A'>`.");

} // namespace

/// DependencyContainer::check().
class CheckTest : public QObject {
    Q_OBJECT

private slots:
    void init() { made = 0; }
    void cleanup() { QCOMPARE(made, 0); } // nothing is ever made

    void nothingIsWrong() {
        DependencyContainer container;
        container.register_type<A>();
        container.register_type<NeedsA>();
        container.register_type<LaterA>();
        container.register_type<MaybeA>();
        QCOMPARE(texts(container.check()), QStringList());
    }

    void allThatIsMissingIsListed() {
        DependencyContainer container;
        const OwnerScope owner(container, "ext");
        container.register_type<NeedsA>();
        const std::string place =
            std::string(Here::current().file_name()) + ":" + std::to_string(Here::current().line() - 2);
        container.collection().register_type<NeedsA>();
        container.register_type<LaterA>();
        container.register_type<MaybeA>();
        const auto problems = container.check();
        QCOMPARE(texts(problems), QStringList({missing_a, missing_a, "later: " + missing_a, "later: " + missing_a}));
        QVERIFY(problems[0].kind == Kind::missing);
        QCOMPARE(problems[0].registrant.owner, std::string("ext"));
        QCOMPARE(problems[0].kls.value().name(), std::string("parts.NeedsA"));
        QVERIFY(!problems[0].key);
        QCOMPARE(problems[0].details, "Asked for without a key by `<class 'parts.NeedsA'>` (ext, " + place + ").");
    }

    void keysDoNotHelp() {
        DependencyContainer container;
        container.register_type<A>({.key = "k"});
        container.register_type<NeedsA>();
        const auto problems = container.check();
        QCOMPARE(texts(problems), QStringList(missing_a));
        QVERIFY(problems[0].details.ends_with("It is registered with key k."));
    }

    void cycleIsListedOnce() {
        DependencyContainer container;
        container.register_type<LeadsIn>();
        container.register_type<Right>();
        container.register_type<Left>();
        const auto problems = container.check();
        QCOMPARE(texts(problems),
                 QStringList("Dependency cycle detected. <class 'parts.Left'> -> <class 'parts.Right'> "
                             "-> <class 'parts.Left'>"));
        QVERIFY(problems[0].kind == Kind::cycle);
    }

    void cycleThroughACollection() {
        DependencyContainer container;
        container.register_type<All>();
        container.collection().register_type<Element>();
        QCOMPARE(texts(container.check()),
                 QStringList("Dependency cycle detected. <class 'parts.All'> -> <class 'parts.Element'> -> "
                             "<class 'parts.All'>"));
    }

    void lazyCutsACycle() {
        DependencyContainer container;
        container.register_type<LazyLeft>();
        container.register_type<LazyRight>();
        QCOMPARE(texts(container.check()), QStringList());
    }

    void problemsOfBothKindsAtOnce() {
        DependencyContainer container;
        container.register_type<NeedsA>();
        container.register_type<Left>();
        container.register_type<Right>();
        QCOMPARE(container.check().size(), 2U);
    }

    void nothingIsFrozen() {
        DependencyContainer container;
        container.register_type<NeedsA>();
        QCOMPARE(container.check().size(), 1U);
        container.register_type<A>();
        QCOMPARE(container.check().size(), 0U);
    }

    void whatAFunctionAsksForIsNotKnown() {
        DependencyContainer container;
        container.register_<A>([](DependencyResolver& resolver) { return *resolver.resolve<A>("nowhere"); });
        QCOMPARE(container.check().size(), 0U);
    }
};

QTEST_APPLESS_MAIN(CheckTest)
#include "check_test.moc"
