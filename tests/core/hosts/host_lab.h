// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// A search path of the fixtures' extensions for the real host, and what is read of its answer.
#pragma once

#include "core/hosts/native_host.h"
#include "tests/core/files/disk.h"

#include <QStringList>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace fairlead::test {

/// Names and values; a value begins with a library of the fixtures, without folder and ending.
using Extensions = std::vector<std::pair<std::string, std::string>>;

/// One manifest, and what the host needs to load it and nothing else.
class HostLab {
public:
    explicit HostLab(const Extensions& extensions) {
        std::string text = "[project]\nname = \"lab\"\nversion = \"2\"\n"
                           "[project.entry-points.\"fairseq2.extension\"]\n";
        for (const auto& [name, value] : extensions)
            text += name + " = \"" FAIRLEAD_FIXTURE_LIBRARIES "/lib" + value.substr(0, value.find(':')) + ".so" +
                    value.substr(value.find(':')) + "\"\n";
        disk.write("extensions/lab.toml", text);
        options.program = FAIRLEAD_HOST;
        options.variables = {{"FAIRLEAD_EXTENSION_PATH", (disk / "extensions").string()},
                             {"HOME", (disk / "home").string()},
                             {"XDG_DATA_HOME", std::nullopt},
                             {"XDG_DATA_DIRS", (disk / "none").string()},
                             {"FAIRSEQ2_ASSET_DIR", disk.make_folder("system").string()}};
        options.limits.step = std::chrono::seconds(60); // so that a machine that is busy passes too
    }

    Disk disk;
    NativeHostOptions options;
};

/// `value` as "odd", between "first" and "last", which register something.
inline Extensions between_good_ones(const std::string& value) {
    return {{"first", "registers:registers::two"}, {"odd", value}, {"last", "brings_assets:lab::setup"}};
}

inline QString text(const std::string& words) { return QString::fromStdString(words); }

/// The log records of an extension, each after its origin.
inline QStringList log_of(const HostRun& run, const std::string& extension) {
    QStringList lines;
    for (const LogRecord& record : run.log)
        if (record.extension == extension)
            lines += text(std::string(to_string(record.origin)) + ": " + record.text);
    return lines;
}

inline QStringList things_of(const ExtensionReport& report) {
    QStringList names;
    for (const ReportedRegistration& registration : report.registered)
        names += text(registration.kind + " " + registration.name);
    return names;
}

/// "file:line" of the fixtures' line that ends with the comment "HERE " and `words`.
inline QString place(const std::string& file, const std::string& words) {
    std::ifstream stream(FAIRLEAD_TEST_FIXTURES "/extensions/" + file);
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number)
        if (line.ends_with("// HERE " + words))
            return QString("%1:%2").arg(text(file)).arg(number);
    return "no such words";
}

/// The innermost frame of the root cause that is the extension's own.
inline QString top_place(const ExtensionReport& report) {
    if (!report.errors.empty())
        for (const ReportedFrame& frame : report.errors.back().frames)
            if (frame.own)
                return QString("%1:%2").arg(text(std::filesystem::path(frame.file).filename())).arg(frame.line);
    return {};
}

/// Processes whose parent is this one.
inline QStringList child_processes() {
    std::ifstream list("/proc/self/task/" + std::to_string(::getpid()) + "/children");
    QStringList found;
    for (std::string child; list >> child;)
        found += text(child);
    return found;
}

} // namespace fairlead::test
