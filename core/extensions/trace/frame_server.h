// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <sys/types.h>
#include <type_traits>

namespace fairlead {

/// What a process that dies tells the process that turns addresses into functions: packets over a socket, of which the
/// last is followed by the end of what is sent. Written by a signal handler.
struct FramePacket {
    enum class What : std::uint8_t {
        headline, ///< bytes: the first line, without its end
        maps,     ///< bytes: a piece of /proc/self/maps
        address,  ///< number: a return address, innermost first
    };
    static constexpr std::size_t room = 2048;

    What what = What::headline;
    std::uint16_t size = 0; ///< of bytes
    std::uint64_t number = 0;
    std::array<char, room> bytes; // not initialised: most of it is never used
};
static_assert(std::is_trivially_copyable_v<FramePacket>);

constexpr std::size_t frame_depth_limit = 128;

/// Forks the process that writes frames to `descriptor` when this one asks for it over the socket that is returned, and
/// answers with one byte when it has. It ends when this one does; it is no child of this one, so that nobody waits for
/// it by mistake. -1 if there can be none.
[[nodiscard]] int start_frame_server(int descriptor) noexcept;

} // namespace fairlead
