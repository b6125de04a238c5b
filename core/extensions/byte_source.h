// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/descriptor.h"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

namespace fairlead {

/// Bytes that are read piece by piece, since a library with debug information is large and little of it is looked at.
class ByteSource {
public:
    ByteSource() = default;
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;
    virtual ~ByteSource() = default;

    [[nodiscard]] virtual std::uint64_t size() const noexcept = 0;
    /// Fills `into` from `offset` on; false if not all of it can be had.
    [[nodiscard]] virtual bool read(std::uint64_t offset, std::span<std::byte> into) const noexcept = 0;
};

/// Bytes in memory, borrowed.
class MemoryBytes final : public ByteSource {
public:
    explicit MemoryBytes(std::span<const std::byte> bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint64_t size() const noexcept override { return bytes_.size(); }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> into) const noexcept override {
        if (offset > bytes_.size() || into.size() > bytes_.size() - offset)
            return false;
        if (!into.empty())
            std::memcpy(into.data(), bytes_.data() + offset, into.size());
        return true;
    }

private:
    std::span<const std::byte> bytes_;
};

/// A regular file that was opened; its size is that of the opening.
class FileBytes final : public ByteSource {
public:
    FileBytes(Descriptor file, std::uint64_t size) noexcept : file_(std::move(file)), size_(size) {}
    [[nodiscard]] std::uint64_t size() const noexcept override { return size_; }
    [[nodiscard]] bool read(std::uint64_t offset, std::span<std::byte> into) const noexcept override;

private:
    Descriptor file_;
    std::uint64_t size_ = 0;
};

} // namespace fairlead
