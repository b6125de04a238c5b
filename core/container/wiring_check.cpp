// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/container/missing.h"
#include "core/container/registrations.h"

#include <algorithm>
#include <fairlead/dependency_container.h>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace container {
namespace {

/// Looks at the registrations without making anything. The lock is held by the caller.
class WiringCheck {
public:
    explicit WiringCheck(const Registrations& registrations) : registrations_(registrations) {}

    void look_at(const Registration& registration) {
        find_missing(registration);
        follow(registration);
    }
    [[nodiscard]] std::vector<WiringProblem> take() { return std::move(problems_); }

private:
    void find_missing(const Registration& registration) {
        for (const Dependency& dependency : registration.dependencies) {
            try {
                const Registration* found = registrations_.find(dependency.kls, {});
                const bool needed =
                    dependency.use == DependencyUse::required || dependency.use == DependencyUse::deferred;
                if (needed && found == nullptr)
                    report(
                        WiringProblem::Kind::missing,
                        missing_dependency(dependency.kls, {}, &registration, registrations_.keys_now(dependency.kls)),
                        registration, dependency.use);
            } catch (const TypeConflictError& error) {
                report(WiringProblem::Kind::type_conflict, error, registration, dependency.use);
            }
        }
    }

    // What is made before the registration is; not what it only asks for later.
    [[nodiscard]] std::vector<const Registration*> made_before(const Registration& registration) const {
        std::vector<const Registration*> found;
        for (const Dependency& dependency : registration.dependencies) {
            try {
                if (dependency.use == DependencyUse::elements)
                    std::ranges::copy(registrations_.elements(dependency.kls, {}), std::back_inserter(found));
                else if (const Registration* one = registrations_.find(dependency.kls, {});
                         one != nullptr && dependency.use != DependencyUse::deferred)
                    found.push_back(one);
            } catch (const TypeConflictError&) {
                continue; // is reported
            }
        }
        return found;
    }

    // In depth, with a path of its own: as many steps as there are classes are too many for the stack.
    void follow(const Registration& from) {
        if (!seen_.insert(&from).second)
            return;
        struct Level {
            const Registration* registration;
            std::vector<const Registration*> next;
            std::size_t at = 0;
        };
        std::vector<Level> path;
        path.push_back({&from, made_before(from)});
        while (!path.empty()) {
            Level& level = path.back();
            if (level.at == level.next.size()) {
                path.pop_back();
                continue;
            }
            const Registration* next = level.next[level.at++];
            const auto looped = std::ranges::find(path, next, &Level::registration);
            if (looped != path.end()) {
                std::vector<DependencyCycleError::Step> cycle;
                for (auto step = looped; step != path.end(); ++step)
                    cycle.push_back(cycle_step(*step->registration));
                cycle.push_back(cycle_step(*next));
                report(WiringProblem::Kind::cycle, DependencyCycleError(std::move(cycle)), *next,
                       DependencyUse::required);
            } else if (seen_.insert(next).second) {
                path.push_back({next, made_before(*next)});
            }
        }
    }

    void report(WiringProblem::Kind kind, const Error& error, const Registration& registration, DependencyUse use) {
        problems_.push_back({.kind = kind,
                             .text = error.what(),
                             .details = error.details(),
                             .kls = registration.kls,
                             .key = registration.key,
                             .registrant = registration.registrant,
                             .deferred = use == DependencyUse::deferred});
    }

    const Registrations& registrations_;
    std::unordered_set<const Registration*> seen_;
    std::vector<WiringProblem> problems_;
};

} // namespace

std::vector<WiringProblem> Registrations::check() const {
    const std::lock_guard lock(mutex_);
    WiringCheck check(*this);
    for (const Registration& registration : all_)
        check.look_at(registration);
    return check.take();
}

} // namespace container
} // namespace abi1
} // namespace fairlead
