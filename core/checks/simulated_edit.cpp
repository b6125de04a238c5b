// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/simulated_edit.h"

#include "core/checks/document_edits.h"

namespace fairlead {

namespace {

constexpr std::size_t max_simulated = 1U << 20U; // bytes; larger documents are not read again for a fix

/// `...` closes what would be nothing, `%YAML` needs its `---`: neither may be left behind.
bool has_other_markers(std::string_view text) {
    for (std::uint32_t at = 0; at < text.size(); at = next_line(text, at)) {
        const std::string_view line = text.substr(at, line_end(text, at) - at);
        if (line.starts_with("...") || line.starts_with('%')) {
            return true;
        }
    }
    return false;
}

const yaml::Document* only_document(const yaml::Stream& stream) {
    const yaml::Document* found = nullptr;
    for (const yaml::Document& document : stream.documents()) {
        if (document.is_document()) {
            if (found != nullptr) {
                return nullptr;
            }
            found = &document;
        }
    }
    return found;
}

bool has_documents(const yaml::Stream& stream) {
    for (const yaml::Document& document : stream.documents()) {
        if (document.is_document()) {
            return true;
        }
    }
    return false;
}

} // namespace

bool removes_a_document(const CheckContext& context, const TextEdit& edit) {
    const std::string_view text = context.document.text();
    const yaml::TextRange replaced = edit.place.range;
    std::string left(text.substr(0, replaced.begin));
    const std::string_view rest = text.substr(replaced.end);
    if (has_other_markers(left) || has_other_markers(rest)) {
        return false;
    }
    left += edit.text;
    left += rest;
    if (left.empty()) {
        return true;
    }
    if (context.ref.document == 0) {
        return !has_documents(yaml::Stream(left));
    }
    const yaml::Document& before = context.file.stream.documents()[context.ref.document - 1];
    if (before.text().size() + left.size() > max_simulated || before.is_yaml_1_1()) {
        return false;
    }
    std::string both(before.text());
    both += left;
    const yaml::Stream after(both);
    if (!before.is_document()) {
        return !has_documents(after);
    }
    const yaml::Document* const one = only_document(after);
    if (one == nullptr || (one->problem() != nullptr) != (before.problem() != nullptr)) {
        return false;
    }
    return before.problem() != nullptr || yaml::python_equal(one->root(), before.root());
}

} // namespace fairlead
