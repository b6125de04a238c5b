// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "tests/core/yaml/stream_invariants.h"

#include "core/yaml/print.h"
#include "core/yaml/stream.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <iterator>

namespace {

void require(const std::string& wrong) {
    if (wrong.empty())
        return;
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
}

} // namespace

// Any bytes are a stream that keeps them, whose ranges lie where they should; and an edit, which the first four bytes
// choose, gives what reading anew gives.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    using namespace fairlead::yaml;
    if (size < 4)
        return 0;
    std::string text(reinterpret_cast<const char*>(bytes) + 4, size - 4);
    const Carry carry{static_cast<std::uint8_t>(bytes[3] & 1)};
    Stream stream(text, carry);
    require(broken_invariant(stream, text));
    const std::size_t begin = text.empty() ? 0 : (bytes[0] * 256u + bytes[1]) % (text.size() + 1);
    const std::size_t end = std::min(text.size(), begin + bytes[2] % 16u);
    const std::string_view pieces[] = {"",  "\n", " ",  "x", "\"", "\n---\n", "\n...\n", "%YAML 1.1\n---\n",
                                       "[", ": ", "\t", "#"};
    const std::string_view piece = pieces[(bytes[3] >> 1) % std::size(pieces)];
    stream.replace(begin, end, piece);
    text.replace(begin, end - begin, piece);
    require(broken_invariant(stream, text));
    require(difference(stream, Stream(text, carry)));
    return 0;
}
