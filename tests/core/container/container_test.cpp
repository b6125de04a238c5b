// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "error_text.h"

#include <QTest>
#include <fairlead/dependency_container.h>
#include <mutex>
#include <sstream>

using namespace fairlead;
using fairlead::test::details_of;
using fairlead::test::thrown_by;

namespace parts {
struct A {};
struct B {
    explicit B(std::shared_ptr<A>) {}
};
} // namespace parts
using namespace parts;

namespace {

// The file as the compiler names it, and the line of the call.
std::string here(int before, Here place = Here::current()) {
    return std::string(place.file_name()) + ":" + std::to_string(static_cast<int>(place.line()) - before);
}

struct Noisy {
    Noisy(std::string& the_log, std::string a_name) : log(the_log), name(std::move(a_name)) {}
    ~Noisy() { log += "~" + name; }
    Noisy(const Noisy&) = delete;
    Noisy& operator=(const Noisy&) = delete;
    std::string& log;
    std::string name;
};

} // namespace

/// What Fairlead's container knows beyond fairseq2's: owners, places, order of destruction. The texts and rules that
/// they share stand in golden_test.cpp.
class ContainerTest : public QObject {
    Q_OBJECT

private slots:
    void providerMayGiveWhatCannotBeMoved() {
        struct Locked {
            std::mutex mutex{};
            int value = 3;
        };
        DependencyContainer container;
        container.register_<Locked>([] { return Locked{.value = 4}; });
        QCOMPARE(container.resolve<Locked>()->value, 4);
    }

    void conflictNamesKeyOwnersAndPlaces() {
        DependencyContainer container;
        std::string first;
        {
            const OwnerScope owner(container, "one_extension");
            container.register_type<A>({.key = "k"});
            first = here(1);
        }
        const OwnerScope owner(container, "another_extension");
        std::string second;
        try {
            second = here(-1);
            container.register_type<A>({.key = "k"});
            QFAIL("nothing was thrown");
        } catch (const InvalidOperationError& error) {
            QCOMPARE(error.what(), "`<class 'parts.A'>` has already a registered provider.");
            QCOMPARE(error.details(), "Under the key k it is registered by one_extension, " + first +
                                          "; the second registration is by another_extension, " + second + ".");
            QVERIFY(error.kls() == TypeId::of<A>());
            QCOMPARE(error.key(), Key("k"));
            QCOMPARE(error.registrants().size(), 2U);
            QCOMPARE(error.registrants()[0].owner, std::string("one_extension"));
            QCOMPARE(error.registrants()[1].owner, std::string("another_extension"));
            QCOMPARE(error.printed(), std::string(error.what()) + "\n" + error.details());
            std::ostringstream out;
            out << error;
            QCOMPARE(out.str(), error.printed());
        }
    }

    void conflictOfTheProgramItselfNamesPlaces() {
        DependencyContainer container;
        container.register_type<A>();
        const std::string first = here(1);
        std::string second;
        const std::string details = details_of<Error>([&] {
            second = here(-1);
            container.register_type<A>();
        });
        QCOMPARE(details,
                 "Without a key it is registered by " + first + "; the second registration is by " + second + ".");
    }

    void missingDependencyNamesWhoAsks() {
        DependencyContainer container;
        {
            const OwnerScope owner(container, "my_extension");
            container.register_type<B>({.key = "b"});
        }
        const std::string place = here(2);
        container.register_type<A>({.key = "x"});
        container.register_type<A>({.key = "y"});
        try {
            (void)container.resolve<B>("b");
            QFAIL("nothing was thrown");
        } catch (const DependencyNotFoundError& error) {
            QCOMPARE(error.what(), "No registered provider found for `<class 'parts.A'>`.");
            QCOMPARE(error.details(), "Asked for without a key by `<class 'parts.B'>` with key b (my_extension, " +
                                          place + "). It is registered with key x, with key y.");
            QVERIFY(error.kls() == TypeId::of<A>());
            QCOMPARE(error.key(), Key());
            QCOMPARE(error.registrants().size(), 1U);
            QCOMPARE(error.registrants()[0].owner, std::string("my_extension"));
        }
        QCOMPARE(details_of<Error>([&] { (void)container.resolve<A>("z"); }),
                 std::string("Asked for under the key z. It is registered with key x, with key y."));
    }

    void emptyDependencyNamesItsRegistration() {
        DependencyContainer container;
        container.register_<A>([] { return std::shared_ptr<A>(); });
        const std::string place = here(1);
        QCOMPARE(details_of<Error>([&] { (void)container.resolve<A>(); }),
                 "Asked for without a key. It is registered by " + place + ".");
    }

    void onlyTenKeysAreNamed() {
        DependencyContainer container;
        for (int key = 0; key < 12; ++key)
            container.register_type<A>({.key = std::to_string(key)});
        QVERIFY(details_of<Error>([&] { (void)container.resolve<A>(); }).ends_with(", with key 9 and 2 more."));
    }

    void whatFrozeItIsNamed() {
        DependencyContainer container;
        {
            const OwnerScope owner(container, "eager_extension");
            (void)container.maybe_resolve<A>("k");
        }
        QCOMPARE(
            details_of<Error>([&] { container.register_type<B>(); }),
            std::string("The first one was for `<class 'parts.A'>` with key k, while eager_extension was running."));
        DependencyContainer other;
        (void)other.collection().resolve<A>();
        QCOMPARE(details_of<Error>([&] { other.register_type<B>(); }),
                 std::string("The first one was for `<class 'parts.A'>`."));
    }

