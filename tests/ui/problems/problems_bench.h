// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/support/desk.h"
#include "ui/problems/problems_model.h"
#include "ui/problems/problems_panel.h"

#include <memory>

namespace fairlead::ui {

/// An unknown architecture, a card without a checkpoint or url, and an empty document.
inline const QByteArray threeProblems = "name: a\nmodel_family: llama\nmodel_arch: 7x\n---\n";

/// The panel on what is wrong with a file.
struct ProblemsBench {
    Desk desk;
    std::unique_ptr<ProblemsPanel> panel;

    /// With a size, it is seen.
    explicit ProblemsBench(const QByteArray& text, const QSize& size = {}) {
        desk.write(QStringLiteral("a.yaml"), text);
        desk.load();
        panel = std::make_unique<ProblemsPanel>(desk.workspace, desk.buffers, desk.navigator, desk.theme);
        if (size.isValid()) {
            panel->resize(size);
            panel->show();
        }
    }
};

} // namespace fairlead::ui
