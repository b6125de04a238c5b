// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/asset_registration.h"

#include "core/assets/store.h"
#include "core/files/printable_text.h"

#include <fairlead/asset_environment.h>
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <system_error>
#include <utility>

namespace fairlead {
namespace {

namespace fs = std::filesystem;

void register_source(DependencyContainer& container, AssetSource source, Here here) {
    container.collection().register_instance<AssetMetadataSource>(
        std::make_shared<KnownAssetSource>(std::vector{std::move(source)}), {}, here);
}

/// `a.b` as `a/b`.
fs::path package_folder(std::string package) {
    std::ranges::replace(package, '.', '/');
    return package;
}

/// The extension that the newest registration at a place belongs to.
std::string owner_at(const DependencyContainer& container, Here here) {
    const auto registrations = container.registrations();
    for (auto info = registrations.rbegin(); info != registrations.rend(); ++info)
        if (info->kls == TypeId::of<AssetMetadataSource>() && info->registrant.place.line() == here.line() &&
            std::string_view(info->registrant.place.file_name()) == here.file_name())
            return info->registrant.owner;
    return {};
}

AssetStore load_store(DependencyResolver& resolver, const PackageFolders& folders, const VariableLookup& variable) {
    std::vector<AssetSource> sources;
    for (const auto& source : resolver.collection().resolve<AssetMetadataSource>()) {
        if (const auto* known = dynamic_cast<const KnownAssetSource*>(source.get()))
            std::ranges::move(known->sources(folders), std::back_inserter(sources));
        else
            sources.push_back(in_memory_source(source->name(), source->load()));
    }
    const auto environment = resolver.resolve<AssetEnvironmentDetector>()->detect();
    return AssetStore::load(std::move(sources), environment.value_or(""), {.variable = variable});
}

} // namespace

std::string KnownAssetSource::name() const { return sources_.empty() ? "package:" + package_ : sources_.front().name; }

std::vector<AssetSource> KnownAssetSource::sources(const PackageFolders& folders) const {
    if (package_.empty())
        return sources_;
    std::vector<fs::path> roots = folders.path;
    if (const auto own = folders.of_extensions.find(owner_); own != folders.of_extensions.end())
        roots.insert(roots.begin(), own->second);
    std::string looked_at;
    for (const fs::path& root : roots) {
        const fs::path folder = root / package_folder(package_);
        std::error_code error;
        if (fs::is_directory(folder, error))
            return {package_source(package_, folder)};
        looked_at += fmt::format("{}{}", looked_at.empty() ? "" : ", ", printable_text(folder.native()));
    }
    throw AssetSourceNotFoundError({"AssetSourceNotFoundError",
                                    fmt::format("package:{} asset source is not found.", package_),
                                    looked_at.empty() ? "There is no extension and no package path to look below."
                                                      : fmt::format("Looked at: {}.", looked_at)});
}

void register_asset_store(DependencyContainer& container, const VariableLookup& variable,
                          std::shared_ptr<const PackageFolders> folders, std::vector<std::string>& warnings) {
    container.register_<AssetStore>(
        [variable, folders = std::move(folders)](DependencyResolver& resolver) {
            return std::make_shared<AssetStore>(load_store(resolver, *folders, variable));
        },
        {.singleton = true});
    container.register_type<AssetEnvironmentDetector>();
    // One source that gives up to two, the system's before the user's.
    WellKnownSources found = well_known_sources(variable);
    std::ranges::move(found.warnings, std::back_inserter(warnings));
    container.collection().register_instance<AssetMetadataSource>(
        std::make_shared<KnownAssetSource>(std::move(found.sources)));
}

inline namespace abi1 {

AssetMetadataSource::~AssetMetadataSource() = default;

std::optional<std::string> AssetEnvironmentDetector::detect() const {
    for (const auto& ask : resolvers_)
        if (auto environment = (*ask)(resolver_))
            return environment;
    return std::nullopt;
}

void register_package_assets(DependencyContainer& container, std::string package, Here here) {
    const auto source = std::make_shared<KnownAssetSource>(std::vector<AssetSource>{}, std::move(package));
    container.collection().register_instance<AssetMetadataSource>(source, {}, here);
    source->set_owner(owner_at(container, here));
}

void register_file_assets(DependencyContainer& container, const fs::path& path, bool not_exist_ok, Here here) {
    AssetSource source = file_source(path);
    source.if_missing = not_exist_ok ? IfMissing::nothing : IfMissing::error;
    register_source(container, std::move(source), here);
}

void register_in_memory_assets(DependencyContainer& container, std::string source, std::string entries, Here here) {
    register_source(container, in_memory_source(std::move(source), std::move(entries)), here);
}

void register_checkpoint_models(DependencyContainer& container, const fs::path& directory, Here here) {
    register_source(container, checkpoint_source(directory), here);
}

} // namespace abi1
} // namespace fairlead
