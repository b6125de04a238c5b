// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/snapshot.h"

#include <QString>

#include <optional>
#include <string>

namespace fairlead::ui {

/// What can be done with the models of a family, in words: `compile, FSDP, layer-wise AC, meta device`.
[[nodiscard]] QString capabilitiesText(const FamilyRecord& family);

/// Who registered something: `fairseq2 0.8.1, not by an extension`, or the extension's name.
[[nodiscard]] QString ownerText(const RegistrySnapshot& registry, const std::optional<std::string>& owner);

/// Where: `models/llama/config.py:257`, below fairseq2's folder without its name.
[[nodiscard]] QString placeText(const RegistrationPlace& place);

/// The same for rich text; a link to the line where it is an extension's, whose sources are on this machine.
[[nodiscard]] QString placeLink(const std::optional<std::string>& owner, const RegistrationPlace& place);

/// The last part of a class's full name: `TransformerLM`.
[[nodiscard]] QString shortClassName(const std::string& name);

/// `Model family`, `Tokenizer family`, `Dataset family`.
[[nodiscard]] QString kindText(FamilyKind kind);

/// A field's documentation as its class's source gives it (reStructuredText), as rich text on as many lines as it
/// takes.
[[nodiscard]] QString documentationHtml(const QString& documentation);

} // namespace fairlead::ui
