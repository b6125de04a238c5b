// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/safetensors_header.h"
#include "core/files/mapped_file.h"

#include <algorithm>
#include <fairlead/state_dict.h>
#include <utility>

namespace fairlead {
inline namespace abi1 {
namespace {

namespace fs = std::filesystem;

// Sorted, so that the order does not depend on the folder's.
std::vector<fs::path> safetensors_files(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (entry.path().extension() == ".safetensors")
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

void add_file(StateDict& state_dict, const fs::path& path, const fs::path& file) {
    const std::shared_ptr<const MappedFile> mapped = MappedFile::open(file);
    std::vector<SafetensorsEntry> entries;
    try {
        entries = read_safetensors(mapped->bytes());
    } catch (const SafetensorsError& error) {
        throw CorruptModelCheckpointError(path, file.string() + " cannot be loaded as a Safetensors checkpoint file.",
                                          error.what());
    }
    for (SafetensorsEntry& entry : entries) {
        if (state_dict.find(entry.name) != nullptr)
            throw CorruptModelCheckpointError(
                path, path.string() + " directory has more than one checkpoint file with key " + entry.name + ".");
        state_dict.add(std::move(entry.name),
                       {.type = entry.type, .shape = std::move(entry.shape), .bytes = entry.bytes, .owner = mapped});
    }
}

} // namespace

CorruptModelCheckpointError::CorruptModelCheckpointError(fs::path path, std::string text, std::string details)
    : Error(std::move(text), std::move(details)), path_(std::move(path)) {}
CorruptModelCheckpointError::~CorruptModelCheckpointError() = default;
ModelCheckpointMismatchError::~ModelCheckpointMismatchError() = default;

StateDict StateDict::load(const fs::path& path) {
    StateDict state_dict;
    const fs::file_status status = fs::status(path);
    if (!fs::exists(status))
        throw fs::filesystem_error("the checkpoint cannot be read", path,
                                   std::make_error_code(std::errc::no_such_file_or_directory));
    std::vector<fs::path> files;
    if (fs::is_directory(status))
        files = safetensors_files(path);
    else if (path.extension() == ".safetensors")
        files.push_back(path);
    if (files.empty())
        throw CorruptModelCheckpointError(path, path.string() + " does not point to any known checkpoints.");
    for (const fs::path& file : files)
        add_file(state_dict, path, file);
    return state_dict;
}

const Tensor* StateDict::find(std::string_view name) const noexcept {
    const auto found = places_.find(name);
    return found == places_.end() ? nullptr : &entries_[found->second].tensor;
}

void StateDict::add(std::string name, Tensor tensor) {
    if (!places_.try_emplace(name, entries_.size()).second)
        throw ValueError("there is a tensor named " + name + " already.");
    entries_.push_back({std::move(name), std::move(tensor)});
}

} // namespace abi1
} // namespace fairlead
