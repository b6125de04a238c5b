// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QWidget;

namespace fairlead::ui {

class Buffer;

struct UnsavedAnswer {
    enum class Choice { Save, Discard, Cancel } choice = Choice::Cancel;
    std::vector<Buffer*> toSave; ///< those chosen, in order
};

/// The question before unsaved text is lost: about one text, or about several in a list. Modal. Not for no buffers.
[[nodiscard]] UnsavedAnswer askAboutUnsaved(const std::vector<Buffer*>& buffers, QWidget* window);

} // namespace fairlead::ui
