// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "error_text.h"

#include <QTest>
#include <fairlead/dependency_container.h>

using namespace fairlead;
using fairlead::test::thrown_by;

// A program's own templates that take anything, by the names that wire_object() is written with.
namespace greedy {

template <class K, class... A>
[[maybe_unused]] K* create(A&&...) {
    return nullptr;
}
template <class K, class... A>
[[maybe_unused]] K* construct(A&&...) {
    return nullptr;
}
template <class P, class... A>
[[maybe_unused]] P hold(A&&...) {
    return {};
}
template <class P, class Held>
[[maybe_unused]] P pass(Held&) {
    return {};
}

struct Part {
    int size = 3;
};
struct Whole {
    Whole(const Part& by_reference, std::shared_ptr<Part> by_pointer) : got(by_reference.size + by_pointer->size) {}
    int got;
};
struct Aggregate {
    std::shared_ptr<Part> part;
    using Inject = Aggregate(std::shared_ptr<Part>);
};

} // namespace greedy

namespace parts {

struct Model {
    int size = 0;
    using Inject = Model();
};
struct Store {
    virtual ~Store() = default;
    [[nodiscard]] virtual std::string name() const = 0;
};
struct FileStore : Store {
    [[nodiscard]] std::string name() const override { return "file"; }
};
struct Uncopied {
    Uncopied() = default;
    Uncopied(const Uncopied&) = delete;
    Uncopied& operator=(const Uncopied&) = delete;
    int value = 7;
};

struct ByValue {
    explicit ByValue(Model model) : got(model.size) {}
    int got;
};
struct ByReference {
    ByReference(Uncopied& uncopied, const Model& model) : first(&uncopied), second(&model) {}
    Uncopied* first;
    const Model* second;
};
struct ByPointer {
    ByPointer(std::shared_ptr<Store> store, std::shared_ptr<const Model> model, const std::shared_ptr<Store>& again)
        : name(store->name() + again->name()), got(model->size) {}
    std::string name;
    int got;
};
struct ByRvalue {
    ByRvalue(std::shared_ptr<Store>&& store, Model&& model) : name(store->name()), got(model.size) {}
    std::string name;
    int got;
};
struct Optionals {
    Optionals(const std::optional<Model>& value, const std::optional<std::shared_ptr<Store>>& pointer)
        : got(value ? value->size : -1), name(pointer ? (*pointer)->name() : "none") {}
    int got;
    std::string name;
};
struct Collections {
    Collections(std::vector<std::shared_ptr<Store>> pointers, std::vector<Model> values,
                DependencyCollection<Store> lazy)
        : stores(pointers.size()), models(values.size()), walk(std::move(lazy)) {}
    std::size_t stores;
    std::size_t models;
    DependencyCollection<Store> walk;
};
struct Later {
    Later(Lazy<Store> a_lazy, std::function<std::shared_ptr<Store>()> a_factory, DependencyLookup<Store> a_lookup)
        : lazy(std::move(a_lazy)), factory(std::move(a_factory)), lookup(a_lookup) {}
    Lazy<Store> lazy;
    std::function<std::shared_ptr<Store>()> factory;
    DependencyLookup<Store> lookup;
};
struct WithResolver {
    WithResolver(DependencyResolver& the_resolver, const Model&) : resolver(&the_resolver) {}
    DependencyResolver* resolver;
};
struct Defaults {
    explicit Defaults(std::shared_ptr<Model> model, int number = 5) : got(model->size + number) {}
    using Inject = Defaults(std::shared_ptr<Model>);
    int got;
};
struct Several {
    Several() = default;
    explicit Several(const Model& model) : got(model.size) {}
    explicit Several(const Store&) : got(-2) {}
    using Inject = Several(const Model&);
    int got = -1;
};
struct Forwarding {
    template <class... T>
    explicit Forwarding(T&&... given) : got(sizeof...(given)) {}
    using Inject = Forwarding(Model, std::shared_ptr<Store>);
    std::size_t got;
};
struct Fields {
    std::shared_ptr<Store> store;
    Model model;
    int untouched = 3;
    using Inject = Fields(std::shared_ptr<Store>, Model);
};
struct DerivedFromInject : Defaults {
    DerivedFromInject(std::shared_ptr<Model> model, std::shared_ptr<Store> store)
        : Defaults(std::move(model), 0), name(store->name()) {}
    std::string name;
};
struct KnowsItself : std::enable_shared_from_this<KnowsItself> {
    explicit KnowsItself(Uncopied&) {}
};
struct Nothing {
    virtual ~Nothing() = default;
};
struct Many {
    Many(Model, Model, Model, Model, Model, Model, Model, Model, Model, Model, Model, Model, Model, Model, Model,
         Model m)
        : got(m.size) {}
    int got;
};
struct Fundamental {
    Fundamental(int an_int, double a_double, std::string a_text)
        : text(a_text + std::to_string(an_int) + std::to_string(static_cast<int>(a_double))) {}
    std::string text;
};

} // namespace parts

