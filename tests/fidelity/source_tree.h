// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/assets/source.h"
#include "tests/fidelity/case_file.h"

#include <QTemporaryDir>

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace fidelity {

/// The files of a source case in a folder of their own, as README.md describes it.
///
/// While it lives the working directory and `HOME` are those of the case: one at a time.
class SourceTree {
public:
    explicit SourceTree(const Json& asked);
    ~SourceTree();
    SourceTree(const SourceTree&) = delete;
    SourceTree& operator=(const SourceTree&) = delete;

    /// A text of the case with `${ROOT}` replaced by the folder, and back.
    [[nodiscard]] std::string here(std::string text) const;
    [[nodiscard]] std::string without_root(std::string text) const;

    /// The sources of the case. `warnings`: what looking for the directories of the variables gave.
    [[nodiscard]] std::vector<fairlead::AssetSource> sources(std::vector<std::string>& warnings) const;
    /// Lists a folder in the order of the case.
    [[nodiscard]] fairlead::DirectoryLister lister() const;

private:
    void write_files();

    const Json& asked_;
    QTemporaryDir folder_;
    std::filesystem::path root_;
    std::filesystem::path working_directory_before_;
    std::optional<std::string> home_before_;
    std::map<std::filesystem::path, std::size_t> order_;
};

} // namespace fidelity
