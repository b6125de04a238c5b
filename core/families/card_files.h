// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_card.h>
#include <fairlead/asset_download_manager.h>
#include <fairlead/environment.h>

#include <filesystem>
#include <optional>
#include <string>

namespace fairlead {
inline namespace abi1 {
namespace families {

/// Which of a card's files: `checkpoint` and `checkpoint_path`, `tokenizer` and `tokenizer_path`.
enum class CardFile : unsigned char { checkpoint, tokenizer };

/// A card's file or folder on this machine.
struct FetchedFile {
    std::filesystem::path path;
    bool is_local = false; ///< the card names it as `file:`
};

/// Brings a card's file here, as fairseq2's families do (models/family.py, data/tokenizers/family.py). Whether it
/// exists is the loader's matter. Throws ModelGatedError, TokenizerGatedError, AssetCardError, AssetDownloadError,
/// OperationalError.
[[nodiscard]] FetchedFile fetch_file(const AssetCard& card, CardFile which, AssetDownloadManager& downloads,
                                     const Environment& environment);

/// What the file's loader could not make sense of, as an AssetCardError; to be thrown with its cause nested in it.
[[nodiscard]] AssetCardError erroneous_file(const AssetCard& card, CardFile which, const FetchedFile& file,
                                            const std::string& details);
/// The file does not exist.
[[nodiscard]] AssetCardError missing_file(const AssetCard& card, CardFile which, const FetchedFile& file);

/// A path as fairseq2's file system takes it: one that begins with `~` is below the home, HOME of the environment.
[[nodiscard]] std::filesystem::path expanded_path(const std::filesystem::path& path, const Environment& environment);
/// Whether something is there. Never throws.
[[nodiscard]] bool path_exists(const std::filesystem::path& path) noexcept;

} // namespace families
} // namespace abi1
} // namespace fairlead
