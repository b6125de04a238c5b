// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/fidelity/source_tree.h"

#include <nlohmann/json.hpp>

#include <QByteArray>

#include <algorithm>
#include <fstream>
#include <stdexcept>

namespace fidelity {
namespace {

namespace fs = std::filesystem;
constexpr std::string_view token = "${ROOT}";

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

} // namespace

SourceTree::SourceTree(const Json& asked)
    : asked_(asked), folder_(), root_(fs::canonical(folder_.path().toStdString())),
      working_directory_before_(fs::current_path()) {
    if (qEnvironmentVariableIsSet("HOME")) {
        home_before_ = qgetenv("HOME").toStdString();
    }
    write_files();
    fs::current_path(root_);
    const Json& home = member(member(asked_, "variables"), "HOME");
    qputenv("HOME", QByteArray::fromStdString(here(home.is_null() ? "${ROOT}/home" : home.get<std::string>())));
}

SourceTree::~SourceTree() {
    fs::current_path(working_directory_before_);
    if (home_before_) {
        qputenv("HOME", QByteArray::fromStdString(*home_before_));
    } else {
        qunsetenv("HOME");
    }
}

std::string SourceTree::here(std::string text) const { return replaced(std::move(text), token, root_.string()); }

std::string SourceTree::without_root(std::string text) const {
    return replaced(std::move(text), root_.string(), token);
}

void SourceTree::write_files() {
    for (const Json& entry : member(asked_, "files")) {
        const fs::path relative = entry.at("path").get<std::string>();
        fs::path below = root_;
        for (const fs::path& part : relative) {
            below /= part;
            order_.try_emplace(below, order_.size());
        }
        const fs::path path = root_ / relative;
        fs::create_directories(path.parent_path());
        if (entry.contains("link")) {
            fs::create_symlink(here(entry.at("link").get<std::string>()), path);
        } else if (entry.value("folder", false)) {
            fs::create_directories(path);
        } else {
            std::ofstream(path, std::ios::binary) << content(entry);
        }
    }
}

std::vector<fairlead::AssetSource> SourceTree::sources(std::vector<std::string>& warnings) const {
    std::vector<fairlead::AssetSource> sources;
    for (const Json& source : asked_.at("sources")) {
        const auto kind = source.at("kind").get<std::string>();
        const fs::path path = here(source.value("path", std::string()));
        if (kind == "file") {
            sources.push_back(fairlead::file_source(path));
            if (source.value("missing_ok", false))
                sources.back().if_missing = fairlead::IfMissing::nothing;
        } else if (kind == "memory") {
            sources.push_back(fairlead::in_memory_source(source.at("name").get<std::string>(),
                                                         source.at("entries").get<std::string>()));
        } else if (kind == "checkpoint") {
            sources.push_back(fairlead::checkpoint_source(path));
        } else if (kind == "package") {
            sources.push_back(fairlead::package_source(source.at("package").get<std::string>(), root_ / path));
        } else if (kind == "well_known") {
            std::map<std::string, std::string> variables{{"HOME", here("${ROOT}/home")}};
            for (const auto& [name, value] : member(asked_, "variables").items()) {
                variables[name] = here(value.get<std::string>());
            }
            auto found = fairlead::well_known_sources([&](const char* name) -> const char* {
                const auto variable = variables.find(name);
                return variable == variables.end() ? nullptr : variable->second.c_str();
            });
            std::ranges::move(found.sources, std::back_inserter(sources));
            std::ranges::move(found.warnings, std::back_inserter(warnings));
        } else {
            throw std::runtime_error("no such kind of source: " + kind);
        }
    }
    return sources;
}

fairlead::DirectoryLister SourceTree::lister() const {
    return [this](const fs::path& folder) {
        std::vector<fs::directory_entry> entries{fs::directory_iterator(folder), fs::directory_iterator()};
        const fs::path real = fs::canonical(folder);
        std::ranges::sort(entries, {}, [&](const fs::directory_entry& entry) {
            const auto place = order_.find(real / entry.path().filename());
            return std::pair(place == order_.end() ? order_.size() : place->second, entry.path().filename());
        });
        return entries;
    };
}

} // namespace fidelity
