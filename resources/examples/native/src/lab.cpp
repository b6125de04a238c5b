// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "lab.h"

#include <fstream>
#include <sstream>
#include <system_error>

namespace tiny {

namespace fs = std::filesystem;

std::string LabCards::load() const {
    if (lab_->folder().empty())
        return {};
    std::ifstream index(lab_->folder() / "index.txt");
    std::string cards;
    for (std::string line; std::getline(index, line);) {
        std::istringstream words(line);
        if (std::string name, arch, checkpoint; words >> name >> arch >> checkpoint)
            cards += "---\nname: " + name + "\nmodel_family: tiny_lm\nmodel_arch: " + arch +
                     "\ncheckpoint: " + checkpoint + "\n";
    }
    return cards;
}

fs::path LabDownloadManager::download(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) const {
    const fs::path name = fs::path(uri.str().substr(uri.scheme().size() + 1)).filename();
    if (name.empty() || name == "." || name == "..")
        throw fairlead::AssetDownloadError(uri, "It names no file of the lab.");
    const fs::path cached = directories_->get_cache_dir() / "lab" / name;
    if (fs::exists(cached) && !options.force)
        return cached;
    if (options.local_only)
        throw fairlead::AssetDownloadError(uri, "It is not in the cache.");
    if (lab_->folder().empty())
        throw fairlead::AssetDownloadError(uri, "The variable TINY_LAB is not set.");
    // It gets its name when it is whole: a copy that is cut short must not be served later.
    const fs::path part = cached.string() + ".part";
    std::error_code error;
    fs::create_directories(cached.parent_path(), error);
    fs::copy_file(lab_->folder() / name, part, fs::copy_options::overwrite_existing, error);
    if (!error)
        fs::rename(part, cached, error);
    if (error)
        throw fairlead::AssetDownloadError(uri, "The lab does not give it: " + error.message() + ".");
    return cached;
}

fs::path LabDownloadManager::download_model(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) {
    return download(uri, options);
}
fs::path LabDownloadManager::download_tokenizer(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) {
    return download(uri, options);
}
fs::path LabDownloadManager::download_dataset(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) {
    return download(uri, options);
}

fairlead::ConfigTree LabDirective::execute(const std::string& text, const fairlead::ConfigTree&) const {
    const std::string directive = "${lab}";
    std::string result = text;
    if (const auto at = result.find(directive); at != std::string::npos) {
        if (lab_->folder().empty())
            throw fairlead::ConfigDirectiveError("The variable TINY_LAB is not set.");
        result.replace(at, directive.size(), lab_->folder().string());
    }
    return {result};
}

} // namespace tiny
