// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/catalog.h"
#include "core/registry/snapshot.h"

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fairlead {

/// Which cards belong to which family and architecture, as fairseq2 finds their fields: along the base chain, an
/// overlay first (assets/card.py). Cards that cannot be stored, and the second of two with one name, belong nowhere.
///
/// A value that goes with one state of a catalog: build it again after an edit. About a microsecond a card.
class CardUsage {
public:
    [[nodiscard]] static CardUsage build(const Catalog& catalog);

    /// Cards whose `model_family` (`tokenizer_family`, `dataset_family`) is this, in the catalog's order; overlays too.
    [[nodiscard]] std::span<const CardRef> of_family(FamilyKind kind, std::string_view family) const;
    /// Those of them whose `model_arch` is this.
    [[nodiscard]] std::span<const CardRef> of_architecture(std::string_view family,
                                                           std::string_view architecture) const;
    /// Names that cards give as their family, sorted: registered or not.
    [[nodiscard]] std::vector<std::string> families(FamilyKind kind) const;

private:
    using CardLists = std::unordered_map<std::string, std::vector<CardRef>>;

    std::array<CardLists, 3> families_; // by FamilyKind
    CardLists architectures_;           // family + '\n' + architecture
};

} // namespace fairlead
