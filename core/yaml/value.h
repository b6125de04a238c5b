// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/yaml/text_range.h"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>

namespace fairlead::yaml {

/// The Python type that ruamel.yaml's safe loader makes of a node. `pairs` is a list of 2-tuples for Python.
enum class Kind : std::uint8_t {
    null,
    boolean,
    integer,
    real,
    string,
    date,
    datetime,
    bytes,
    list,
    tuple,
    set,
    mapping,
    omap,
    pairs,
};

/// How a node is written.
enum class Style : std::uint8_t { plain, single_quoted, double_quoted, literal, folded, flow, block };

struct Chunk; // the shared, immutable storage of documents that were read in one go
template <typename Item>
class ValueRange;

/// A view of one value of a document, or no value at all ("absent").
///
/// Cheap to copy. Valid as long as a copy of the Document it came from lives, since that holds the storage. An alias
/// is looked through: everything but `range()` and `is_alias()` is that of the value it stands for.
/// May be read from any thread.
class Value {
public:
    class Entry;
    using Entries = ValueRange<Entry>;
    using Elements = ValueRange<Value>;

    Value() = default;

    /// False for "absent", which is what `find` gives for a missing key. Null is a present value.
    [[nodiscard]] explicit operator bool() const noexcept { return chunk_ != nullptr; }

    [[nodiscard]] Kind kind() const noexcept;
    [[nodiscard]] Style style() const noexcept;
    /// Where it is written: for an alias the place of the `*name`, for an omitted value an empty range.
    [[nodiscard]] TextRange range() const noexcept;
    [[nodiscard]] bool is_alias() const noexcept;
    /// True where an explicit tag (`!!str`, `!`) decided the type.
    [[nodiscard]] bool has_tag() const noexcept;

    [[nodiscard]] bool is_null() const noexcept { return kind() == Kind::null; }
    [[nodiscard]] bool is_string() const noexcept { return kind() == Kind::string; }
    [[nodiscard]] bool is_mapping() const noexcept { return kind() == Kind::mapping || kind() == Kind::omap; }

    [[nodiscard]] bool boolean() const noexcept;
    /// The integer, if it fits.
    [[nodiscard]] std::optional<std::int64_t> integer() const noexcept;
    /// The integer in full: in decimal, or in hexadecimal with `0x` where it has over 4300 digits, as Python itself
    /// does not print it then.
    [[nodiscard]] std::string integer_text() const;
    [[nodiscard]] double real() const noexcept;
    /// The text of a string in UTF-8; an escaped lone surrogate is kept as its three bytes.
    [[nodiscard]] std::string_view string() const noexcept;
    /// A date or time as Python's `isoformat()`.
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] std::string bytes() const;

    /// Elements of a list, tuple or set; entries of a mapping, omap or pairs (merged ones included).
    [[nodiscard]] std::size_t size() const noexcept;
    [[nodiscard]] Elements elements() const noexcept;
    /// In Python's order of the dictionary.
    [[nodiscard]] Entries entries() const noexcept;
    /// The value of a string key, or absent. Absent too if this is no mapping.
    [[nodiscard]] Value find(std::string_view key) const noexcept;
    [[nodiscard]] std::optional<Entry> find_entry(std::string_view key) const noexcept;

    /// The same for all views of one value, aliases included: what a walk remembers to notice a value that
    /// contains itself.
    [[nodiscard]] const void* identity() const noexcept;

private:
    friend struct Chunk;
    template <typename Item>
    friend class ValueRange;
    Value(const Chunk* chunk, std::uint32_t node) noexcept : chunk_(chunk), node_(node) {}

    const Chunk* chunk_ = nullptr;
    std::uint32_t node_ = 0;
};

/// A key and its value. Of a merged entry (`<<`) both lie where they are written, in the merged mapping.
class Value::Entry {
public:
    Value key;
    Value value;
    bool merged = false;
};

/// `<class 'T'>`'s T for a value: `dict`, `NoneType`, `ruamel.yaml.compat.ordereddict`, ….
[[nodiscard]] std::string_view python_type_name(const Value& value) noexcept;

/// Whether two values are equal as Python compares them: 1 == 1.0 == True; sequences and mappings by content.
[[nodiscard]] bool python_equal(const Value& left, const Value& right) noexcept;

} // namespace fairlead::yaml

#include "core/yaml/value_ranges.h"
