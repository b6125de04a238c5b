// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/byte_source.h"

#include <cerrno>
#include <unistd.h>

namespace fairlead {

bool FileBytes::read(std::uint64_t offset, std::span<std::byte> into) const noexcept {
    if (offset > size_ || into.size() > size_ - offset)
        return false;
    while (!into.empty()) {
        const ssize_t got = ::pread(file_.get(), into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        into = into.subspan(static_cast<std::size_t>(got));
        offset += static_cast<std::uint64_t>(got);
    }
    return true;
}

} // namespace fairlead
