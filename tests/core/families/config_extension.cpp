// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// Built into two libraries: both have structs of the same names and layouts, whose fields differ in name, in type, or
// within a config of theirs; and one that is the same in both.
#include "config_extension.h"

#include <fairlead/config_registrar.h>

namespace {
constexpr bool first = FAIRLEAD_TEST_FIELDS == 1;
}

enum class Mode : int {
#if FAIRLEAD_TEST_FIELDS == 1
    fast,
    slow
#else
    slow,
    fast
#endif
};

struct Renamed {
#if FAIRLEAD_TEST_FIELDS == 1
    int model_dim = 1;
    int num_layers = 2;
#else
    int num_layers = 2;
    int model_dim = 1;
#endif
};

struct Retyped {
#if FAIRLEAD_TEST_FIELDS == 1
    int value = 1;
#else
    unsigned value = 1;
#endif
};

struct Within {
    Mode mode = Mode::fast;
};
struct Nested {
    std::vector<Within> within{Within{}};
};

struct Documented {
    int a = 1;
    int b = 2;
    int c = 3;
#if FAIRLEAD_TEST_FIELDS == 1
    static constexpr fairlead::FieldDocumentation documentation[] = {{"a", "A_of_one"}};
#else
    static constexpr fairlead::FieldDocumentation documentation[] = {{"c", "C"}, {"b", "B"}, {"a", "A"}};
#endif
};

struct Same {
    int value = first ? 1 : 2;
};

namespace {
struct Hidden {
#if FAIRLEAD_TEST_FIELDS == 1
    int one = 1;
#else
    int two = 2;
#endif
};
} // namespace

using fairlead::ConfigRegistrar;
using fairlead::DependencyContainer;

template <class C>
static void register_architecture(DependencyContainer& container) {
    ConfigRegistrar<C>{container}(first ? "one" : "two", [] { return C{}; });
}

template <class C>
static std::string described() {
    std::string text;
    const fairlead::ConfigClass& kls = fairlead::config_class<C>();
    const C object{};
    const fairlead::ConfigTree tree = kls.to_tree(&object);
    for (const auto& member : std::get<fairlead::ConfigTree::Mapping>(tree.value))
        text += member.key + " ";
    for (const auto& field : kls.fields) {
        for (const std::string& value : field.type.values)
            text += value + " ";
        if (!field.documentation.empty())
            text += field.documentation + " ";
    }
    return text;
}

extern "C" __attribute__((visibility("default"))) const ConfigExtension* config_extension() {
    static const ConfigExtension extension{
        register_architecture<Renamed>,
        register_architecture<Retyped>,
        register_architecture<Nested>,
        register_architecture<Same>,
        register_architecture<Hidden>,
        [] { return described<Renamed>() + described<Hidden>() + described<Within>() + described<Documented>(); }};
    return &extension;
}
