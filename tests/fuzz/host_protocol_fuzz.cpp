// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/protocol_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

struct Read {
    std::vector<std::string> lines;
    std::vector<std::string> notes;
};

Read read(std::string_view bytes, std::size_t piece) {
    Read result;
    fairlead::ProtocolReader reader(
        [&](const fairlead::HostMessage& message) { result.lines.push_back(write_host_message(message)); });
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size())))
        reader.read(bytes.substr(0, piece));
    reader.finish();
    result.notes = reader.notes();
    return result;
}

} // namespace

// Any bytes are messages and notes, the same however they come in pieces. What was read is written and read again
// without a change and without a note, but for what was lost.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const Read whole = read(text, size + 1);
    const Read pieces = read(text, 1 + size % 7);
    if (whole.lines != pieces.lines || whole.notes != pieces.notes || (size == 0 && whole.notes.empty()))
        std::abort();
    std::string written;
    for (const std::string& line : whole.lines)
        written += line + "\n";
    if (read(written, written.size() + 1).lines != whole.lines)
        std::abort();
    return 0;
}
