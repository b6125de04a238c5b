// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

namespace fairlead {
inline namespace abi1 {
class DependencyContainer;
}
} // namespace fairlead

/// What each of the two libraries of layout_extension.cpp does with a container.
struct LayoutExtension {
    using Do = void (*)(fairlead::DependencyContainer&);
    using Ask = int (*)(fairlead::DependencyContainer&);
    Do register_config;
    Do register_config_element;
    Do register_config_under_key;
    Do register_needing_config;
    Do register_shared;
    Do register_hidden;
    Do note_reordered_fields;
    Ask config_size;
    Ask maybe_config_size;
    Ask config_elements;
    Ask config_keys;
    Ask shared_from;
    Ask hidden_from;
};
