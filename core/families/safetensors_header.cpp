// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/safetensors_header.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t length_bytes = 8;
constexpr std::uint64_t max_header = 100'000'000; // the format's own limit
constexpr std::size_t max_dimensions = 64;        // as many as torch has

struct NamedType {
    std::string_view name;
    DataType type;
};
constexpr std::array named_types{
    NamedType{"BOOL", DataType::bool_},
    NamedType{"U8", DataType::uint8},
    NamedType{"I8", DataType::int8},
    NamedType{"F8_E4M3", DataType::float8_e4m3fn},
    NamedType{"F8_E5M2", DataType::float8_e5m2},
    NamedType{"U16", DataType::uint16},
    NamedType{"I16", DataType::int16},
    NamedType{"F16", DataType::float16},
    NamedType{"BF16", DataType::bfloat16},
    NamedType{"U32", DataType::uint32},
    NamedType{"I32", DataType::int32},
    NamedType{"F32", DataType::float32},
    NamedType{"U64", DataType::uint64},
    NamedType{"I64", DataType::int64},
    NamedType{"F64", DataType::float64},
};

// What the JSON says of a tensor.
struct Described {
    std::string name{};
    std::optional<DataType> type{};
    std::optional<Shape> shape{};
    std::vector<std::uint64_t> offsets{};
};

/// Takes the header's events. It never builds a tree, so nothing in it grows beyond the text. What a tensor says beyond
/// its type, shape and place is passed over, as the format's own reader does.
class HeaderReader {
public:
    bool null() { return passed_over() || refuse("null"); }
    bool boolean(bool) { return passed_over() || refuse("a boolean"); }
    bool number_integer(std::int64_t) { return passed_over() || refuse("a negative number"); }
    bool number_unsigned(std::uint64_t value) {
        if (passed_over())
            return true;
        if (where_ == Where::shape)
            return add_dimension(value);
        if (where_ != Where::offsets || described_.back().offsets.size() == 2)
            return refuse("a number");
        described_.back().offsets.push_back(value);
        return true;
    }
    bool number_float(double, const std::string&) { return passed_over() || refuse("a fraction"); }
    bool string(std::string& text) {
        if (where_ == Where::metadata || passed_over())
            return true;
        if (where_ != Where::tensor || key_ != "dtype")
            return refuse("a text");
        const auto found = std::ranges::find(named_types, text, &NamedType::name);
        if (found == named_types.end())
            return fail("the type " + text.substr(0, 40) + " of " + described_.back().name + " is not known");
        described_.back().type = found->type;
        return true;
    }
    bool binary(nlohmann::json::binary_t&) { return refuse("bytes"); }

    bool start_object(std::size_t) {
        if (passed_over()) {
            ++passed_levels_;
        } else if (where_ == Where::outside) {
            where_ = Where::header;
        } else if (where_ != Where::header) {
            return refuse("an object");
        } else if (key_ == "__metadata__") {
            where_ = Where::metadata;
        } else {
            where_ = Where::tensor;
            described_.push_back({.name = key_});
            keys_.clear();
        }
        return true;
    }
    bool end_object() {
        if (passed_levels_ > 0)
            --passed_levels_;
        else
            where_ = where_ == Where::header ? Where::outside : Where::header;
        return true;
    }
    bool start_array(std::size_t) {
        if (passed_over()) {
            ++passed_levels_;
        } else if (where_ == Where::tensor && key_ == "shape") {
            where_ = Where::shape;
            described_.back().shape.emplace();
        } else if (where_ == Where::tensor && key_ == "data_offsets") {
            where_ = Where::offsets;
        } else {
            return refuse("a list");
        }
        return true;
    }
    bool end_array() {
        if (passed_levels_ > 0)
            --passed_levels_;
        else
            where_ = Where::tensor;
        return true;
    }
    bool key(std::string& text) {
        if (passed_levels_ > 0)
            return true;
        key_ = text;
        if (where_ == Where::header && !names_.insert(text).second)
            return fail(text.substr(0, 100) + " stands twice in it");
        if (where_ == Where::tensor && !keys_.insert(text).second)
            return fail(described_.back().name + " has two of " + text.substr(0, 100));
        return true;
    }
    bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) {
        return fail("its header is no JSON at byte " + std::to_string(length_bytes + at));
    }

    [[nodiscard]] const std::string& failure() const noexcept { return failure_; }
    [[nodiscard]] std::vector<Described> take() { return std::move(described_); }