using namespace parts;

/// What a constructor's parameters get.
class WiringTest : public QObject {
    Q_OBJECT

private:
    // With a model of a size, a store under no key, and two stores in the collection.
    static void fill(DependencyContainer& container) {
        auto model = std::make_shared<Model>();
        model->size = 12;
        container.register_instance(model);
        container.register_type<Store, FileStore>();
        container.register_type<Uncopied>({.singleton = true});
        container.collection().register_type<Store, FileStore>();
        container.collection().register_type<Store, FileStore>();
        container.collection().register_instance(model);
    }

    template <class K>
    static std::shared_ptr<K> wired(DependencyContainer& container) {
        container.register_type<K>();
        fill(container);
        return container.resolve<K>();
    }

private slots:
    void valueIsCopied() {
        DependencyContainer container;
        QCOMPARE(wired<ByValue>(container)->got, 12);
    }

    void referenceIsTheObjectItself() {
        DependencyContainer container;
        const auto made = wired<ByReference>(container);
        QCOMPARE(made->first, container.resolve<Uncopied>().get());
        QCOMPARE(made->second->size, 12);
    }

    void whatIsBehindAReferenceLivesAsLongAsTheObject() {
        struct Watched {
            explicit Watched(std::shared_ptr<bool> gone) : gone_(std::move(gone)) {}
            ~Watched() { *gone_ = true; }
            Watched(const Watched&) = delete;
            Watched& operator=(const Watched&) = delete;
            std::shared_ptr<bool> gone_;
        };
        struct Holder {
            explicit Holder(Watched& the_watched) : watched(&the_watched) {}
            Watched* watched;
        };
        const auto gone = std::make_shared<bool>(false);
        std::shared_ptr<Holder> holder;
        {
            DependencyContainer container;
            container.register_<Watched>([&] { return std::make_shared<Watched>(gone); });
            container.register_type<Holder>();
            holder = container.resolve<Holder>();
        }
        QVERIFY(!*gone);
        holder.reset();
        QVERIFY(*gone);
    }

    void templatesOfTheProgramAreNotTakenForTheContainers() {
        DependencyContainer container;
        container.register_<greedy::Part>([] { return greedy::Part(); });
        container.register_type<greedy::Whole>();
        container.register_type<greedy::Aggregate>();
        QCOMPARE(container.resolve<greedy::Whole>()->got, 6);
        QCOMPARE(container.resolve<greedy::Aggregate>()->part->size, 3);
    }

    void pointers() {
        DependencyContainer container;
        const auto made = wired<ByPointer>(container);
        QCOMPARE(made->name, std::string("filefile"));
        QCOMPARE(made->got, 12);
    }

    void rvalues() {
        DependencyContainer container;
        const auto made = wired<ByRvalue>(container);
        QCOMPARE(made->name, std::string("file"));
        QCOMPARE(made->got, 12);
    }

    void optionals() {
        DependencyContainer with;
        QCOMPARE(wired<Optionals>(with)->got, 12);
        QCOMPARE(with.resolve<Optionals>()->name, std::string("file"));
        DependencyContainer without;
        without.register_type<Optionals>();
        QCOMPARE(without.resolve<Optionals>()->got, -1);
        QCOMPARE(without.resolve<Optionals>()->name, std::string("none"));
    }

    void collections() {
        DependencyContainer container;
        const auto made = wired<Collections>(container);
        QCOMPARE(made->stores, 2U);
        QCOMPARE(made->models, 1U);
        std::size_t walked = 0;
        for (const auto& store : made->walk) {
            QCOMPARE(store->name(), std::string("file"));
            ++walked;
        }
        QCOMPARE(walked, 2U);
        DependencyContainer empty;
        empty.register_type<Collections>();
        QCOMPARE(empty.resolve<Collections>()->stores, 0U);
    }

    void whatIsAskedForLater() {
        DependencyContainer container;
        const auto made = wired<Later>(container);
        QCOMPARE(made->lazy.get(), made->lazy.get());
        const auto copy = made->lazy; // NOLINT(performance-unnecessary-copy-initialization): copies share
        QCOMPARE(copy.get(), made->lazy.get());
        const auto first = made->factory();
        QVERIFY(first != made->factory());
        QCOMPARE(made->lookup.iter_keys().size(), 1U);
        QCOMPARE(made->lookup.maybe_get({})->name(), std::string("file"));
        QVERIFY(made->lookup.maybe_get("no such key") == nullptr);
        QVERIFY(made->lookup.kls() == TypeId::of<Store>());
    }

