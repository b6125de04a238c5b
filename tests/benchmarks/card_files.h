// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fairlead::benchmarks {

/// The text of card files as people write them: models with tokenizers, bases, overrides, comments. Without errors.
/// `first` numbers the cards, so that no two files share a name.
[[nodiscard]] std::string card_file(int first, int cards);

/// Card files in a folder of their own, which goes with this object.
class CardFolder {
public:
    CardFolder(int cards, int files);
    ~CardFolder();
    CardFolder(const CardFolder&) = delete;
    CardFolder& operator=(const CardFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const noexcept { return files_; }
    [[nodiscard]] std::size_t bytes() const noexcept { return bytes_; }

private:
    std::filesystem::path path_;
    std::vector<std::filesystem::path> files_;
    std::size_t bytes_ = 0;
};

} // namespace fairlead::benchmarks
