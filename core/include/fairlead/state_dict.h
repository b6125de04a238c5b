// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/error.h>
#include <fairlead/tensor.h>

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fairlead {
inline namespace abi1 {

/// A model's checkpoint cannot be read as one, or is not that of the model (model_checkpoint/loader.py).
class FAIRLEAD_API CorruptModelCheckpointError : public Error {
public:
    CorruptModelCheckpointError(std::filesystem::path path, std::string text, std::string details = {});
    ~CorruptModelCheckpointError() override;

    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

private:
    std::filesystem::path path_;
};

/// The tensors of a checkpoint are not those of the model (models/utils/checkpoint.py); loading makes a
/// CorruptModelCheckpointError of it.
class FAIRLEAD_API ModelCheckpointMismatchError : public Error {
public:
    using Error::Error;
    ~ModelCheckpointMismatchError() override;
};

/// Tensors by name, in an order. A value; copies share the tensors' bytes.
class FAIRLEAD_API StateDict {
public:
    struct Entry {
        std::string name;
        Tensor tensor;
    };

    StateDict() = default;
    /// The tensors of a safetensors file, or of all those in a folder, by name within a file. The files are mapped, so
    /// that only what is used is read; they must not be cut short meanwhile. Nothing of them is trusted.
    ///
    /// Throws CorruptModelCheckpointError, and std::filesystem::filesystem_error if they are not there or cannot be
    /// read.
    [[nodiscard]] static StateDict load(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<Entry>& entries() const noexcept { return entries_; }
    [[nodiscard]] std::size_t size() const noexcept { return entries_.size(); }
    /// Null if there is none of that name.
    [[nodiscard]] const Tensor* find(std::string_view name) const noexcept;
    /// Puts it at the end. Throws ValueError if there is one of that name.
    void add(std::string name, Tensor tensor);

private:
    std::vector<Entry> entries_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

/// Takes a model's tensors out of a checkpoint, and says at the end what did not fit: all of it at once.
///
///     fairlead::StateDictReader reader(state_dict);
///     reader.read("projection.weight", {rows, columns}, weight);
///     reader.finish();
class FAIRLEAD_API StateDictReader {
public:
    /// Borrowed until finish().
    explicit StateDictReader(const StateDict& state_dict) : state_dict_(state_dict) {}

    /// The tensor of that name and shape; null if it is missing or misshapen.
    [[nodiscard]] const Tensor* take(std::string_view name, const Shape& shape);
    /// Copies its elements, as numbers of that type. `to` has room for the shape; throws ValueError if not.
    void read(std::string_view name, const Shape& shape, std::span<float> to);
    void read(std::string_view name, const Shape& shape, std::span<double> to);
    void read(std::string_view name, const Shape& shape, std::span<std::int64_t> to);

    /// Throws ModelCheckpointMismatchError if something was missing or misshapen, or nobody took it.
    void finish() const;

private:
    const StateDict& state_dict_;
    std::set<std::string, std::less<>> taken_; // what was asked for
    std::vector<std::string> missing_;
    std::string misshapen_; // sentences, each with a blank after it
};

} // namespace abi1
} // namespace fairlead
