// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/families/config_class_schemas.h"

#include <fairlead/asset_card.h>
#include <fairlead/config_ref.h>
#include <fairlead/dependency_container.h>
#include <fairlead/type_id.h>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// What families of all kinds have in common. It may be used from any thread.
class FamilyFacts {
public:
    /// Notes the fields of the config's class, which may be none; throws TypeConflictError. To be called by whoever
    /// registers the family: what runs then owns it. `kind`: `model`, `dataset`, `tokenizer`.
    FamilyFacts(DependencyContainer& container, std::string_view kind, std::string name, TypeId kls,
                const ConfigClass* config_class, Here here);

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] const TypeId& kls() const noexcept { return kls_; }
    [[nodiscard]] const ConfigClass* config_class() const noexcept { return config_class_; }
    /// A sentence that says who registered the family, and where.
    [[nodiscard]] std::string ownership() const;
    /// What the family's own code threw, with its details, and whose it is: the details of what that is nested in.
    [[nodiscard]] std::string details_of(const Error& error) const;

    /// What the family's own function `what` has made: `factory`, `opener`. Throws InternalError if that is null.
    [[nodiscard]] std::shared_ptr<void> made(std::shared_ptr<void> object, const char* what) const;

    /// Throws TypeError if the config is not of the family's class.
    void expect_config(const ConfigRef& config) const;

    /// A new config with the class's defaults. Throws InternalError.
    [[nodiscard]] std::shared_ptr<void> default_config() const;

    /// `base` with what a card and its bases override, or `base` itself if they override nothing. Throws what fairseq2
    /// raises, its causes nested in it.
    [[nodiscard]] std::shared_ptr<void> config_of(const AssetCard& card, std::shared_ptr<void> base,
                                                  DependencyResolver& resolver) const;

private:
    std::string_view kind_;
    std::string name_;
    TypeId kls_;
    const ConfigClass* config_class_;
    std::optional<ConfigClassSchemas> schemas_; // none: no config
    Registrant registrant_;
};

/// `<class 'my_package.MyConfig'>`, `<class 'NoneType'>`.
[[nodiscard]] std::string printed(const ConfigClass* config_class);

/// Whether it is the same class, or none in both cases. Throws TypeConflictError if it, or a config within it, has the
/// same name only.
[[nodiscard]] bool is_same_class(const ConfigClass* registered, const ConfigClass* asked);

} // namespace families
} // namespace abi1
} // namespace fairlead
