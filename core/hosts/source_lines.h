// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <map>
#include <string>
#include <vector>

namespace fairlead {

/// Lines of source files, for people who look at a trace. Each file is read once.
class SourceLines {
public:
    /// The line without the blanks around it, of at most 200 bytes; empty if there is none, or the file is no source
    /// that can be read (over 8 MiB, say). Lines count from 1.
    [[nodiscard]] std::string find(const std::string& file, int line);

private:
    std::map<std::string, std::vector<std::string>> files_;
};

} // namespace fairlead
