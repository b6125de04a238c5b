// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/dependency_errors.h>
#include <fmt/format.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace {

std::string under(const Key& key) { return key ? "Under the key " + *key : "Without a key"; }

std::string layout_text(const TypeId& first, const TypeId& second) {
    const auto layout = [](const TypeId& type) {
        return fmt::format("{} ({} bytes, aligned to {})", type.library(), type.size(), type.alignment());
    };
    const std::string difference =
        first.fits(second) ? fmt::format("has other fields in {} than in {}", first.library(), second.library())
                           : fmt::format("is laid out differently in {} and {}", layout(first), layout(second));
    return fmt::format("`{}` {}. Give one of the two another name or namespace.", first.printed(), difference);
}

} // namespace

std::string Registrant::printed() const {
    const std::string_view file = place.file_name();
    std::string text = owner;
    if (!file.empty()) {
        if (!text.empty())
            text += ", ";
        text += file;
        text += ':';
        text += std::to_string(place.line());
    }
    return text.empty() ? "the program" : text;
}

InvalidOperationError::InvalidOperationError(std::string text, TypeId kls, Key key, Registrant first, Registrant second)
    : Error(std::move(text), under(key) + " it is registered by " + first.printed() +
                                 "; the second registration is by " + second.printed() + "."),
      kls_(kls), key_(std::move(key)), registrants_{std::move(first), std::move(second)} {}
InvalidOperationError::~InvalidOperationError() = default;

DependencyNotFoundError::DependencyNotFoundError(TypeId kls, Key key, std::string text, std::string details,
                                                 std::vector<Registrant> registrants)
    : Error(std::move(text), std::move(details)), kls_(kls), key_(std::move(key)),
      registrants_(std::move(registrants)) {}
DependencyNotFoundError::~DependencyNotFoundError() = default;

DependencyCycleError::DependencyCycleError(std::vector<Step> cycle) : Error({}) {
    for (auto step = cycle.rbegin(); step != cycle.rend(); ++step)
        prepend(std::move(*step));
}
DependencyCycleError::~DependencyCycleError() = default;

void DependencyCycleError::prepend(Step step) {
    const std::string name = step.kls.printed() + (step.key ? " (" + *step.key + ")" : std::string());
    path_ = cycle_.empty() ? name : name + " -> " + path_;
    set_text("Dependency cycle detected. " + path_);
    if (!cycle_.empty()) // the last one stands further up too
        set_details(name + ": " + step.registrant.printed() + (details().empty() ? "" : "; ") + details());
    cycle_.insert(cycle_.begin(), std::move(step));
}

TypeConflictError::TypeConflictError(TypeId first, TypeId second)
    : Error(layout_text(first, second)), first_(first), second_(second) {}
TypeConflictError::~TypeConflictError() = default;

} // namespace abi1
} // namespace fairlead
