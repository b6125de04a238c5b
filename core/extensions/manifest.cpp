// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/manifest.h"

#include "core/extensions/key_depth.h"
#include "core/files/printable_text.h"
#include "core/files/read.h"

#include <fmt/format.h>

// toml++ 3.3 asserts on some texts, such as `[#`, and takes for granted that they do not occur where assertions are
// off: here its assertions throw, in every build.
namespace fairlead {
namespace {
struct TomlAssertion {};
[[noreturn]] void fail_toml_assertion() { throw TomlAssertion{}; }
} // namespace
} // namespace fairlead
#undef NDEBUG
#define TOML_ASSERT(condition) ((condition) ? void() : fairlead::fail_toml_assertion())
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include <algorithm>
#include <tuple>
#include <utility>

namespace fairlead {
namespace {

constexpr std::size_t size_limit = std::size_t{1} << 20;
constexpr std::size_t key_part_limit = 100;
constexpr std::string_view wanted_table = "[project.entry-points.\"fairseq2.extension\"]";

TextPosition position_of(const toml::source_region& region) { return {region.begin.line, region.begin.column}; }

std::string_view kind_of(const toml::node& node) {
    switch (node.type()) {
    case toml::node_type::table:
        return "a table";
    case toml::node_type::array:
        return "an array";
    case toml::node_type::string:
        return "a string";
    case toml::node_type::integer:
        return "an integer";
    case toml::node_type::floating_point:
        return "a float";
    case toml::node_type::boolean:
        return "a boolean";
    default:
        return "a date or time";
    }
}

/// A member that is to be a table. Null if it is missing; what else it is becomes a problem.
const toml::table* table_at(const toml::table& parent, std::string_view key, Manifest& manifest) {
    const toml::node* node = parent.get(key);
    if (node == nullptr)
        return nullptr;
    if (const toml::table* table = node->as_table())
        return table;
    manifest.problems.push_back({manifest.path, position_of(node->source()),
                                 fmt::format("`{}` must be a table, but is {}.", key, kind_of(*node))});
    return nullptr;
}

/// Why a manifest whose table of entry points is missing has none, as far as a near miss tells.
ManifestProblem no_table(const Manifest& manifest, const toml::table& root, const toml::table* groups) {
    std::string hint = fmt::format("It has no table {}, so it brings no extension.", wanted_table);
    const toml::node* near = nullptr;
    if (groups != nullptr) {
        if ((near = groups->get("fairseq2")) != nullptr && near->is_table()) {
            hint = fmt::format("The name of the group needs quotes: write {}.", wanted_table);
            if (near->as_table()->get("extension") == nullptr)
                hint = fmt::format("The group `fairseq2` is not read: write {}.", wanted_table);
        } else if ((near = groups->get("fairseq2.extensions")) != nullptr) {
            hint = fmt::format("The group `fairseq2.extensions` is not read: write {}.", wanted_table);
        } else if ((near = groups->get("fairseq2.cli")) != nullptr) {
            hint = fmt::format("The group `fairseq2.cli` is not read: write {}.", wanted_table);
        }
    } else if ((near = root.get("entry-points")) != nullptr) {
        hint = fmt::format("The table belongs below `project`: write {}.", wanted_table);
    }
    return {manifest.path, near == nullptr ? TextPosition{} : position_of(near->source()), hint};
}

EntryPoint entry_of(const toml::key& key, const toml::node& node, const std::filesystem::path& path) {
    EntryPoint entry{std::string(key.str()), {}, path, position_of(key.source()), {}, {}};
    const auto* value = node.as_string();
    if (value == nullptr) {
        entry.fault = fmt::format("`{}` must be a string like \"library:namespace::function\", but is {}.",
                                  printable_text(entry.name), kind_of(node));
        return entry;
    }
    entry.value = value->get();
    auto target = parse_entry_point(entry.value);
    if (auto* fault = std::get_if<EntryPointFault>(&target))
        entry.fault = std::move(fault->message);
    else
        entry.target = std::move(std::get<EntryPointTarget>(target));
    if (entry.name.find_first_not_of(" \t") == std::string::npos)
        entry.fault = "The extension has an empty name.";
    return entry;
}

void take_entries(const toml::table& root, Manifest& manifest) {
    const toml::table* project = table_at(root, "project", manifest);
    if (project != nullptr) {
        manifest.distribution = (*project)["name"].value_or(std::string{});
        manifest.version = (*project)["version"].value_or(std::string{});
    }
    const toml::table* groups = project == nullptr ? nullptr : table_at(*project, "entry-points", manifest);
    const toml::table* entries = groups == nullptr ? nullptr : table_at(*groups, extension_group, manifest);
    if (entries == nullptr) {
        if (manifest.problems.empty())
            manifest.problems.push_back(no_table(manifest, root, groups));
        return;
    }
    for (auto&& [key, node] : *entries)
        manifest.entries.push_back(entry_of(key, node, manifest.path));
    // toml++ keeps a table sorted by its keys; fairseq2 goes by the order of the text.
    std::ranges::sort(manifest.entries, {},
                      [](const EntryPoint& entry) { return std::pair(entry.position.line, entry.position.column); });
}

bool asserts(std::string_view text) {
    try {
        (void)toml::parse(text);
    } catch (const TomlAssertion&) {
        return true;
    } catch (const toml::parse_error&) {
        return false;
    }
    return false;
}

/// Where toml++ asserts: at the end of the shortest beginning of the text on which it does.
TextPosition position_of_assertion(std::string_view text) {
    const auto beginning = [text](std::size_t size) { // not within a character
        while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80)
            ++size;
        return text.substr(0, size);
    };
    std::size_t fine = 0;
    for (std::size_t bad = text.size(); bad - fine > 1;) {
        const std::size_t middle = fine + (bad - fine) / 2;
        (asserts(beginning(middle)) ? bad : fine) = middle;
    }
    TextPosition position{1, 1};
    for (const char c : text.substr(0, fine)) {
        if (c == '\n')
            position = {position.line + 1, 1};
        else if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80)
            ++position.column;
    }
    return position;
}

