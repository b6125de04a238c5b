// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/checkpoint_scores.h"

#include "core/assets/python_text.h"
#include "core/assets/source_loader.h"
#include "core/files/read.h"

#include <algorithm>
#include <cerrno>
#include <fmt/format.h>
#include <sys/stat.h>

namespace fairlead {
namespace {

constexpr std::size_t max_score_file = 1u << 20;

bool is_between(char byte, unsigned first, unsigned last) {
    const auto value = static_cast<unsigned char>(byte);
    return value >= first && value <= last;
}

/// Whether these bytes may begin a character of UTF-8 and are not all of it: Python's decoder waits for the rest. For
/// that of a lone surrogate it waits too, and fails then.
bool is_cut_character(std::string_view bytes) {
    if (bytes.empty() || !is_between(bytes[0], 0xC2, 0xF4))
        return false;
    const std::size_t size = is_between(bytes[0], 0xC2, 0xDF) ? 2 : is_between(bytes[0], 0xE0, 0xEF) ? 3 : 4;
    if (bytes.size() >= size)
        return false;
    const unsigned first = bytes[0] == '\xE0' ? 0xA0 : bytes[0] == '\xF0' ? 0x90 : 0x80;
    const unsigned last = bytes[0] == '\xF4' ? 0x8F : 0xBF;
    return (bytes.size() < 2 || is_between(bytes[1], first, last)) &&
           (bytes.size() < 3 || is_between(bytes[2], 0x80, 0xBF));
}

/// Python's `<` of two tuples.
bool is_less(const CheckpointScore& left, const CheckpointScore& right) {
    if (left.score != right.score)
        return left.score < right.score;
    return python::is_less(left.step, right.step);
}

} // namespace

std::variant<std::optional<double>, AssetError> read_checkpoint_score(const std::string& path,
                                                                      const std::string& step) {
    struct stat status {};
    const bool is_empty = ::stat(path.c_str(), &status) == 0 && is_null_device(status);
    const auto read = is_empty ? ReadResult(FileContent{}) : read_file(path, max_score_file);
    if (const auto* error = std::get_if<FileError>(&read)) {
        if (error->code == ENOENT)
            return std::optional<double>();
        return operational_error(error->code == 0 ? EIO : error->code, path);
    }
    const std::string& bytes = std::get<FileContent>(read).bytes;
    // Python decodes before it looks for the end of the line.
    constexpr std::size_t decoded_at_once = 8192;
    const std::string_view decoded = std::string_view(bytes).substr(0, decoded_at_once);
    if (const std::string printable = printable_path(decoded); printable != decoded) {
        const auto [bad, ignored] = std::mismatch(decoded.begin(), decoded.end(), printable.begin());
        const auto place = static_cast<std::size_t>(bad - decoded.begin());
        if (bytes.size() <= decoded_at_once || !is_cut_character(decoded.substr(place)))
            return AssetError{.type = "UnicodeDecodeError",
                              .message = fmt::format("'utf-8' codec can't decode byte 0x{:02x} in position {}",
                                                     static_cast<unsigned char>(*bad), place)};
    }
    if (const auto score = python::to_float(decoded.substr(0, decoded.find_first_of("\r\n"))))
        return score;
    return AssetError{.type = "AssetMetadataError",
                      .message = fmt::format("Score of the training step {} cannot be parsed as a floating-point "
                                             "number.",
                                             step)};
}

void sort_checkpoint_scores(std::vector<CheckpointScore>& scores) {
    // list.sort(reverse=True) of fewer than 64: the run at the start, then binary insertion; all of it turned round.
    std::reverse(scores.begin(), scores.end());
    const auto begin = scores.begin();
    if (scores.size() > 1) {
        auto run = begin + 2;
        if (is_less(begin[1], begin[0])) {
            while (run != scores.end() && is_less(*run, *(run - 1)))
                ++run;
            std::reverse(begin, run);
        } else {
            while (run != scores.end() && !is_less(*run, *(run - 1)))
                ++run;
        }
        for (; run != scores.end(); ++run)
            std::rotate(std::upper_bound(begin, run, *run, is_less), run, run + 1);
    }
    std::reverse(scores.begin(), scores.end());
}

} // namespace fairlead
