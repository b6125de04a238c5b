// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Built into two libraries: both have a `Config`, laid out differently, a `Shared` of one layout, a `Reordered` whose
// fields have changed places, and types that belong to each alone.
#include "layout_extension.h"

#include <fairlead/dependency_container.h>

struct Config {
    int size = 100 + FAIRLEAD_TEST_LAYOUT;
#if FAIRLEAD_TEST_LAYOUT == 2
    double rate = 0.5;
#endif
};
struct Shared {
    int from = FAIRLEAD_TEST_LAYOUT;
};
struct Reordered {
    int first = 1;
    int second = 2;
};
namespace {
struct Hidden {
    int from = FAIRLEAD_TEST_LAYOUT;
};
} // namespace

using fairlead::DependencyContainer;

static void register_config(DependencyContainer& container) {
    container.register_<Config>([] { return Config(); });
}
static void register_config_element(DependencyContainer& container) {
    container.collection().register_<Config>([] { return Config(); });
}
static void register_config_under_key(DependencyContainer& container) {
    container.register_<Config>([] { return Config(); }, {.key = std::to_string(FAIRLEAD_TEST_LAYOUT)});
}
static void register_needing_config(DependencyContainer& container) {
    struct Needs {
        explicit Needs(const Config&) {}
    };
    container.register_type<Needs>();
}
static void register_shared(DependencyContainer& container) {
    container.register_<Shared>([] { return Shared(); });
}
static void register_hidden(DependencyContainer& container) {
    container.register_<Hidden>([] { return Hidden(); });
}
static void note_reordered_fields(DependencyContainer& container) {
    container.note_fields(fairlead::TypeId::of<Reordered>(), FAIRLEAD_TEST_LAYOUT);
}
static int config_size(DependencyContainer& container) { return container.resolve<Config>()->size; }
static int maybe_config_size(DependencyContainer& container) {
    const auto config = container.maybe_resolve<Config>();
    return config == nullptr ? 0 : config->size;
}
static int config_elements(DependencyContainer& container) {
    return static_cast<int>(container.collection().resolve<Config>().to_vector().size());
}
static int config_keys(DependencyContainer& container) {
    return static_cast<int>(container.iter_keys<Config>().size());
}
static int shared_from(DependencyContainer& container) { return container.resolve<Shared>()->from; }
static int hidden_from(DependencyContainer& container) { return container.resolve<Hidden>()->from; }

extern "C" __attribute__((visibility("default"))) const LayoutExtension* layout_extension() {
    static const LayoutExtension extension{register_config,
                                           register_config_element,
                                           register_config_under_key,
                                           register_needing_config,
                                           register_shared,
                                           register_hidden,
                                           note_reordered_fields,
                                           config_size,
                                           maybe_config_size,
                                           config_elements,
                                           config_keys,
                                           shared_from,
                                           hidden_from};
    return &extension;
}
