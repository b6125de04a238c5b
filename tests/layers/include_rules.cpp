// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "include_rules.h"

#include <algorithm>
#include <array>
#include <optional>

namespace fairlead::layers {
namespace {

struct CoreFolder {
    std::string_view name;
    int rank; // a folder may include itself and those of a lower rank
};

constexpr std::array core_folders = {
    CoreFolder{"files", 0},   CoreFolder{"yaml", 0},     CoreFolder{"container", 0},  CoreFolder{"assets", 1},
    CoreFolder{"schemas", 2}, CoreFolder{"families", 3}, CoreFolder{"extensions", 4}, CoreFolder{"registry", 5},
    CoreFolder{"checks", 6},  CoreFolder{"hosts", 7},
};

const CoreFolder* core_folder(std::string_view name) {
    const auto found = std::ranges::find(core_folders, name, &CoreFolder::name);
    return found == core_folders.end() ? nullptr : &*found;
}

// The first `count` parts of a path: ("core/yaml/value.h", 2) is "core/yaml".
std::string_view head(std::string_view path, int count) {
    std::size_t end = 0;
    for (int part = 0; part < count; ++part) {
        end = path.find('/', part == 0 ? 0 : end + 1);
        if (end == std::string_view::npos)
            return path;
    }
    return path.substr(0, end);
}

std::string_view part(std::string_view path, int index) {
    for (; index > 0; --index) {
        const auto slash = path.find('/');
        if (slash == std::string_view::npos)
            return {};
        path.remove_prefix(slash + 1);
    }
    return path.substr(0, path.find('/'));
}

bool below(std::string_view path, std::string_view folder) {
    return path.size() > folder.size() && path.starts_with(folder) && path[folder.size()] == '/';
}

struct Include {
    std::string_view target;
    bool quoted = false;
};

std::optional<Include> include_of(std::string_view line) {
    const auto skip_blanks = [&] { line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size())); };
    skip_blanks();
    if (!line.starts_with('#'))
        return std::nullopt;
    line.remove_prefix(1);
    skip_blanks();
    if (!line.starts_with("include"))
        return std::nullopt;
    line.remove_prefix(7);
    skip_blanks();
    if (line.empty() || (line.front() != '"' && line.front() != '<'))
        return std::nullopt;
    const bool quoted = line.front() == '"';
    line.remove_prefix(1);
    return Include{line.substr(0, line.find(quoted ? '"' : '>')), quoted};
}

bool is_qt(std::string_view target) {
    // <QString>, <QtGlobal>, <QtCore/qstring.h>, <Qsci/qsciscintilla.h>
    return target.size() > 1 && target[0] == 'Q' &&
           ((target[1] >= 'A' && target[1] <= 'Z') || target[1] == 't' || below(target, "Qsci"));
}

bool needs_no_qt(std::string_view path) {
    return below(path, "core") || below(path, "app/fairleadctl") || below(path, "app/fairlead-host");
}

// core/include/fairlead/: what others build against.
bool is_public(std::string_view path) { return below(path, "core/include/fairlead"); }

std::string quote(std::string_view text) {
    std::string quoted = "\"";
    quoted += text;
    quoted += '"';
    return quoted;
}

// A message, or empty.
std::string against_layers(std::string_view path, std::string_view target) {
    const std::string_view top = head(target, 1);
    if (top != "core" && top != "ui" && top != "app")
        return {};
    if (below(path, "tests"))
        return {};
    if (top == "app") {
        if (head(path, 2) == head(target, 2))
            return {};
        return quote(target) + " belongs to a program: only the program itself may include it";
    }
    if (top == "ui") {
        if (below(path, "ui") || below(path, "app/fairlead"))
            return {};
        return quote(target) + " is above " + std::string(head(path, below(path, "app") ? 2 : 1)) +
               ": the arrows are app -> ui -> core";
    }
    const CoreFolder* to = core_folder(part(target, 1));
    if (to == nullptr)
        return quote(target) + " is in no folder of core that the design names";
    if (!below(path, "core"))
        return {};
    const CoreFolder* from = core_folder(part(path, 1));
    if (from == nullptr || from == to || to->rank < from->rank)
        return {}; // that the including folder is unknown is said of the file
    return "core/" + std::string(from->name) + " may not include " + quote(target) +
           ": files, yaml, container <- assets <- schemas <- families <- extensions <- registry <- checks <- hosts";
}

