// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/families/hubs/families.h"

#include <fstream>
#include <sstream>
#include <system_error>

namespace golden {

using namespace fairlead;
namespace fs = std::filesystem;

std::string text_of(const fs::path& path) {
    if (fs::is_directory(path))
        throw fs::filesystem_error("cannot be read", path, std::make_error_code(std::errc::is_a_directory));
    std::ifstream file(path);
    if (!file)
        throw fs::filesystem_error("cannot be read", path, std::make_error_code(std::errc::no_such_file_or_directory));
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

namespace {

Chars load_chars(const fs::path& path, const NetConfig& config) {
    if (text_of(path) == "bad\n")
        throw TokenizerModelError(path, "It is bad.");
    return {.path = path.string(), .label = config.label};
}

void register_models(DependencyContainer& container) {
    register_model_family<Net, NetConfig>(
        container, "net",
        {.factory = [](const NetConfig& config) { return std::make_unique<Net>(config); },
         .state_dict_converter =
             [](const StateDict& state_dict, const NetConfig&) {
                 StateDict converted;
                 for (const StateDict::Entry& entry : state_dict.entries())
                     converted.add(entry.name == "w" ? "weight" : entry.name, entry.tensor);
                 return converted;
             },
         .shard_specs =
             [](const NetConfig&) {
                 return ShardSpecs{{"weight", {.dim = 1}}};
             },
         .compiler = [](Net& net) { net.history += "compiled "; },
         .fsdp_applier =
             [](std::shared_ptr<Net> net, const std::string& granularity, const FsdpWrapper& wrapper) {
                 net->history += "sharded by " + granularity + " ";
                 return wrapper(TypedObject(net), true).as<Net>();
             },
         .layerwise_ac_applier =
             [](std::shared_ptr<Net> net, int every_nth_layer) {
                 net->history += "every " + std::to_string(every_nth_layer) + " ";
                 return net;
             }});
    const ConfigRegistrar<NetConfig> arch(container);
    arch("small", [] { return NetConfig{.width = 1}; });
    arch("wide", [] { return NetConfig{.width = 8}; });
    register_model_family<Plain, OtherConfig>(
        container, "plain",
        {.advanced_factory = [](DependencyResolver&, const OtherConfig&) { return Plain(); }, .supports_meta = false});
    register_model_family<Plain, FragileConfig>(container, "fragile",
                                                {.factory = [](const FragileConfig&) { return Plain(); }});
}

void register_datasets(DependencyContainer& container, const fs::path& folder) {
    register_dataset_family<Lines, PathConfig>(container, "lines", {.opener = [folder](const PathConfig& config) {
                                                   const std::string text = text_of(folder / config.path);
                                                   if (text == "bad\n")
                                                       throw DatasetError("It is bad.");
                                                   return Lines{.lines = {text}};
                                               }});
    register_dataset_family<Lines, FragileConfig>(
        container, "fragile", {.advanced_opener = [](DependencyResolver&, const FragileConfig&) { return Lines(); }});
}

void register_tokenizers(DependencyContainer& container) {
    register_tokenizer_family<Chars, NetConfig>(container, "chars", {.loader = load_chars});
    register_tokenizer_family<Chars>(container, "raw",
                                     {.advanced_loader = [](DependencyResolver&, const fs::path& path,
                                                            const NoConfig&) { return load_chars(path, {}); }});
    register_tokenizer_family<Chars, FragileConfig>(
        container, "fragile",
        {.loader = [](const fs::path& path, const FragileConfig&) { return load_chars(path, {}); }});
}

} // namespace

void register_families(DependencyContainer& container, const fs::path& folder) {
    register_file_assets(container, folder / "cards.yaml");
    register_in_memory_assets(container, "memory",
                              "{name: in_memory, model_family: net, checkpoint: net.safetensors}\n");
    container.collection().register_<AssetDownloadManager>(
        [folder] { return std::make_shared<DemoDownloadManager>(folder); }, {.singleton = true});
    container.collection().register_type<ConfigDirective, BrokenDirective>();
    register_models(container);
    register_datasets(container, folder);
    register_tokenizers(container);
}

} // namespace golden
