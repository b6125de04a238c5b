// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/registry/card_override.h"
#include "ui/resolved/config_view.h"

#include <QString>

#include <memory>
#include <optional>
#include <string>

namespace fairlead::ui {

class Buffer;
class BufferStore;

/// Overrides of the shown card's config, written into the text of its buffer and taken out of it: one step of undo
/// each, nothing is saved.
class OverrideWriter {
public:
    /// `buffers` outlives it.
    explicit OverrideWriter(BufferStore& buffers) : m_buffers(buffers) {}

    /// The card of the workspace's session; none: nothing can be written. `environment`: as it is seen by.
    void setCard(std::optional<CardRef> card, std::shared_ptr<const CardConfigs> configs, const QString& environment);

    /// Why no field of the card can be overridden here; empty: some can.
    [[nodiscard]] QString whyNot() const;
    [[nodiscard]] OverrideFacts facts(const ConfigView& config, const QString& field) const;
    /// Writes what was typed as YAML. Why that was not done, in a sentence; empty: it was.
    [[nodiscard]] QString write(const ConfigView& config, const QString& field, const QString& typed);
    [[nodiscard]] QString remove(const ConfigView& config, const QString& field);

private:
    [[nodiscard]] Buffer* buffer() const;
    [[nodiscard]] bool isThere() const;
    [[nodiscard]] OverridePlace place(const ConfigView& config, const std::string& field) const;
    [[nodiscard]] QString whyNotNow() const;
    [[nodiscard]] QString apply(const OverrideEdit& edit);

    BufferStore& m_buffers;
    std::optional<CardRef> m_card;
    std::string m_name; // stored, of the card: after an edit another may have its place
    std::shared_ptr<const CardConfigs> m_configs;
    std::string m_environment;
};

} // namespace fairlead::ui
