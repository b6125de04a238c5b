// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/apply_fixes.h"

#include <algorithm>
#include <map>

namespace fairlead {

namespace {

bool may_change(const Catalog& catalog, std::uint32_t index) {
    const CardFile& file = catalog.file(index);
    const AssetSource& source = catalog.sources()[file.source];
    return !file.synthetic && !source.from_registry && source.kind != SourceKind::in_memory &&
           (file.path.empty() || file.writable);
}

/// The edits of one round on one file: none touches another.
class FileRound {
public:
    [[nodiscard]] bool takes(const FileEdit& edit) const {
        const auto after = edits_.lower_bound(edit.begin);
        if (after != edits_.end() && (after->first < edit.end || after->first == edit.begin)) {
            return false;
        }
        if (after == edits_.begin()) {
            return true;
        }
        const FileEdit& before = std::prev(after)->second;
        return before.end <= edit.begin;
    }
    void add(FileEdit edit) { edits_.emplace(edit.begin, std::move(edit)); }

    [[nodiscard]] std::string apply(const std::string& text) const {
        std::string result;
        std::size_t at = 0;
        for (const auto& [begin, edit] : edits_) {
            result.append(text, at, begin - at);
            result += edit.text;
            at = edit.end;
        }
        result.append(text, at);
        return result;
    }

private:
    std::map<std::size_t, FileEdit> edits_; // by begin
};

using Round = std::map<std::uint32_t, FileRound>;

const Fix* certain_fix(const Diagnostic& diagnostic) {
    const auto found = std::find_if(diagnostic.fixes.begin(), diagnostic.fixes.end(),
                                    [](const Fix& fix) { return fix.certain && !fix.edits.empty(); });
    return found == diagnostic.fixes.end() ? nullptr : &*found;
}

/// Collects fixes that do not touch each other; later ones wait for the next round.
Round plan(const CheckSession& session, std::vector<AppliedFix>& applied) {
    const Catalog& catalog = session.catalog();
    Round round;
    for (const Diagnostic* const diagnostic : session.diagnostics()) {
        const Fix* const fix = certain_fix(*diagnostic);
        if (fix == nullptr) {
            continue;
        }
        std::vector<FileEdit> edits = file_edits(catalog, *fix);
        const bool fits = std::all_of(edits.begin(), edits.end(), [&](const FileEdit& edit) {
            return may_change(catalog, edit.file) && round[edit.file].takes(edit);
        });
        if (!fits) {
            continue;
        }
        for (FileEdit& edit : edits) {
            FileRound& file = round[edit.file];
            file.add(std::move(edit));
        }
        applied.push_back({diagnostic->rule, fix->title, diagnostic->message,
                           file_place(catalog, diagnostic->place.value_or(fix->edits.front().place))});
    }
    return round;
}

} // namespace

AppliedFixes apply_certain_fixes(CheckSession& session) {
    AppliedFixes result;
    std::map<std::uint32_t, std::string> before;
    for (int rounds = 0;; ++rounds) {
        std::vector<AppliedFix> applied;
        const Round round = plan(session, applied);
        if (applied.empty()) {
            break;
        }
        if (rounds == max_fix_rounds) {
            result.finished = false;
            break;
        }
        for (const auto& [file, edits] : round) {
            std::string text = session.catalog().file(file).stream.text();
            const std::string fixed = edits.apply(text);
            before.try_emplace(file, std::move(text));
            session.set_text(file, fixed);
        }
        std::move(applied.begin(), applied.end(), std::back_inserter(result.applied));
    }
    for (auto& [file, text] : before) {
        std::string after = session.catalog().file(file).stream.text();
        if (after != text) {
            result.files.push_back({file, std::move(text), std::move(after)});
        }
    }
    return result;
}

} // namespace fairlead
