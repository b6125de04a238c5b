// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/asset_download_manager.h>
#include <fairlead/assets.h>
#include <fairlead/config_directive.h>
#include <fairlead/families.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

// Small families of each kind, as record.py registers them in fairseq2.
namespace golden {

struct Inner {
    std::int64_t depth = 1;
};

struct NetConfig {
    std::int64_t width = 2;
    double rate = 0.5;
    std::string label = "x";
    Inner inner = {};
    std::vector<std::int64_t> layers = {1};

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        if (width < 1)
            result.add_error("`width` must be positive.");
        return result;
    }
};

struct OtherConfig {
    std::int64_t width = 2;
};

/// Refuses to be made while `breaks` is set.
struct FragileConfig {
    static inline bool breaks = false;
    static std::int64_t made() {
        if (breaks)
            throw fairlead::TypeError("FragileConfig cannot be made.");
        return 2;
    }
    std::int64_t width = made();
};

struct PathConfig {
    std::string path = "good.txt";

    [[nodiscard]] fairlead::ValidationResult validate() const {
        fairlead::ValidationResult result;
        if (path.empty())
            result.add_error("`path` must not be empty.");
        return result;
    }
};

/// A layer of `width` outputs of two inputs.
class Net {
public:
    explicit Net(const NetConfig& config) : width(config.width), weight(at(width) * 2), bias(at(width)) {}

    void load_state_dict(const fairlead::StateDict& state_dict) {
        fairlead::StateDictReader reader(state_dict);
        reader.read("weight", {width, 2}, weight);
        reader.read("bias", {width}, bias);
        reader.finish();
    }

    std::int64_t width;
    std::vector<float> weight;
    std::vector<float> bias;
    std::string history = {}; ///< what hooks did

private:
    static std::size_t at(std::int64_t size) { return static_cast<std::size_t>(size); }
};

class Plain {
public:
    void load_state_dict(const fairlead::StateDict& state_dict) { fairlead::StateDictReader(state_dict).finish(); }
};

class Lines {
public:
    std::vector<std::string> lines = {};
};

class Chars {
public:
    std::string path = {};
    std::string label = {};
};

/// Gives the files of `demo:NAME` below a folder; `demo:fail` cannot be had.
class DemoDownloadManager final : public fairlead::AssetDownloadManager {
public:
    explicit DemoDownloadManager(std::filesystem::path folder) : folder_(std::move(folder)) {}

    std::filesystem::path download_model(const fairlead::Uri& uri, const fairlead::DownloadOptions& options) override {
        asked += uri.str() + (options.local_only ? " (local only) " : " ");
        const std::string name = uri.str().substr(5);
        if (name == "fail")
            throw fairlead::AssetDownloadError(uri, "Address is not reachable.");
        return folder_ / name;
    }
    std::filesystem::path download_tokenizer(const fairlead::Uri& uri,
                                             const fairlead::DownloadOptions& options) override {
        return download_model(uri, options);
    }
    std::filesystem::path download_dataset(const fairlead::Uri& uri,
                                           const fairlead::DownloadOptions& options) override {
        return download_model(uri, options);
    }
    [[nodiscard]] std::vector<std::string> supported_schemes() const override { return {"demo"}; }

    std::string asked; ///< what it was asked for

private:
    std::filesystem::path folder_;
};

/// Refuses `${broken}`.
class BrokenDirective final : public fairlead::ConfigDirective {
public:
    [[nodiscard]] fairlead::ConfigTree execute(const std::string& text, const fairlead::ConfigTree&) const override {
        if (text == "${broken}")
            throw fairlead::ConfigDirectiveError("It is broken.");
        return {text};
    }
};

/// What is in a file. Throws std::filesystem::filesystem_error.
std::string text_of(const std::filesystem::path& path);

/// Registers all families, and what they need, for cards and files in `folder`.
void register_families(fairlead::DependencyContainer& container, const std::filesystem::path& folder);

inline constexpr fairlead::ModelHubAccessor<Net, NetConfig> get_net_hub("net");
inline constexpr fairlead::DatasetHubAccessor<Lines, PathConfig> get_lines_hub("lines");
inline constexpr fairlead::TokenizerHubAccessor<Chars, NetConfig> get_chars_hub("chars");
inline constexpr fairlead::TokenizerHubAccessor<Chars> get_raw_hub("raw");

} // namespace golden