/// toml++'s sentence, as the end of ours.
std::string explained(std::string_view description) {
    constexpr std::string_view beginning = "Error while ";
    if (description.starts_with(beginning))
        description.remove_prefix(beginning.size());
    return fmt::format("It is not TOML: {}{}", printable_text(description), description.ends_with('.') ? "" : ".");
}

} // namespace

std::string to_string(const ManifestProblem& problem) {
    std::string text = printable_text(problem.path.native());
    if (problem.position.line != 0)
        text += fmt::format(":{}", problem.position.line);
    if (problem.position.line != 0 && problem.position.column != 0)
        text += fmt::format(":{}", problem.position.column);
    return fmt::format("{}: {}", text, problem.message);
}

Manifest parse_manifest(std::string_view text, const std::filesystem::path& path) {
    Manifest manifest;
    manifest.path = path;
    if (const auto deep = find_deep_key(text, key_part_limit)) {
        manifest.problems.push_back({path, *deep, fmt::format("A key has over {} parts.", key_part_limit)});
        return manifest;
    }
    try {
        take_entries(toml::parse(text), manifest);
    } catch (const toml::parse_error& error) {
        manifest.problems.push_back({path, position_of(error.source()), explained(error.description())});
    } catch (const TomlAssertion&) {
        manifest.problems.push_back({path, position_of_assertion(text), "It is not TOML: this cannot stand here."});
    }
    return manifest;
}

Manifest read_manifest(const std::filesystem::path& path) {
    const ReadResult result = read_file(path, size_limit);
    if (const auto* error = std::get_if<FileError>(&result)) {
        Manifest manifest;
        manifest.path = path;
        manifest.problems.push_back({path, {}, error->message});
        return manifest;
    }
    return parse_manifest(std::get<FileContent>(result).bytes, path);
}

} // namespace fairlead
