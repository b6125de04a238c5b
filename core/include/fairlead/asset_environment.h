// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/api.h>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {

class DependencyResolver;

/// Says which environment this machine is: cards named `NAME@ENVIRONMENT` then overlay those named `NAME`. An extension
/// adds its own:
///
///     container.collection().register_<AssetEnvironmentResolver>([] {
///         return AssetEnvironmentResolver([](DependencyResolver&) { return "my_cluster"; });
///     });
class AssetEnvironmentResolver {
public:
    using Function = std::function<std::optional<std::string>(DependencyResolver&)>;
    /// The function gives nothing where it does not know; a blank text is no environment.
    explicit AssetEnvironmentResolver(Function function) : function_(std::move(function)) {}

    [[nodiscard]] std::optional<std::string> operator()(DependencyResolver& resolver) const {
        return function_(resolver);
    }

private:
    Function function_;
};

/// Asks them in their order (fairseq2's assets/store.py); resolve it. The store does, when it is made. It may
/// be used from any thread, if the functions may.
class FAIRLEAD_API AssetEnvironmentDetector {
public:
    /// `resolver`: what the functions get. It is kept by reference, and outlives the detector.
    AssetEnvironmentDetector(std::vector<std::shared_ptr<AssetEnvironmentResolver>> resolvers,
                             DependencyResolver& resolver)
        : resolvers_(std::move(resolvers)), resolver_(resolver) {}

    /// What the first one gives that gives something. What a function throws passes through.
    [[nodiscard]] std::optional<std::string> detect() const;

private:
    std::vector<std::shared_ptr<AssetEnvironmentResolver>> resolvers_;
    DependencyResolver& resolver_;
};

} // namespace abi1
} // namespace fairlead
