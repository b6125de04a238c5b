// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/yaml/python_text.h"

#include "core/yaml/characters.h"
#include "core/yaml/numbers.h"
#include "core/yaml/timestamp.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <vector>

namespace fairlead::yaml {

std::string bytes_repr(std::string_view bytes) {
    const char quote =
        bytes.find('\'') != std::string_view::npos && bytes.find('"') == std::string_view::npos ? '"' : '\'';
    std::string text = std::string("b") + quote;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == quote || c == '\\')
            text += std::string("\\") + c;
        else if (c == '\n' || c == '\r' || c == '\t')
            text += c == '\n' ? "\\n" : c == '\r' ? "\\r" : "\\t";
        else if (byte < 0x20 || byte >= 0x7F)
            text += fmt::format("\\x{:02x}", byte);
        else
            text += c;
    }
    return text + quote;
}

std::string zone_of(const Value& value) {
    if (value.kind() != Kind::datetime)
        return {};
    const Chunk& chunk = *Chunk::chunk_of(value);
    return chunk.zone_of(chunk.nodes[chunk.target(Chunk::node_of(value))]);
}

std::string time_repr(std::string_view iso, std::string_view zone) {
    const Timestamp time = parse_timestamp(iso).value_or(Timestamp{});
    if (!time.has_time)
        return fmt::format("datetime.date({}, {}, {})", time.year, time.month, time.day);
    std::string text =
        fmt::format("datetime.datetime({}, {}, {}, {}, {}", time.year, time.month, time.day, time.hour, time.minute);
    int microsecond = 0;
    std::string fraction(time.fraction.substr(0, 6));
    fraction.resize(6, '0');
    std::from_chars(fraction.data(), fraction.data() + fraction.size(), microsecond);
    if (time.second != 0 || microsecond != 0)
        text += fmt::format(", {}", time.second);
    if (microsecond != 0)
        text += fmt::format(", {}", microsecond);
    if (time.has_zone) {
        const int seconds = (time.zone_hour * 60 + time.zone_minute) * 60;
        const std::string delta = seconds == 0            ? std::string("0")
                                  : time.zone_sign == '-' ? fmt::format("days=-1, seconds={}", 86400 - seconds)
                                                          : fmt::format("seconds={}", seconds);
        text += fmt::format(", tzinfo=datetime.timezone(datetime.timedelta({}), {})", delta, python_repr(zone));
    }
    return text + ")";
}

namespace {

class Printer {
public:
    static constexpr std::size_t max_size = 1 << 16;

    Printer(const Chunk& chunk, const std::function<bool(std::uint32_t)>& is_filled)
        : chunk_(chunk), is_filled_(is_filled) {}

    void print(std::uint32_t at, bool repr) {
        if (text.size() > max_size) {
            cut = true;
            return;
        }
        const Deeper deeper(*this, 1);
        const std::uint32_t node = chunk_.target(at);
        const Node& it = chunk_.nodes[node];
        if (it.tagged_kind() >= Kind::list)
            return collection(node, chunk_.nodes[at].is(Node::tuple_key));
        switch (it.kind) {
        case Kind::null:
            text += "None";
            break;
        case Kind::boolean:
            text += it.integer() != 0 ? "True" : "False";
            break;
        case Kind::integer:
            text += it.is(Node::big) ? digits(chunk_.string_of(it)) : std::to_string(it.integer());
            break;
        case Kind::real:
            text += python_float_repr(it.real());
            break;
        case Kind::bytes:
            text += bytes_repr(chunk_.string_of(it));
            break;
        case Kind::date:
        case Kind::datetime:
            time(it, repr);
            break;
        default:
            text += repr ? python_repr(chunk_.string_of(it)) : std::string(chunk_.string_of(it));
            break;
        }
    }

