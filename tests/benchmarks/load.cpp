// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "card_files.h"
#include "measure.h"

#include "core/checks/session.h"
#include "core/registry/bundled.h"

#include <fmt/format.h>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/parser.h>

namespace fairlead::benchmarks {
namespace {

// Takes every event and does nothing with it: the least that a use of yaml-cpp can cost.
class Events : public YAML::EventHandler {
public:
    void OnDocumentStart(const YAML::Mark&) override { ++documents; }
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}

    int documents = 0;
};

int pass_of_events(const CardFolder& folder) {
    Events events;
    for (const std::filesystem::path& path : folder.files()) {
        std::ifstream file(path, std::ios::binary);
        YAML::Parser parser(file);
        while (parser.HandleNextDocument(events)) {
        }
    }
    return events.documents;
}

} // namespace

std::vector<Row> measure_load(const Sizes& sizes) {
    const CardFolder folder(sizes.cards, sizes.files);
    const std::shared_ptr<const RegistrySnapshot> registry = bundled_snapshot();
    const auto load = [&] {
        SessionOptions options;
        options.sources.push_back(file_source(folder.path()));
        options.registry = registry;
        return CheckSession::load(std::move(options));
    };
    if (const Summary summary = load().summary();
        summary.cards != static_cast<std::size_t>(sizes.cards) || summary.errors != 0)
        throw std::runtime_error(fmt::format("the cards are not what was meant: {} of {} cards, {} errors",
                                             summary.cards, sizes.cards, summary.errors));
    if (const int documents = pass_of_events(folder); documents != sizes.cards)
        throw std::runtime_error(fmt::format("yaml-cpp sees {} documents", documents));

    const double ours = best_cpu_seconds(sizes.runs, [&] { keep(load()); });
    const double events = best_cpu_seconds(std::max(1, sizes.runs / 3), [&] { keep(pass_of_events(folder)); });
    return {{.what = fmt::format("load and check {} cards in {} files / yaml-cpp's events", sizes.cards,
                                 folder.files().size()),
             .value = ours / events,
             .limit = 0.3,
             .aim = 0.1,
             .explanation = fmt::format("{:.1f} ms / {:.1f} ms, {:.1f} MB", ours * 1e3, events * 1e3,
                                        static_cast<double>(folder.bytes()) / 1e6)}};
}

} // namespace fairlead::benchmarks
