// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/files/recovery_record.h"

#include <charconv>
#include <fmt/format.h>

namespace fairlead {
namespace {

// fairlead-recovery 1
// stamp DEVICE INODE SIZE MODIFIED CHANGED     (or "stamp -")
// path LENGTH, title LENGTH, text LENGTH       each followed by a line end, that many bytes and a line end
// end
constexpr std::string_view first_line = "fairlead-recovery 1\n";
constexpr std::string_view last_line = "end\n";

class RecordReader {
public:
    explicit RecordReader(std::string_view bytes) : rest_(bytes) {}

    bool take(std::string_view expected) {
        if (!rest_.starts_with(expected))
            return false;
        rest_.remove_prefix(expected.size());
        return true;
    }

    template <typename Number>
    bool take_number(Number& number) {
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), number);
        if (error != std::errc())
            return false;
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return true;
    }

    bool take_bytes(std::string_view key, std::string_view& bytes) {
        std::size_t length = 0;
        if (!take(key) || !take(" ") || !take_number(length) || !take("\n") || length > rest_.size())
            return false;
        bytes = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return take("\n");
    }

    bool take_stamp(std::optional<FileStamp>& stamp) {
        if (!take("stamp "))
            return false;
        if (take("-\n"))
            return true;
        FileStamp& value = stamp.emplace();
        return take_number(value.device) && take(" ") && take_number(value.inode) && take(" ") &&
               take_number(value.size) && take(" ") && take_number(value.modified_ns) && take(" ") &&
               take_number(value.changed_ns) && take("\n");
    }

    [[nodiscard]] bool at_end() const { return rest_.empty(); }

private:
    std::string_view rest_;
};

} // namespace

std::string write_recovery_record(const RecoveredText& text) {
    std::string record(first_line);
    record.reserve(text.text.size() + text.path.native().size() + text.title.size() + 200);
    const auto out = std::back_inserter(record);
    if (const auto& stamp = text.stamp)
        fmt::format_to(out, "stamp {} {} {} {} {}\n", stamp->device, stamp->inode, stamp->size, stamp->modified_ns,
                       stamp->changed_ns);
    else
        record += "stamp -\n";
    const auto add = [&](std::string_view key, std::string_view bytes) {
        fmt::format_to(out, "{} {}\n", key, bytes.size());
        record.append(bytes).append("\n");
    };
    add("path", text.path.native());
    add("title", text.title);
    add("text", text.text);
    return record.append(last_line);
}

std::optional<RecoveredText> read_recovery_record(std::string_view bytes) {
    RecordReader reader(bytes);
    RecoveredText result;
    std::string_view path;
    std::string_view title;
    std::string_view text;
    if (!reader.take(first_line) || !reader.take_stamp(result.stamp) || !reader.take_bytes("path", path) ||
        !reader.take_bytes("title", title) || !reader.take_bytes("text", text) || !reader.take(last_line) ||
        !reader.at_end() || path.find('\0') != std::string_view::npos)
        return std::nullopt;
    result.path = path;
    result.title = title;
    result.text = text;
    return result;
}

} // namespace fairlead
