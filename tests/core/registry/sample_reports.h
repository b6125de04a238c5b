// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/registry/extension_report.h"

namespace fairlead::test {

/// A report in which every member says something.
inline ExtensionReport full_report() {
    ExtensionReport report;
    report.name = "lab \"x\"";
    report.value = "lab:lab::setup";
    report.distribution = "lab";
    report.version = "1.2";
    report.manifest = "/home/x/lab.toml";
    report.line = 7;
    report.library = "/home/x/liblab.so";
    report.outcome = ExtensionOutcome::failed;
    report.import_ms = 1.25;
    report.call_ms = 0.001;
    report.registered = {{"model family", "lab", "fairlead.ModelFamily", {"setup.cpp", 12}},
                         {"object", "Lab", "lab.Lab", {}}};
    report.warning = "lab:lab::setup extension failed.";
    report.errors = {{"lab::SetupError",
                      "line one\nline two",
                      "lab, setup.cpp:12",
                      {{"lab::check(int)", "/src/check.cpp", 3, "throw SetupError();", "/home/x/liblab.so", true}, {}}},
                     {"int", "42", "", {{"__cxa_throw", "", 0, "", "libstdc++.so.6", false}}},
                     {"std::exception", "", "", {}}};
    report.exit_code = -3;
    report.signal = "SIGABRT";
    report.limit_ms = 250.5;
    report.limit_mib = 64;
    report.conflict = {"lab.Lab", "key", {{"first", {"a.cpp", 1}}, {{}, {}}}};
    report.froze = true;
    report.lacks = {{"No provider", "lab, setup.cpp:14", {"setup.cpp", 14}, true, "lab.Model", "large"}};
    report.output = "the last words";
    report.fairseq2 = {"It logs a warning and goes on.", "It does not start."};
    return report;
}

} // namespace fairlead::test
