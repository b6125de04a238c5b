// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/container/golden/questions.h"

#include "tests/core/container/error_text.h"

using namespace fairlead;
using fairlead::test::thrown_by;

namespace golden {

struct A {};
struct B {};
struct C {};
struct NeedsB {
    explicit NeedsB(std::shared_ptr<B>) {}
};
struct NeedsBAndC {
    NeedsBAndC(std::shared_ptr<B>, std::shared_ptr<C>) {}
};
struct Right;
struct Left {
    explicit Left(std::shared_ptr<Right>) {}
};
struct Right {
    explicit Right(std::shared_ptr<Left>) {}
};
struct MayHaveB {
    explicit MayHaveB(const std::optional<std::shared_ptr<B>>& b) : has(b.has_value()) {}
    bool has;
};
struct MayHaveNeedsB {
    explicit MayHaveNeedsB(const std::optional<NeedsB>&) {}
};
struct HasAll {
    explicit HasAll(std::vector<std::shared_ptr<B>> all) : all_b(std::move(all)) {}
    std::vector<std::shared_ptr<B>> all_b;
};
struct HasLazyB {
    explicit HasLazyB(Lazy<B> lazy) : b(std::move(lazy)) {}
    Lazy<B> b;
};
struct MakesB {
    explicit MakesB(std::function<std::shared_ptr<B>()> factory) : make(std::move(factory)) {}
    std::function<std::shared_ptr<B>()> make;
};
struct HasResolver {
    explicit HasResolver(DependencyResolver& the_resolver) : resolver(&the_resolver) {}
    DependencyResolver* resolver;
};

namespace {

template <class T>
std::shared_ptr<T> nothing() {
    return nullptr;
}

// Makes a T after asking for an Other.
template <class T, class Other>
auto asks(Key key = {}) {
    return [key](DependencyResolver& resolver) {
        (void)resolver.resolve<Other>(key);
        return std::make_shared<T>();
    };
}

std::string truth(bool value) { return value ? "True" : "False"; }

std::string python_list(const std::vector<Key>& keys) {
    std::string text;
    for (const Key& key : keys)
        text += (text.empty() ? "" : ", ") + (key ? "'" + *key + "'" : "None");
    return "[" + text + "]";
}

std::string second_registration(DependencyContainer& c) {
    c.register_instance(std::make_shared<A>());
    c.register_instance(std::make_shared<A>());
    return {};
}

std::string second_registration_with_key(DependencyContainer& c) {
    c.register_type<A>({.key = "k"});
    c.register_type<A>({.key = "k", .singleton = true});
    return {};
}

std::string same_class_other_key(DependencyContainer& c) {
    c.register_type<A>();
    c.register_type<A>({.key = "k"});
    return std::to_string(c.iter_keys<A>().size());
}

std::string register_after_resolve(DependencyContainer& c) {
    c.register_type<A>();
    (void)c.resolve<A>();
    c.register_type<B>();
    return {};
}

std::string register_after_failed_resolve(DependencyContainer& c) {
    (void)thrown_by([&] { (void)c.resolve<A>(); });
    c.register_type<B>();
    return {};
}

std::string register_after_maybe_resolve(DependencyContainer& c) {
    (void)c.maybe_resolve<A>();
    c.register_type<B>();
    return {};
}

std::string register_after_collection_resolve(DependencyContainer& c) {
    (void)c.collection().resolve<A>();
    c.register_type<B>();
    return {};
}

std::string collection_register_after_resolve(DependencyContainer& c) {
    (void)c.maybe_resolve<A>();
    c.collection().register_type<B>();
    return {};
}

std::string register_after_iter_keys(DependencyContainer& c) {
    (void)c.iter_keys<A>();
    (void)c.collection().iter_keys<A>();
    c.register_type<B>();
    return "registered";
}

std::string missing(DependencyContainer& c) {
    (void)c.resolve<A>();
    return {};
}

std::string missing_with_key(DependencyContainer& c) {
    c.register_type<A>();
    (void)c.resolve<A>("k");
    return {};
}

std::string gave_none(DependencyContainer& c) {
    c.register_<A>(nothing<A>);
    (void)c.resolve<A>();
    return {};
}

std::string gave_none_with_key(DependencyContainer& c) {
    c.register_<A>(nothing<A>, {.key = "k"});
    (void)c.resolve<A>("k");
    return {};
}

std::string maybe_missing(DependencyContainer& c) { return c.maybe_resolve<A>() == nullptr ? "None" : "an A"; }

std::string maybe_gave_none(DependencyContainer& c) {
    c.register_<A>(nothing<A>);
    return c.maybe_resolve<A>() == nullptr ? "None" : "an A";
}

std::string maybe_with_missing_dependency(DependencyContainer& c) {
    c.register_<A>(asks<A, B>());
    (void)c.maybe_resolve<A>();
    return {};
}

std::string maybe_with_missing_dependency_of_other_key(DependencyContainer& c) {
    c.register_<A>(asks<A, A>("k"));
    (void)c.maybe_resolve<A>();
    return {};
}

std::string cycle_with_itself(DependencyContainer& c) {
    c.register_<A>(asks<A, A>());
    (void)c.resolve<A>();
    return {};
}

std::string cycle_of_two(DependencyContainer& c) {
    c.register_<A>(asks<A, B>());
    c.register_<B>(asks<B, A>());
    (void)c.resolve<A>();
    return {};
}

std::string cycle_with_lead_in(DependencyContainer& c) {
    c.register_<A>(asks<A, B>());
    c.register_<B>(asks<B, A>());
    c.register_<C>(asks<C, A>());
    (void)c.resolve<C>();
    return {};
}

std::string cycle_with_key(DependencyContainer& c) {
    c.register_<A>(asks<A, B>("b"));
    c.register_<B>(asks<B, A>(), {.key = "b"});
    (void)c.resolve<A>();
    return {};
}

std::string cycle_of_singletons(DependencyContainer& c) {
    c.register_<A>(asks<A, B>(), {.singleton = true});
    c.register_<B>(asks<B, A>(), {.singleton = true});
    (void)c.resolve<B>();
    return {};
}

std::string cycle_through_maybe_resolve(DependencyContainer& c) {
    c.register_<A>([](DependencyResolver& resolver) {
        (void)resolver.maybe_resolve<B>();
        return std::make_shared<A>();
    });
    c.register_<B>(asks<B, A>());
    (void)c.resolve<A>();
    return {};
}

std::string cycle_through_collection(DependencyContainer& c) {
    c.register_<A>([](DependencyResolver& resolver) {
        (void)resolver.collection().resolve<B>().to_vector();
        return std::make_shared<A>();
    });
    c.collection().register_<B>(asks<B, A>());
    (void)c.resolve<A>();
    return {};
}

std::string cycle_of_constructors(DependencyContainer& c) {
    c.register_type<Left>();
    c.register_type<Right>();
    (void)c.resolve<Left>();
    return {};
}

std::string cycle_caught_below(DependencyContainer& c) {
    std::string said;
    c.register_<A>(asks<A, B>());
    c.register_<B>(asks<B, A>());
    c.register_<C>([&](DependencyResolver& resolver) {
        try {
            (void)resolver.resolve<A>();
        } catch (const std::exception& error) {
            said = error.what();
        }
        return std::make_shared<C>();
    });
    (void)c.resolve<C>();
    return said;
}

std::string no_cycle_after_error(DependencyContainer& c) {
    int calls = 0;
    c.register_<A>(
        [&] {
            if (++calls == 1)
                throw std::runtime_error("first");
            return std::make_shared<A>();
        },
        {.singleton = true});
    (void)thrown_by([&] { (void)c.resolve<A>(); });
    (void)c.resolve<A>();
    (void)c.resolve<A>();
    return std::to_string(calls);
}

std::string singleton_is_made_once(DependencyContainer& c) {
    c.register_type<A>({.singleton = true});
    return truth(c.resolve<A>() == c.resolve<A>());
}

std::string others_are_made_anew(DependencyContainer& c) {
    c.register_type<A>();
    const auto first = c.resolve<A>();
    return truth(first == c.resolve<A>());
}

std::string none_of_a_singleton_is_kept(DependencyContainer& c) {
    int calls = 0;
    c.register_<A>(
        [&] {
            ++calls;
            return nothing<A>();
        },
        {.singleton = true});
    (void)c.maybe_resolve<A>();
    (void)c.maybe_resolve<A>();
    return std::to_string(calls);
}

std::string keys_in_order(DependencyContainer& c) {
    c.register_type<A>({.key = "b"});
    c.register_type<A>();
    c.register_type<A>({.key = "a"});
    return python_list(c.iter_keys<A>());
}

std::string collection_keys_repeat(DependencyContainer& c) {
    c.collection().register_type<A>({.key = "b"});
    c.collection().register_type<A>();
    c.collection().register_type<A>({.key = "b"});
    return python_list(c.collection().iter_keys<A>());
}

std::string collection_is_apart(DependencyContainer& c) {
    c.collection().register_type<A>();
    const std::string maybe = maybe_missing(c);
    return maybe + " " + std::to_string(c.collection().resolve<A>().to_vector().size()) + " " +
           std::to_string(c.collection().resolve<B>().to_vector().size());
}

std::string collection_leaves_none_out(DependencyContainer& c) {
    c.collection().register_type<A>();
    c.collection().register_<A>(nothing<A>);
    c.collection().register_type<A>();
    return std::to_string(c.collection().resolve<A>().to_vector().size());
}

std::string collection_walks_make_anew(DependencyContainer& c) {
    int calls = 0;
    const auto make = [&] {
        ++calls;
        return std::make_shared<A>();
    };
    c.collection().register_<A>(make);
    c.collection().register_<A>(make, {.singleton = true});
    const DependencyCollection<A> walk = c.collection().resolve<A>();
    const int before = calls;
    (void)walk.to_vector();
    (void)walk.to_vector();
    return std::to_string(before) + " " + std::to_string(calls);
}

std::string wiring_names_the_first_missing(DependencyContainer& c) {
    c.register_type<NeedsBAndC>();
    (void)c.resolve<NeedsBAndC>();
    return {};
}

std::string wiring_resolves_without_key(DependencyContainer& c) {
    c.register_type<B>({.key = "k"});
    c.register_type<NeedsB>();
    (void)c.resolve<NeedsB>();
    return {};
}

std::string wiring_passes_none(DependencyContainer& c) {
    c.register_type<MayHaveB>();
    return c.resolve<MayHaveB>()->has ? "a B" : "None";
}

std::string wiring_of_optional_with_missing_dependency(DependencyContainer& c) {
    c.register_type<NeedsB>();
    c.register_type<MayHaveNeedsB>();
    (void)c.resolve<MayHaveNeedsB>();
    return {};
}

std::string wiring_passes_the_collection(DependencyContainer& c) {
    c.collection().register_type<B>();
    c.collection().register_type<B>();
    c.register_type<HasAll>();
    return std::to_string(c.resolve<HasAll>()->all_b.size());
}

std::string wiring_of_lazy_fails_late(DependencyContainer& c) {
    c.register_type<HasLazyB>();
    const auto holder = c.resolve<HasLazyB>();
    (void)holder->b.get();
    return {};
}

std::string lazy_is_made_once(DependencyContainer& c) {
    c.register_type<B>();
    c.register_type<HasLazyB>();
    const auto holder = c.resolve<HasLazyB>();
    return truth(holder->b.get() == holder->b.get());
}

std::string factory_makes_anew(DependencyContainer& c) {
    c.register_type<B>();
    c.register_type<MakesB>();
    const auto holder = c.resolve<MakesB>();
    const auto first = holder->make();
    return truth(first == holder->make());
}

std::string wiring_passes_the_resolver(DependencyContainer& c) {
    c.register_type<HasResolver>();
    return truth(c.resolve<HasResolver>()->resolver == &c);
}

std::string given_arguments_win(DependencyContainer& c) {
    c.register_type<C>();
    (void)wire_object<NeedsBAndC>(c, std::make_shared<B>());
    return "made";
}

#define QUESTION(name)                                                                                                 \
    { #name, name }
const std::map<std::string, Question> all_questions{
    QUESTION(second_registration),
    QUESTION(second_registration_with_key),
    QUESTION(same_class_other_key),
    QUESTION(register_after_resolve),
    QUESTION(register_after_failed_resolve),
    QUESTION(register_after_maybe_resolve),
    QUESTION(register_after_collection_resolve),
    QUESTION(collection_register_after_resolve),
    QUESTION(register_after_iter_keys),
    QUESTION(missing),
    QUESTION(missing_with_key),
    QUESTION(gave_none),
    QUESTION(gave_none_with_key),
    QUESTION(maybe_missing),
    QUESTION(maybe_gave_none),
    QUESTION(maybe_with_missing_dependency),
    QUESTION(maybe_with_missing_dependency_of_other_key),
    QUESTION(cycle_with_itself),
    QUESTION(cycle_of_two),
    QUESTION(cycle_with_lead_in),
    QUESTION(cycle_with_key),
    QUESTION(cycle_of_singletons),
    QUESTION(cycle_through_maybe_resolve),
    QUESTION(cycle_through_collection),
    QUESTION(cycle_of_constructors),
    QUESTION(cycle_caught_below),
    QUESTION(no_cycle_after_error),
    QUESTION(singleton_is_made_once),
    QUESTION(others_are_made_anew),
    QUESTION(none_of_a_singleton_is_kept),
    QUESTION(keys_in_order),
    QUESTION(collection_keys_repeat),
    QUESTION(collection_is_apart),
    QUESTION(collection_leaves_none_out),
    QUESTION(collection_walks_make_anew),
    QUESTION(wiring_names_the_first_missing),
    QUESTION(wiring_resolves_without_key),
    QUESTION(wiring_passes_none),
    QUESTION(wiring_of_optional_with_missing_dependency),
    QUESTION(wiring_passes_the_collection),
    QUESTION(wiring_of_lazy_fails_late),
    QUESTION(lazy_is_made_once),
    QUESTION(factory_makes_anew),
    QUESTION(wiring_passes_the_resolver),
    QUESTION(given_arguments_win),
};
#undef QUESTION

} // namespace

const std::map<std::string, Question>& questions() { return all_questions; }

} // namespace golden