    void lazyOfAFailureTriesAgain() {
        int calls = 0;
        const Lazy<int> lazy([&]() -> std::shared_ptr<int> {
            if (++calls == 1)
                throw std::runtime_error("not yet");
            return std::make_shared<int>(calls);
        });
        QCOMPARE(thrown_by([&] { (void)lazy.get(); }), std::string("runtime_error: not yet"));
        QCOMPARE(*lazy.get(), 2);
        QCOMPARE(*lazy.get(), 2);
    }

    void resolver() {
        DependencyContainer container;
        QCOMPARE(wired<WithResolver>(container)->resolver, &container);
    }

    void injectKeepsDefaults() {
        DependencyContainer container;
        QCOMPARE(wired<Defaults>(container)->got, 17);
    }

    void injectChoosesAConstructor() {
        DependencyContainer container;
        QCOMPARE(wired<Several>(container)->got, 12);
    }

    void injectNamesAForwardingConstructorsParameters() {
        DependencyContainer container;
        QCOMPARE(wired<Forwarding>(container)->got, 2U);
    }

    void injectFillsFields() {
        DependencyContainer container;
        const auto made = wired<Fields>(container);
        QCOMPARE(made->store->name(), std::string("file"));
        QCOMPARE(made->model.size, 12);
        QCOMPARE(made->untouched, 3);
    }

    void injectOfABaseDoesNotCount() {
        DependencyContainer container;
        const auto made = wired<DerivedFromInject>(container);
        QCOMPARE(made->name, std::string("file"));
        QCOMPARE(made->got, 12);
    }

    void sharedFromThis() {
        DependencyContainer container;
        const auto made = wired<KnowsItself>(container);
        QCOMPARE(made->shared_from_this(), made);
    }

    void sixteenParameters() {
        DependencyContainer container;
        QCOMPARE(wired<Many>(container)->got, 12);
    }

    void fundamentalTypesAreClassesToo() {
        DependencyContainer container;
        container.register_instance(std::make_shared<int>(4));
        container.register_instance(std::make_shared<double>(2.5));
        container.register_instance(std::make_shared<std::string>("n"));
        container.register_type<Fundamental>();
        QCOMPARE(container.resolve<Fundamental>()->text, std::string("n42"));
    }

    void baseOfSeveralIsGivenAsItself() {
        struct Other {
            virtual ~Other() = default;
            int other = 5;
        };
        struct Both : Other, FileStore {};
        DependencyContainer container;
        container.register_type<Store, Both>();
        QCOMPARE(container.resolve<Store>()->name(), std::string("file"));
    }

    void givenArgumentsWin() {
        DependencyContainer container;
        fill(container);
        Model given;
        given.size = 99;
        QCOMPARE(wire_object<ByValue>(container, given)->got, 99);
        QCOMPARE(wire_object<Fields>(container, given)->model.size, 99);
        QCOMPARE(wire_object<Fields>(container, given)->store->name(), std::string("file"));
    }

    void parametersAreResolvedFromLeftToRight() {
        struct First {};
        struct Second {};
        struct Third {};
        struct Needs {
            Needs(std::shared_ptr<First>, Second&, const Third&) {}
        };
        DependencyContainer container;
        std::string order;
        const auto noting = [&](auto made, const char* name) {
            return [&order, made, name] {
                order += name;
                return made;
            };
        };
        container.register_<First>(noting(std::make_shared<First>(), "1"));
        container.register_<Second>(noting(std::make_shared<Second>(), "2"));
        container.register_<Third>(noting(std::make_shared<Third>(), "3"));
        container.register_type<Needs>();
        (void)container.resolve<Needs>();
        QCOMPARE(order, std::string("123"));
    }

    void providersGiveWhatOwnsOrIsTheObject() {
        DependencyContainer container;
        container.register_<Store>([] { return std::make_unique<FileStore>(); }, {.key = "unique"});
        container.register_<Store>([](DependencyResolver&) { return std::make_shared<FileStore>(); },
                                   {.key = "shared"});
        container.register_<Model>([] { return Model{.size = 3}; });
        QCOMPARE(container.resolve<Store>("unique")->name(), std::string("file"));
        QCOMPARE(container.resolve<Store>("shared")->name(), std::string("file"));
        QCOMPARE(container.resolve<Model>()->size, 3);
    }
};

QTEST_APPLESS_MAIN(WiringTest)
#include "wiring_test.moc"