    std::string text;
    bool cut = false;

private:
    /// Counts the calls of Python's repr() that are open.
    class Deeper {
    public:
        Deeper(Printer& printer, int calls) : printer_(printer), calls_(calls) {
            // Measured as Composer::max_depth is: 983 lists in each other, and what they hold.
            constexpr int deepest = 984;
            printer_.depth_ += calls_;
            if (printer_.depth_ > deepest) {
                throw PythonError{"RecursionError",
                                  "maximum recursion depth exceeded while getting the repr of an object"};
            }
        }
        ~Deeper() { printer_.depth_ -= calls_; }
        Deeper(const Deeper&) = delete;
        Deeper& operator=(const Deeper&) = delete;

    private:
        Printer& printer_;
        int calls_;
    };

    // What has over 4300 digits is kept in hexadecimal.
    static std::string digits(std::string_view big) {
        if (big.find('x') != std::string_view::npos)
            throw PythonError{"ValueError", "Exceeds the limit (4300 digits) for integer string conversion; use "
                                            "sys.set_int_max_str_digits() to increase the limit"};
        return std::string(big);
    }

    void time(const Node& node, bool repr) {
        const std::string_view iso = chunk_.string_of(node);
        if (!repr) {
            std::string shown(iso);
            std::replace(shown.begin(), shown.end(), 'T', ' ');
            text += shown;
            return;
        }
        text += time_repr(iso, node.kind == Kind::datetime ? chunk_.zone_of(node) : std::string());
    }

    void collection(std::uint32_t node, bool tuple) {
        const Node& it = chunk_.nodes[node];
        const bool set = it.tag == Tag::set;
        const bool omap = it.tag == Tag::omap;
        const bool mapping = it.tag == Tag::mapping;
        const bool filled = is_filled_(node);
        if (!filled || (size_of(it) == 0 && !tuple)) {
            text += set ? "set()" : omap ? "ordereddict()" : mapping ? "{}" : "[]";
            return;
        }
        if (std::find(open_.begin(), open_.end(), node) != open_.end()) {
            text += mapping ? "{...}" : omap || set ? "..." : "[...]";
            return;
        }
        // These are shown by way of a list; of pairs, each is a tuple in it.
        const Deeper deeper(*this, omap ? 2 : set || it.kind == Kind::pairs ? 1 : 0);
        open_.push_back(node);
        text += omap ? "ordereddict([" : mapping || set ? "{" : tuple ? "(" : "[";
        elements(node, mapping, set, omap || it.kind == Kind::pairs);
        if (tuple && size_of(it) == 1)
            text += ',';
        text += omap ? "])" : mapping || set ? "}" : tuple ? ")" : "]";
        open_.pop_back();
    }

    [[nodiscard]] std::uint32_t size_of(const Node& it) const {
        return it.is(Node::table) ? chunk_.tables[it.b].count : it.b;
    }

    void elements(std::uint32_t node, bool mapping, bool set, bool pairs) {
        const Node& it = chunk_.nodes[node];
        const std::uint32_t count = size_of(it);
        std::uint32_t child = node + 1;
        for (std::uint32_t i = 0; i < count && !cut; ++i) {
            TableEntry entry;
            if (it.is(Node::table)) {
                entry = chunk_.table_entries[chunk_.tables[it.b].first + i];
            } else {
                entry.key = child;
                child = chunk_.after(child);
                if (mapping || set) {
                    entry.value = child;
                    child = chunk_.after(child);
                }
            }
            if (i != 0)
                text += ", ";
            text += pairs ? "(" : "";
            print(entry.key, true);
            if (mapping || pairs) {
                text += pairs ? ", " : ": ";
                print(entry.value, true);
            }
            text += pairs ? ")" : "";
        }
    }

    const Chunk& chunk_;
    const std::function<bool(std::uint32_t)>& is_filled_;
    std::vector<std::uint32_t> open_;
    int depth_ = 0;
};

} // namespace

std::string python_str(const Chunk& chunk, std::uint32_t node, const std::function<bool(std::uint32_t)>& is_filled) {
    Printer printer(chunk, is_filled);
    printer.print(node, false);
    if (printer.cut)
        printer.text += "…";
    return std::move(printer.text);
}

} // namespace fairlead::yaml
