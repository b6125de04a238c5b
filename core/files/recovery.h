// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Unsaved text of a program that has ended without saving it.
struct RecoveredText {
    std::string id;              ///< names it in the RecoveryStore
    std::filesystem::path path;  ///< of the file it belongs to; empty for text that was never saved
    std::string title;           ///< for people, of text without a path
    std::string text;
    std::optional<FileStamp> stamp; ///< of the file when it was read
};

/// Keeps unsaved text in a folder so that it survives a crash of the program, or `kill -9`.
///
/// Each running instance owns what it wrote, by a lock that ends with the process: two instances never take each
/// other's text. Use from one thread.
class RecoveryStore {
public:
    explicit RecoveryStore(std::filesystem::path directory);
    ~RecoveryStore();
    RecoveryStore(const RecoveryStore&) = delete;
    RecoveryStore& operator=(const RecoveryStore&) = delete;

    /// Writes (atomically) the text under `id`, in place of an earlier one. False with a reason if it cannot.
    [[nodiscard]] std::optional<FileError> keep(const RecoveredText& text);
    /// Forgets it: it was saved or given up.
    void forget(const std::string& id);
    /// An id that no other text has.
    [[nodiscard]] std::string new_id();
    /// What ended instances left behind. It is then this instance's own until `forget`.
    [[nodiscard]] std::vector<RecoveredText> take_over();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace fairlead
