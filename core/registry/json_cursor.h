// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/json_scanner.h"

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {

/// Walks once over a JSON text, gives each value to whoever asks for it and skips the others, all of them checked.
///
/// For texts of which most is not needed at once: skipping makes nothing. Every function throws SnapshotError with the
/// place in the text and in the value. The text is borrowed; views that are given out are views of it.
class JsonCursor {
public:
    static constexpr std::size_t max_size = std::size_t{64} << 20;
    static constexpr std::size_t max_depth = 100;
    /// Members and elements that are taken, not skipped; else a small text could ask for many times its size in memory.
    static constexpr std::size_t max_taken = 1'000'000;

    explicit JsonCursor(std::string_view text);

    /// Calls `member(key)` for each member of the object that is next; it has to take the value by one of the functions
    /// here. The key is as it stands in the text; see unescape_json().
    template <std::invocable<std::string_view> F>
    void object(F&& member) {
        for (begin('{', "an object"); next_member();) {
            member(path_.back().key);
        }
    }
    /// Calls `element()` for each element of the array that is next; it has to take it likewise.
    template <std::invocable F>
    void array(F&& element) {
        for (begin('[', "an array"); next_element();) {
            element();
        }
    }
    [[nodiscard]] std::string string();
    /// The same for a string or a null, which is no text.
    [[nodiscard]] std::optional<std::string> optional_string();
    [[nodiscard]] bool boolean();
    [[nodiscard]] int integer(int least);
    /// Any number, as the nearest double.
    [[nodiscard]] double number(double least);
    /// Takes a null, if one is next.
    [[nodiscard]] bool null();
    /// Takes any value and gives its text.
    std::string_view skip();
    /// Takes the last value of the outermost object, unchecked: all but the object's end. For texts that are known to
    /// be good and to have it last.
    std::string_view take_rest();
    /// The text of the value taken last.
    [[nodiscard]] std::string_view last() const noexcept {
        return scanner_.text().substr(value_begin_, scanner_.at() - value_begin_);
    }
    /// The text is at its end, but for blanks.
    void finish();

    /// Throws SnapshotError: the place and the path of the value taken last, then `message` (`must be …`).
    [[noreturn]] void fail(std::string_view message) const;

private:
    struct Step {
        char closing = 0;
        bool first = true;
        std::size_t begin = 0;
        std::size_t index = 0;
        std::string_view key;
    };

    void begin(char opening, std::string_view expected);
    bool next_member();
    bool next_element() { return next_in_container(); }
    bool next_in_container();
    std::string_view take_key();
    void start_value() noexcept;
    [[noreturn]] void fail_kind(std::string_view expected) const;

    [[nodiscard]] std::string path_text() const;

    JsonScanner scanner_;
    std::size_t value_begin_ = 0; ///< of the value taken last
    std::size_t taken_ = 0;
    std::vector<Step> path_;
};

} // namespace fairlead
