// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/checks/card_chain.h"
#include "core/checks/check_index.h"
#include "core/checks/diagnostic.h"
#include "core/checks/own_fields.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace fairlead {

struct ConfigFinding;

/// What a rule looks at: one document, what it says itself, and the cards that it is made of. Borrowed for the call.
struct CheckContext {
    const CheckIndex& index;
    CardRef ref;
    const CardFile& file;
    const Card& card;
    const yaml::Document& document;
    const OwnFields& own;
    /// Of an overlay: in its environment. Of a plain card: without environments.
    const CardChain& chain;
    /// Of a plain card, as fairseq2 sees it unasked (`m@user` laid over it); null if that is the same.
    const CardChain* usual_chain = nullptr;
    /// What find_config_issues found, once it was asked.
    mutable std::shared_ptr<const std::vector<ConfigFinding>> config_findings{};

    [[nodiscard]] const Catalog& catalog() const noexcept { return index.catalog(); }
    [[nodiscard]] DocumentPlace place(yaml::TextRange range) const noexcept { return {ref.file, ref.document, range}; }
    [[nodiscard]] std::string_view text(yaml::TextRange range) const noexcept {
        return document.text().substr(range.begin, range.size());
    }
    /// The value of a field on a card of a chain that has it.
    [[nodiscard]] yaml::Value value_on(const ChainLink& link, Field field) const noexcept {
        return link.card == ref ? own.value(field) : catalog().document(link.card).root().find(name_of(field));
    }
    /// Where the card says its name; else its first byte.
    [[nodiscard]] yaml::TextRange name_range() const noexcept;
};

/// What concerns sources as a whole.
struct SourcesContext {
    const CheckIndex& index;
    std::span<const std::string> directory_warnings;
    [[nodiscard]] const Catalog& catalog() const noexcept { return index.catalog(); }
};

/// Where rules put what they find in a document, and on what else it depends.
///
/// Of one rule and severity a document has max_of_a_kind findings at most, and one more that tells how many others
/// there are: a card of a million unknown fields has one trouble, not a million.
class Diagnostics {
public:
    static constexpr std::size_t max_of_a_kind = 100;

    /// Good until the next call. It is forgotten then, and only counted, if the document has enough of its kind.
    Diagnostic& add(std::uint16_t rule, Severity severity, const CheckContext& context, yaml::TextRange range,
                    std::string message);
    /// For a finding about a path.
    Diagnostic& add(std::uint16_t rule, Severity severity, std::uint32_t source, std::string path, std::string message);

    /// A text of the finding holds a number that changes when lines or documents come before it: `asr.yaml:2`, `line
    /// 4`, `index 2`.
    void tells_position() noexcept { tells_position_ = true; }
    /// The finding would be another if cards elsewhere got other names: a suggestion.
    void asks_for_names() noexcept { asks_for_names_ = true; }

    /// Puts a finding in place of those that were only counted, at the first of them. After all rules.
    void tell_left_out(const CheckContext& context);

    [[nodiscard]] bool is_empty() const noexcept { return items_.empty(); }
    [[nodiscard]] bool position_told() const noexcept { return tells_position_; }
    [[nodiscard]] bool names_asked() const noexcept { return asks_for_names_; }
    [[nodiscard]] std::vector<Diagnostic>& items() noexcept { return items_; }
    void clear() noexcept;

private:
    struct Kind {
        std::uint16_t rule = 0;
        Severity severity = Severity::error;
        std::size_t kept = 0;
        std::size_t left_out = 0;
        yaml::TextRange first_left_out{};
    };
    /// Where the next finding of a kind goes.
    Diagnostic& next(std::uint16_t rule, Severity severity, yaml::TextRange range);

    std::vector<Diagnostic> items_;
    std::vector<Kind> kinds_; // of the document at hand: a few
    Diagnostic left_out_;     // the last that was only counted
    bool tells_position_ = false;
    bool asks_for_names_ = false;
};

} // namespace fairlead