    void cycleNamesItsRegistrations() {
        DependencyContainer container;
        const OwnerScope owner(container, "ext");
        container.register_<A>([](DependencyResolver& resolver) {
            (void)resolver.resolve<B>();
            return std::make_shared<A>();
        });
        const std::string of_a = here(4);
        container.register_type<B>();
        const std::string of_b = here(1);
        try {
            (void)container.resolve<B>();
            QFAIL("nothing was thrown");
        } catch (const DependencyCycleError& error) {
            QCOMPARE(error.details(), "<class 'parts.B'>: ext, " + of_b + "; <class 'parts.A'>: ext, " + of_a);
            QCOMPARE(error.cycle().size(), 3U);
            QVERIFY(error.cycle()[0].kls == TypeId::of<B>());
            QVERIFY(error.cycle()[1].kls == TypeId::of<A>());
            QVERIFY(error.cycle()[2].kls == TypeId::of<B>());
        }
    }

    void ownersAreNested() {
        DependencyContainer container;
        QCOMPARE(container.owner(), std::string());
        const OwnerScope outer(container, "outer");
        {
            const OwnerScope inner(container, "inner");
            QCOMPARE(container.owner(), std::string("inner"));
            container.register_type<A>();
        }
        QCOMPARE(container.owner(), std::string("outer"));
        container.collection().register_type<A>({.key = "k", .singleton = true});
        const int line = static_cast<int>(Here::current().line()) - 1;
        const auto registrations = container.registrations();
        QCOMPARE(registrations.size(), 2U);
        QCOMPARE(registrations[0].registrant.owner, std::string("inner"));
        QVERIFY(!registrations[0].in_collection);
        QCOMPARE(registrations[1].registrant.owner, std::string("outer"));
        QCOMPARE(static_cast<int>(registrations[1].registrant.place.line()), line);
        QVERIFY(registrations[1].in_collection);
        QVERIFY(registrations[1].singleton);
        QCOMPARE(registrations[1].key, Key("k"));
        QVERIFY(registrations[1].kls == TypeId::of<A>());
    }

    void singletonsAreDestroyedInReverseOrderOfMaking() {
        std::string log;
        {
            DependencyContainer container;
            const auto named = [&](std::string name) {
                return [&log, name] { return std::make_shared<Noisy>(log, name); };
            };
            container.register_instance(named("i")(), "instance");
            container.register_<Noisy>(named("a"), {.key = "a", .singleton = true});
            container.register_<Noisy>(named("b"), {.key = "b", .singleton = true});
            container.register_<Noisy>(
                [&](DependencyResolver& resolver) {
                    (void)resolver.resolve<Noisy>("a");
                    return named("c")();
                },
                {.key = "c", .singleton = true});
            container.collection().register_<Noisy>(named("d"), {.singleton = true});
            container.register_instance(named("j")(), "instance 2");
            (void)container.collection().resolve<Noisy>().to_vector();
            (void)container.resolve<Noisy>("c");
            (void)container.resolve<Noisy>("b");
        }
        QCOMPARE(log, std::string("~b~c~a~d~j~i"));
    }

    void singletonOutlivesTheContainerIfItIsHeld() {
        std::string log;
        std::shared_ptr<Noisy> held;
        {
            DependencyContainer container;
            container.register_<Noisy>([&] { return std::make_shared<Noisy>(log, "a"); }, {.singleton = true});
            held = container.resolve<Noisy>();
        }
        QCOMPARE(log, std::string());
        held.reset();
        QCOMPARE(log, std::string("~a"));
    }

    void resolverMayBeAnother() {
        // wire_object() and lookups take any resolver.
        class Fixed final : public DependencyResolver {
        public:
            DependencyCollectionContainer& collection() override { return container.collection(); }
            std::shared_ptr<void> resolve_object(const TypeId&, const Key&) override { return std::make_shared<A>(); }
            std::shared_ptr<void> maybe_resolve_object(const TypeId&, const Key&) override { return nullptr; }
            std::vector<Key> keys_of(const TypeId&) const override { return {Key("fixed")}; }
            DependencyContainer container;
        };
        Fixed fixed;
        QVERIFY(wire_object<B>(fixed) != nullptr);
        QCOMPARE(DependencyLookup<A>(fixed).iter_keys(), std::vector<Key>{Key("fixed")});
    }

    void twoContainersAreApart() {
        DependencyContainer outer;
        DependencyContainer inner;
        inner.register_<A>([&] { return *outer.resolve<A>("inner's"); });
        outer.register_type<A>({.key = "inner's"});
        outer.register_<A>([&] { return *inner.resolve<A>(); });
        QVERIFY(outer.resolve<A>() != nullptr);
        DependencyContainer third;
        third.register_type<A>();
        QCOMPARE(thrown_by([&] { third.register_type<B>(); }), std::string());
    }

    void aThousandStepsDeep() {
        DependencyContainer container;
        for (int step = 0; step < 1000; ++step)
            container.register_<int>(
                [step](DependencyResolver& resolver) {
                    return step == 999 ? 0 : *resolver.resolve<int>(std::to_string(step + 1)) + 1;
                },
                {.key = std::to_string(step)});
        QCOMPARE(*container.resolve<int>("0"), 999);
    }
};

QTEST_APPLESS_MAIN(ContainerTest)
#include "container_test.moc"
