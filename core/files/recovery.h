// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/read.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fairlead {

/// Unsaved text of a program that has ended without saving it.
struct RecoveredText {
    std::string id{};             ///< names it in the RecoveryStore
    std::filesystem::path path{}; ///< of the file it belongs to; empty for text that was never saved
    std::string title{};          ///< for people, of text without a path
    std::string text{};
    std::optional<FileStamp> stamp{}; ///< of the file when it was read
};

/// The folder for recovered text: `$XDG_STATE_HOME/fairlead/recovery`, else `~/.local/state/fairlead/recovery`; empty
/// if neither variable is set. `variable` gives the environment's variables, null for one that is not set.
[[nodiscard]] std::filesystem::path recovery_directory(const std::function<const char*(const char*)>& variable);

/// Keeps unsaved text in a folder so that it survives a crash of the program, or `kill -9`.
///
/// Each running instance owns what it wrote, by a lock that ends with the process: two instances never take each
/// other's text. Several stores of one process are as several instances. Nothing is created before the first `keep`.
/// What is no whole text of ours is passed over. Use from one thread at a time; `keep` takes as long as the disk does.
class RecoveryStore {
public:
    explicit RecoveryStore(std::filesystem::path directory);
    /// Leaves what was not forgotten to the next instance.
    ~RecoveryStore();
    RecoveryStore(const RecoveryStore&) = delete;
    RecoveryStore& operator=(const RecoveryStore&) = delete;

    /// Writes the text under its id (of `new_id` or `take_over`), in place of an earlier one: at any moment either of
    /// them is on disk. Nothing if it worked, else why not; the earlier one then stays. A folder that was removed
    /// meanwhile is made anew, for this text.
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
