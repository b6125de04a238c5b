// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/source_round.h"

#include "core/extensions/exception_report.h"
#include "core/hosts/record_sources.h"
#include "core/hosts/report_extension.h"

#include <fairlead/asset_download_manager.h>
#include <fairlead/assets.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace fairlead::host {
namespace {

/// `name` is known even of a source that cannot be read.
RecordedSource read_source(DependencyContainer& container, std::size_t element, const PackageFolders& folders,
                           std::string& name) {
    const auto object = std::static_pointer_cast<AssetMetadataSource>(
        container.collection().object_at(TypeId::of<AssetMetadataSource>(), {}, element));
    if (object == nullptr)
        return {};
    name = object->name();
    const auto* known = dynamic_cast<const KnownAssetSource*>(object.get());
    RecordedSource source =
        record_source(known != nullptr ? known->sources(folders) : std::vector{in_memory_source(name, object->load())});
    source.name = name;
    return source;
}

void send_source(std::size_t index, const RecordedSource& source, MessageChannel& channel) {
    SourceMessage bare{index, source};
    bare.source.files.clear();
    if (source.files.empty())
        channel.send(bare);
    for (const RecordedFile& file : source.files) { // a message each: a line has its limit
        bare.source.files = {{file.path, file.text, {}}};
        channel.send(bare);
        for (const RecordedCard& card : file.cards)
            channel.send(CardMessage{index, file.path, card});
    }
}

/// Gives the `nth` source of a report its name, which its registration does not tell.
void name_source(ExtensionReport& report, std::size_t nth, const std::string& name) {
    for (ReportedRegistration& registration : report.registered)
        if (registration.kind == "card source" && nth-- == 0 && !name.empty())
            registration.name = name;
}

} // namespace

void send_sources(const ForeignCode& code, const PackageFolders& folders) {
    std::size_t sent = 0;
    std::map<std::size_t, std::size_t> of_extension;
    code.run_elements("sources", TypeId::of<AssetMetadataSource>(),
                      "A source of cards cannot be read, so that fairseq2's store loads nothing.",
                      [&](std::size_t element, const RegistrationInfo& info, std::size_t extension) {
                          std::string name;
                          const std::size_t nth = of_extension[extension]++;
                          try {
                              RecordedSource source = read_source(code.container, element, folders, name);
                              source.owner = info.registrant.owner;
                              source.place = place_of(info.registrant);
                              send_source(sent++, source, code.channel);
                          } catch (...) {
                              name_source(code.extensions.report(extension), nth, name);
                              throw;
                          }
                          name_source(code.extensions.report(extension), nth, name);
                      });
}

std::vector<std::string> find_schemes(const ForeignCode& code) {
    std::set<std::string> schemes = {"file"};
    code.run_elements("download managers", TypeId::of<AssetDownloadManager>(), "A download manager cannot be made.",
                      [&](std::size_t element, const RegistrationInfo&, std::size_t) {
                          const auto manager = std::static_pointer_cast<AssetDownloadManager>(
                              code.container.collection().object_at(TypeId::of<AssetDownloadManager>(), {}, element));
                          if (manager != nullptr)
                              for (std::string& scheme : manager->supported_schemes())
                                  schemes.insert(std::move(scheme));
                      });
    return {schemes.begin(), schemes.end()};
}

} // namespace fairlead::host
