// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/checks/session.h"

#include "ui/problems/verdict_words.h"

#include <QString>

#include <vector>

namespace fairlead::ui {

/// Of all open sources; what is wrong with cards of packages is not told. `unsaved`: fairseq2 reads another text until
/// what is open is saved.
[[nodiscard]] Verdict verdictOf(const CheckSession& session, bool unsaved = false);

/// One thing that keeps fairseq2 from loading anything. Borrows from the session.
struct Cause {
    const Diagnostic* diagnostic = nullptr;
    const Fix* fix = nullptr; ///< the certain one, if there is one
};
[[nodiscard]] std::vector<Cause> causesOf(const CheckSession& session);

/// The banner's second line: how many causes, the first of them with their places as links (`the name lab_asr in
/// asr.yaml:2 and …`), what is shown all the same. Rich text. `causes`: those of the session.
[[nodiscard]] QString describeCauses(const CheckSession& session, const std::vector<Cause>& causes);

/// A place as the target of a link, and back.
[[nodiscard]] QString linkTo(const DocumentPlace& place);
[[nodiscard]] std::optional<DocumentPlace> placeOfLink(const QString& link);

/// `asr.yaml:11`, as short as it can be told within its source.
[[nodiscard]] QString shortPlace(const Catalog& catalog, const DocumentPlace& place);

} // namespace fairlead::ui
