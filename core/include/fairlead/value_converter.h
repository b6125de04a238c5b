// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/config_class.h>

#include <memory>
#include <string>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// A value that cannot become what it is to be.
class FAIRLEAD_API StructureError : public Error {
public:
    StructureError(std::string text, std::vector<std::string> causes);
    ~StructureError() override;

    /// Why, the nearest first, as `Class: text`.
    [[nodiscard]] const std::vector<std::string>& causes() const noexcept { return causes_; }

private:
    std::vector<std::string> causes_;
};

/// Turns configs into plain trees and back, as fairseq2 does (utils/structured.py); resolve it. It may be used from
/// any thread, as long as none changes the config.
class FAIRLEAD_API ValueConverter {
public:
    /// Throws StructureError; ValueError where fairseq2's error is Python's own, whose text begins with its class.
    template <Config C>
    [[nodiscard]] C structure(const ConfigTree& tree) const {
        return *std::static_pointer_cast<C>(structure_object(tree, config_class<C>()));
    }
    /// Throws ValueError if an enum has a value that is no member.
    template <Config C>
    [[nodiscard]] ConfigTree unstructure(const C& config) const {
        return config_class<C>().to_tree(&config);
    }

    /// The same for code that has the class as a value.
    [[nodiscard]] std::shared_ptr<void> structure_object(const ConfigTree& tree, const ConfigClass& kls) const;
};

} // namespace abi1
} // namespace fairlead
