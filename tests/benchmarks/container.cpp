// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "measure.h"

#include <algorithm>
#include <fairlead/dependency_container.h>
#include <fmt/format.h>
#include <typeindex>
#include <unordered_map>

namespace fairlead::benchmarks {
namespace {

// A chain of services, each of which needs the one below it.
template <int number>
struct Service {
    explicit Service(std::shared_ptr<Service<number - 1>> service) : below(std::move(service)) {}
    std::shared_ptr<Service<number - 1>> below;
};
template <>
struct Service<1> {
    int bottom = 1;
    using Inject = Service();
};

constexpr int length = 10;

template <int number>
void register_chain(DependencyContainer& container) {
    container.register_type<Service<number>>({.singleton = true});
    if constexpr (number > 1)
        register_chain<number - 1>(container);
}

// What a program without a container keeps of them, each being used by others too.
template <int number>
struct Kept : Kept<number - 1> {
    Kept() : service(std::make_shared<Service<number>>(Kept<number - 1>::service)) {}
    std::shared_ptr<Service<number>> service;
};
template <>
struct Kept<1> {
    std::shared_ptr<Service<1>> service = std::make_shared<Service<1>>();
};

// Of so many things as a program with all of fairseq2's registrations has.
template <int number>
struct Other {
    int value = 0;
    using Inject = Other();
};

template <std::size_t... I>
void register_others(DependencyContainer& container, std::index_sequence<I...>) {
    (container.register_type<Other<I>>(), ...);
}
template <std::size_t... I>
void fill(std::unordered_map<std::type_index, std::shared_ptr<void>>& map, std::index_sequence<I...>) {
    (map.emplace(typeid(Other<I>), std::make_shared<Other<I>>()), ...);
}
using Others = std::make_index_sequence<140>;

Row measure_first(int runs) {
    // Neither registering nor destroying counts. Of a few at once, as the clock is slower than one.
    constexpr int at_once = 20;
    double by_hand = 1e9;
    double resolved = 1e9;
    for (int run = 0; run < runs; ++run) {
        std::vector<std::optional<Kept<length>>> made(at_once);
        by_hand = std::min(by_hand, best_cpu_seconds(1, [&] {
                               for (auto& services : made)
                                   services.emplace();
                           }));
        std::vector<std::unique_ptr<DependencyContainer>> containers(at_once);
        for (auto& container : containers) {
            container = std::make_unique<DependencyContainer>();
            register_chain<length>(*container);
        }
        resolved = std::min(resolved, best_cpu_seconds(1, [&] {
                                for (const auto& container : containers)
                                    keep(container->resolve<Service<length>>());
                            }));
    }
    return {.what = "container: first resolve of 10 auto-wired singletons / by hand",
            .value = resolved / by_hand,
            .limit = 3,
            .explanation = fmt::format("{:.0f} ns / {:.0f} ns", resolved * 1e9 / at_once, by_hand * 1e9 / at_once)};
}

Row measure_repeated(int runs) {
    constexpr int times = 10'000;
    DependencyContainer container;
    register_others(container, Others());
    register_chain<length>(container);
    (void)container.resolve<Service<length>>();
    const double resolved = best_cpu_seconds(runs, [&] {
        for (int time = 0; time < times; ++time)
            keep(container.resolve<Service<length>>());
    });
    std::unordered_map<std::type_index, std::shared_ptr<void>> map;
    fill(map, Others());
    map.emplace(typeid(Service<length>), std::make_shared<int>(1));
    const double looked_up = best_cpu_seconds(runs, [&] {
        for (int time = 0; time < times; ++time)
            keep(map.find(std::type_index(typeid(Service<length>)))->second.get());
    });
    return {.what = "container: resolve of a singleton that is made / a hash look-up",
            .value = resolved / looked_up,
            .limit = 3,
            .explanation = fmt::format("{:.1f} ns / {:.1f} ns", resolved * 1e9 / times, looked_up * 1e9 / times)};
}

Row measure_registering(int runs) {
    double best = 1e9;
    for (int run = 0; run < runs; ++run) {
        DependencyContainer container;
        std::vector<std::string> keys;
        keys.reserve(860);
        for (int key = 0; key < 860; ++key)
            keys.push_back(fmt::format("an_architecture_{}", key));
        best = std::min(best, best_cpu_seconds(1, [&] {
                            register_others(container, Others());
                            for (const std::string& key : keys)
                                container.register_<Other<0>>([] { return Other<0>(); }, {.key = key});
                        }));
    }
    return {.what = "container: 1,000 registrations, 860 of them with a key",
            .value = best * 1e3,
            .unit = "ms",
            .limit = 1};
}

} // namespace

std::vector<Row> measure_container(const Sizes& sizes) {
    return {measure_first(sizes.runs), measure_repeated(sizes.runs), measure_registering(sizes.runs)};
}

} // namespace fairlead::benchmarks
