// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/checkpoint_scores.h"
#include "core/assets/double_quoted.h"
#include "core/assets/python_path.h"
#include "core/assets/python_text.h"
#include "core/assets/source_loader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fmt/format.h>
#include <sys/stat.h>

namespace fairlead {
using What = WalkNote::What;
namespace {

/// The names of DIR's entries that `glob` finds for `step_*`, in its order. It takes brackets in DIR for a pattern,
/// which DIR itself then does not fit.
std::vector<std::string> step_names(const std::string& folder, const DirectoryLister& lister) {
    std::vector<std::string> names;
    const std::size_t bracket = folder.find('[');
    if (bracket != std::string::npos && folder.find(']', bracket) != std::string::npos)
        return names;
    for (FolderEntry& entry : list_folder(folder, lister).entries) {
        if (entry.name.starts_with("step_"))
            names.push_back(std::move(entry.name));
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::string step_card(std::string_view name, const std::string& folder, std::string_view step) {
    const std::string model = python::join(folder, fmt::format("step_{}/model", step));
    return fmt::format("---\nname: {}\nbase: checkpoint\ncheckpoint: {}\n", name,
                       double_quoted(model, Surrogates::of_bytes));
}

} // namespace

void SourceLoader::load_checkpoint() {
    const std::string& folder = source_path();
    const std::string model = python::join(folder, "model.yaml");
    struct stat status {};
    if (::stat(model.c_str(), &status) != 0) {
        note(What::source_missing, {},
             fmt::format("{} is no checkpoint folder: model.yaml is missing or cannot be read.", shown({})),
             operational_error(errno, model));
        return;
    }
    std::error_code ignored;
    CardFile file = new_file(
        {.path = model, .relative = "model.yaml", .type = std::filesystem::symlink_status(model, ignored).type()});
    file.is_checkpoint_model = true;
    read_into_catalog(std::move(file));
    add_checkpoint_steps(folder);
}

void SourceLoader::add_checkpoint_steps(const std::string& folder) {
    std::string cards;
    std::string last;
    std::vector<CheckpointScore> scores;
    for (const std::string& name : step_names(folder, options_.list_directory)) {
        if (options_.stop.stop_requested())
            return;
        const auto step = python::int_text(std::string_view(name).substr(5));
        if (!step || !is_folder(python::join(folder, name)))
            continue;
        cards += step_card("checkpoint_step_" + *step, folder, *step);
        if (!step->starts_with('-') && (last.empty() || python::is_less(last, *step)))
            last = *step;

        const std::string relative = fmt::format("scores/step_{}.txt", *step);
        const std::string path = python::join(folder, relative);
        auto score = read_checkpoint_score(path, *step);
        if (auto* error = std::get_if<AssetError>(&score))
            note(What::checkpoint_score, relative,
                 fmt::format("{} holds no score: its first line must be a number.", shown(relative)), *error);
        else if (const auto& value = std::get<std::optional<double>>(score))
            scores.push_back({.score = *value, .step = *step});
    }
    if (!last.empty())
        cards += step_card("last_checkpoint", folder, last);
    sort_checkpoint_scores(scores);
    if (!scores.empty())
        cards += step_card("best_checkpoint", folder, scores.front().step);
    for (std::size_t i = 0; i < scores.size(); ++i)
        cards += step_card(fmt::format("best_checkpoint_{}", i), folder, scores[i].step);
    if (cards.empty())
        return;
    CardFile file;
    file.source = source_;
    file.shown = shown({});
    file.resolved_path = folder;
    file.synthetic = true;
    add(std::move(file), cards);
}

} // namespace fairlead
