// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/registry/schema_check.h"

#include <fstream>
#include <iterator>
#include <set>
#include <string>

namespace fairlead::test {

inline std::string resource(const std::string& name) {
    std::ifstream stream(FAIRLEAD_SOURCE_DIR "/resources/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// What is wrong with a line of the hosts' protocol by its schema; empty: nothing. Members that the schema does not
/// name are wrong.
inline std::string protocol_errors(const std::string& line) {
    static const std::string schema = resource("host_protocol.schema.json");
    static const std::map<std::string, std::string> others = {
        {"snapshot.schema.json", resource("snapshot.schema.json")}};
    std::string text;
    for (const std::string& error : schema_errors(schema, line, true, others))
        text += error + "\n";
    return text;
}

} // namespace fairlead::test
