// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/extensions/extensions_page.h"

#include <string>
#include <utility>

namespace fairlead::ui {

inline ExtensionReport sampleExtension(std::string name, ExtensionOutcome outcome) {
    ExtensionReport report;
    report.name = std::move(name);
    report.value = report.name + ":" + report.name + "::setup";
    report.distribution = report.name;
    report.version = "0.3.1";
    report.manifest = "/opt/lab/extensions.toml";
    report.line = 4;
    report.outcome = outcome;
    report.import_ms = 96.2;
    return report;
}

/// One that registered, one that failed half-way through with a nested error, one that crashed, one switched off.
inline ExtensionsState sampleState() {
    ExtensionsState state;
    state.extensions.push_back(sampleExtension("speechlab", ExtensionOutcome::registered));
    state.extensions.back().call_ms = 24.0;
    state.extensions.back().registered = {
        {"model family", "conformer", "fairlead.ModelFamily", {"/src/s/setup.cpp", 12}},
        {"architecture", "small", "s.Config", {"/src/s/setup.cpp", 15}},
        {"architecture", "large", "s.Config", {"/src/s/setup.cpp", 16}},
        {"object", "Tool", "s.Tool", {"/src/s/setup.cpp", 18}}};

    ExtensionReport failed = sampleExtension("lab_models", ExtensionOutcome::failed);
    failed.call_ms = 3.0;
    failed.registered = {{"model family", "conformer_ctc", "fairlead.ModelFamily", {"/src/lab/setup.cpp", 31}}};
    failed.errors = {
        {"lab::SetupError",
         "The lab's families cannot be registered.",
         "",
         {{"lab::setup", "/src/lab/setup.cpp", 43, "std::throw_with_nested(SetupError());", "lab.so", true}}},
        {"fairlead::InvalidOperationError",
         "`<class 'fairlead.ModelFamily'>` has already a registered provider.",
         "wav2vec2_asr: by speechlab first",
         {{"fairlead::add", "/usr/include/fairlead/model_family.h", 90, "", "libfairlead.so", false},
          {"lab::families", "/src/lab/setup.cpp", 33, "register_model_family<Model, Config>(", "lab.so", true},
          {"lab::setup", "/src/lab/setup.cpp", 41, "families(container);", "lab.so", true},
          {"main", "", 0, "", "/usr/bin/fairlead-host", false}}}};
    failed.conflict =
        ReportedConflict{"fairlead.ModelFamily",
                         "wav2vec2_asr",
                         {{"speechlab", {"/src/s/setup.cpp", 12}}, {"lab_models", {"/src/lab/setup.cpp", 33}}}};
    failed.fairseq2 = {"It logs a warning and goes on.",
                       "It does not start: ExtensionError ends its initialisation here."};
    failed.lacks = {{"No registered provider found for `<class 'lab.Audio'>`.",
                     "Asked for without a key by `<class 'lab.Model'>` (lab_models, /src/lab/setup.cpp:31).",
                     {"/src/lab/setup.cpp", 31},
                     true,
                     "lab.Model",
                     {}}};
    state.extensions.push_back(std::move(failed));

    ExtensionReport crashed = sampleExtension("fast_audio", ExtensionOutcome::crashed);
    crashed.signal = "SIGSEGV";
    crashed.output = "loading <tables>\n";
    state.extensions.push_back(std::move(crashed));
    state.extensions.push_back(sampleExtension("old_recipes", ExtensionOutcome::off));
    state.courses = {.untraced = {false, "fast_audio", "the process ends (SIGSEGV)"},
                     .traced = {false, "lab_models", "ExtensionError"}};
    state.runs = 2;
    state.traced = true;
    return state;
}

} // namespace fairlead::ui