std::string against_libraries(std::string_view path, const Include& include) {
    const std::string_view target = include.target;
    if (is_qt(target) && needs_no_qt(path))
        return quote(target) + ": no Qt in " + std::string(below(path, "core") ? "core" : head(path, 2));
    if (below(target, "yaml-cpp") && !below(path, "core/yaml") && !below(path, "tests"))
        return quote(target) + ": yaml-cpp belongs to core/yaml and the tests";
    const bool heavy = (below(target, "nlohmann") && target != "nlohmann/json_fwd.hpp") || below(target, "CLI");
    if (heavy && path.ends_with(".h"))
        return quote(target) + ": include it in a .cpp, it is slow to compile";
    return {};
}

std::string against_publicity(const Include& include) {
    const bool standard = include.target.find_first_of("./") == std::string_view::npos && !is_qt(include.target);
    if (!include.quoted && (standard || below(include.target, "fairlead")))
        return {};
    return quote(include.target) + ": a public header includes the standard library and <fairlead/…> only";
}

std::string against_spelling(std::string_view path, const Include& include) {
    if (!include.quoted || include.target.ends_with(".moc") || include.target.starts_with("moc_"))
        return {};
    const std::string_view top = head(include.target, 1);
    if (top == "core" || top == "ui" || top == "app" || top == "tests")
        return {};
    const bool beside_in_tests = below(path, "tests") && !include.target.starts_with("..");
    const bool generated =
        include.target.starts_with("ui_") || include.target.starts_with("qrc_") || below(include.target, "generated");
    if (beside_in_tests || generated)
        return {};
    return quote(include.target) + ": includes are written from the top, as \"core/yaml/value.h\"";
}

/// What is of the window, or is made of it.
bool is_gpl(std::string_view path, std::string_view text) {
    return below(path, "ui") || below(path, "app/fairlead") || below(path, "tests/ui") ||
           (below(path, "tests/benchmarks") && text.find("#include \"app/fairlead/") != std::string_view::npos);
}

} // namespace

std::vector<Violation> include_violations(std::string_view path, std::string_view text) {
    std::vector<Violation> violations;
    if (below(path, "core") && !part(path, 2).empty() && core_folder(part(path, 1)) == nullptr && !is_public(path))
        violations.push_back({1, "core/" + std::string(part(path, 1)) + " is no folder that the design names"});
    int number = 0;
    while (!text.empty()) {
        ++number;
        const auto end = text.find('\n');
        const auto include = include_of(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (!include)
            continue;
        if (is_public(path)) {
            if (const std::string message = against_publicity(*include); !message.empty())
                violations.push_back({number, message});
            continue;
        }
        for (const std::string& message : {against_layers(path, include->target), against_libraries(path, *include),
                                           against_spelling(path, *include)})
            if (!message.empty())
                violations.push_back({number, message});
    }
    return violations;
}

std::vector<Violation> header_violations(std::string_view path, std::string_view text) {
    // The header stands at the top: a shebang may come before it.
    std::size_t end = 0;
    for (int line = 0; line < 5 && end < text.size(); ++line)
        end = std::min(text.find('\n', end), text.size() - 1) + 1;
    const std::string_view top = text.substr(0, end);
    std::vector<Violation> violations;
    // The tags are put together here so that this file's own text is not taken for a second header.
    const std::string tag = "SPDX-";
    if (top.find(tag + "FileCopyrightText: The Fairlead developers") == std::string_view::npos)
        violations.push_back({1, "the copyright line is missing in the first five lines"});
    const std::string licence = tag + "License-Identifier: " + (is_gpl(path, text) ? "GPL-3.0-or-later" : "MIT");
    if (top.find(licence + "\n") == std::string_view::npos)
        violations.push_back({1, "\"" + licence + "\" is missing in the first five lines"});
    return violations;
}

bool is_source(std::string_view path) { return path.ends_with(".h") || path.ends_with(".cpp"); }

bool is_script(std::string_view path) {
    return path.ends_with("CMakeLists.txt") || path.ends_with(".cmake") || path.ends_with(".py") ||
           path.ends_with(".sh") || path == "packaging/run" || path == "packaging/test" || path == "packaging/lint" ||
           path == ".ci/run" || path == ".clang-format" || path == ".clang-tidy";
}

} // namespace fairlead::layers