private:
    enum class Where : std::uint8_t { outside, header, metadata, tensor, shape, offsets };

    [[nodiscard]] bool passed_over() const {
        return passed_levels_ > 0 ||
               (where_ == Where::tensor && key_ != "dtype" && key_ != "shape" && key_ != "data_offsets");
    }
    bool add_dimension(std::uint64_t value) {
        Described& tensor = described_.back();
        if (tensor.shape->size() == max_dimensions)
            return fail(tensor.name + " has too many dimensions");
        if (value > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max()))
            return fail("a dimension of " + tensor.name + " is too large");
        tensor.shape->push_back(static_cast<std::int64_t>(value));
        return true;
    }
    bool fail(std::string why) {
        failure_ = std::move(why);
        return false;
    }
    bool refuse(std::string_view what) {
        return fail(std::string(what) + " stands where it does not belong" +
                    (key_.empty() ? std::string() : ", at " + key_.substr(0, 100)));
    }

    Where where_ = Where::outside;
    std::size_t passed_levels_ = 0;
    std::string key_;
    std::string failure_;
    std::unordered_set<std::string> names_;
    std::unordered_set<std::string> keys_;
    std::vector<Described> described_;
};

// The number of bytes, or none if it is beyond all files.
std::optional<std::uint64_t> bytes_of(DataType type, const Shape& shape) {
    std::uint64_t bytes = size_of(type);
    for (const std::int64_t dimension : shape)
        if (__builtin_mul_overflow(bytes, static_cast<std::uint64_t>(dimension), &bytes))
            return std::nullopt;
    return bytes;
}

std::uint64_t header_length(std::span<const std::byte> file) {
    if (file.size() < length_bytes)
        throw SafetensorsError("it is too short to have a header");
    std::uint64_t length = 0;
    for (std::size_t byte = length_bytes; byte-- > 0;)
        length = length << 8U | static_cast<std::uint64_t>(file[byte]);
    if (length > max_header)
        throw SafetensorsError("its header is said to be longer than 100 MB");
    if (length > file.size() - length_bytes)
        throw SafetensorsError("its header is said to be longer than the file");
    return length;
}

std::vector<Described> read_header(std::string_view text) {
    // The JSON reader skips a byte order mark and takes a NUL for the end.
    if (text.starts_with('\xef') || text.find('\0') != std::string_view::npos)
        throw SafetensorsError("its header holds what is no JSON");
    HeaderReader reader;
    if (!nlohmann::json::sax_parse(text, &reader))
        throw SafetensorsError(reader.failure());
    return reader.take();
}

} // namespace

std::vector<SafetensorsEntry> read_safetensors(std::span<const std::byte> file) {
    const std::uint64_t length = header_length(file);
    const auto header = file.subspan(length_bytes, length);
    const auto data = file.subspan(length_bytes + length);
    std::vector<Described> described = read_header({reinterpret_cast<const char*>(header.data()), header.size()});
    for (const Described& tensor : described)
        if (!tensor.type || !tensor.shape || tensor.offsets.size() != 2)
            throw SafetensorsError(tensor.name + " lacks its type, its shape or its place");
    std::ranges::stable_sort(described, {}, &Described::offsets);

    std::vector<SafetensorsEntry> entries;
    entries.reserve(described.size());
    std::uint64_t end = 0;
    for (Described& tensor : described) {
        const std::uint64_t begin = std::exchange(end, tensor.offsets[1]);
        if (tensor.offsets[0] != begin || end < begin)
            throw SafetensorsError(tensor.name + " does not begin where the tensor before it ends");
        if (end > data.size())
            throw SafetensorsError(tensor.name + " ends beyond the file");
        if (bytes_of(*tensor.type, *tensor.shape) != end - begin)
            throw SafetensorsError(tensor.name + " is not as large as its type and shape say");
        entries.push_back({.name = std::move(tensor.name),
                           .type = *tensor.type,
                           .shape = std::move(*tensor.shape),
                           .bytes = data.subspan(begin, end - begin)});
    }
    if (end != data.size())
        throw SafetensorsError("it goes on after its last tensor");
    return entries;
}

} // namespace fairlead
