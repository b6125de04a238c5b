// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/apply_fixes.h"
#include "core/checks/session.h"
#include "core/checks/write_json.h"
#include "core/checks/write_text.h"
#include "core/registry/bundled.h"
#include "core/registry/snapshot.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fuzzer/FuzzedDataProvider.h>
#include <nlohmann/json.hpp>

// Any bytes as the card files of a source (parted at the record separator), checked, edited, checked again. What an
// edit leaves must be what a fresh look at the same bytes gives.

namespace {

using namespace fairlead;

void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "check_fuzz: %s\n", what);
    std::abort();
}

constexpr char separator = '\x1e';
constexpr std::size_t most_files = 4;

std::vector<GivenFile> parted(const std::string& text) {
    std::vector<GivenFile> files;
    std::size_t begin = 0;
    while (files.size() + 1 < most_files && text.find(separator, begin) != std::string::npos) {
        const std::size_t end = text.find(separator, begin);
        files.push_back({"f" + std::to_string(files.size()) + ".yaml", text.substr(begin, end - begin)});
        begin = end + 1;
    }
    files.push_back({"f" + std::to_string(files.size()) + ".yaml", text.substr(begin)});
    return files;
}

CheckSession look_at(std::vector<GivenFile> files, const std::shared_ptr<const RegistrySnapshot>& registry) {
    SessionOptions options;
    options.sources.push_back(recorded_source("package:fuzz", std::move(files)));
    options.registry = registry;
    options.alone = true;
    return CheckSession::load(std::move(options));
}

void require_place(const CheckSession& session, const DocumentPlace& place) {
    require(place.file < session.catalog().files().size(), "a finding is in a file that is not there");
    const yaml::Stream& stream = session.catalog().file(place.file).stream;
    require(place.document < stream.documents().size(), "a finding is in a document that is not there");
    require(place.range.begin <= place.range.end && place.range.end <= stream.documents()[place.document].text().size(),
            "a finding is outside of its document");
    const FilePlace shown = file_place(session.catalog(), place);
    require(shown.line >= 1 && shown.column >= 1 && shown.begin <= shown.end && shown.end <= stream.size(),
            "a finding's place is outside of its file");
}

std::string report_of(const CheckSession& session) {
    const std::vector<const Diagnostic*> found = session.diagnostics();
    bool load = false;
    for (const Diagnostic* diagnostic : found) {
        require(!diagnostic->message.empty(), "a finding says nothing");
        require(rule_info(diagnostic->rule) != nullptr, "a finding is of no rule");
        load = load || diagnostic->load;
        if (diagnostic->place)
            require_place(session, *diagnostic->place);
        for (const RelatedPlace& related : diagnostic->related)
            require_place(session, related.place);
        for (const Fix& fix : diagnostic->fixes)
            for (const FileEdit& edit : file_edits(session.catalog(), fix))
                require(edit.begin <= edit.end && edit.end <= session.catalog().file(edit.file).stream.size(),
                        "a fix is outside of its file");
    }
    require(load == !session.verdict().loads(), "the verdict and the findings differ on whether fairseq2 loads it");
    std::string report = report_json(session, found);
    require(nlohmann::json::accept(report), "the report is no JSON");
    return report + report_text(session, found, {});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const std::shared_ptr<const RegistrySnapshot> registry = bundled_snapshot();
    FuzzedDataProvider provider(data, size);
    // Numbers are taken from the end of the input: a corpus of plain card files stays one.
    const auto first = provider.ConsumeIntegral<std::uint16_t>();
    const auto length = provider.ConsumeIntegralInRange<std::uint8_t>(0, 40);
    const std::string typed = provider.ConsumeRandomLengthString(12);
    std::vector<GivenFile> files = parted(provider.ConsumeRemainingBytesAsString());

    CheckSession session = look_at(files, registry);
    for (std::size_t at = 0; at < files.size(); ++at)
        require(session.catalog().file(static_cast<std::uint32_t>(at)).stream.text() == files[at].text,
                "the documents are not the file");
    static_cast<void>(report_of(session));

    const std::uint32_t edited = first % files.size();
    std::string& text = files[edited].text;
    const std::size_t begin = first % (text.size() + 1);
    const std::size_t end = std::min(text.size(), begin + length);
    text.replace(begin, end - begin, typed);
    static_cast<void>(session.edit(edited, begin, end, typed));
    const CheckSession fresh = look_at(files, registry);
    require(session.catalog().file(edited).stream.text() == text, "the edit is not what was asked for");
    require(report_of(session) == report_of(fresh), "an edit leaves other findings than a fresh look gives");
    return 0;
}
