// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_tree.h>
#include <fairlead/error.h>

#include <string>

namespace fairlead {
inline namespace abi1 {

/// What a ConfigDirective throws when it cannot do its work; the card that asked for it gets an AssetCardError.
class FAIRLEAD_API ConfigDirectiveError : public Error {
public:
    using Error::Error;
    ~ConfigDirectiveError() override;
};

/// Replaces something in the texts of the configs that cards override (fairseq2's utils/config.py), as the one that
/// is there, `${env:NAME}`, does. An extension may bring its own:
/// `container.collection().register_type<ConfigDirective, MyDirective>()`. Called from any thread.
class FAIRLEAD_API ConfigDirective {
public:
    ConfigDirective() = default;
    ConfigDirective(const ConfigDirective&) = delete;
    ConfigDirective& operator=(const ConfigDirective&) = delete;
    virtual ~ConfigDirective();

    /// What becomes of a text; anything but another text ends the replacing. Keys are not asked for. `config` is the
    /// whole, as it was before. Throws ConfigDirectiveError.
    [[nodiscard]] virtual ConfigTree execute(const std::string& text, const ConfigTree& config) const = 0;
};

} // namespace abi1
} // namespace fairlead
