// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/arguments.h"

#include <charconv>
#include <string_view>

#include <fcntl.h>

namespace fairlead::host {
namespace {

int descriptor_of(const std::string& word) {
    int descriptor = -1;
    const char* const end = word.data() + word.size();
    const auto [parsed, error] = std::from_chars(word.data(), end, descriptor);
    if (error != std::errc{} || parsed != end || descriptor < 0 || ::fcntl(descriptor, F_GETFD) == -1)
        throw UsageError(word + " is no open descriptor");
    return descriptor;
}

} // namespace

Arguments parse_arguments(const std::vector<std::string>& words) {
    Arguments arguments;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto value = [&]() -> const std::string& {
            if (std::next(word) == words.end())
                throw UsageError(*word + " needs a value");
            return *++word;
        };
        if (*word == "--trace")
            arguments.traced = true;
        else if (*word == "--no-trace")
            arguments.traced = false;
        else if (*word == "--off")
            arguments.switched_off.push_back(value());
        else if (*word == "--protocol")
            arguments.protocol = descriptor_of(value());
        else if (*word == "--control")
            arguments.control = descriptor_of(value());
        else if (*word == "--crash")
            arguments.crash = descriptor_of(value());
        else if (*word == "-h" || *word == "--help")
            arguments.help = true;
        else
            throw UsageError(*word + " is no option");
    }
    return arguments;
}

std::string help_page() {
    return R"(Usage: fairlead-host [OPTIONS]

Brings up a container with the native extensions that are found along FAIRLEAD_EXTENSION_PATH and in the data folders,
and says on standard output what becomes of each and what is registered: a JSON object a line, as
host_protocol.schema.json describes it. Fairlead and fairleadctl start it; by hand it shows what they are told.

  --trace           set FAIRSEQ2_EXTENSION_TRACE
  --no-trace        remove it
  --off NAME        do not look at this extension; may be given again
  --protocol N      send the messages to descriptor N, and leave standard output to the extensions
  --control N       wait for a byte from descriptor N after each extension and progress message; end when its
                    other side is closed
  --crash N         tell descriptor N, not standard error, where a crash was
  -h, --help        show this page

Example: FAIRLEAD_EXTENSION_PATH=build/lab fairlead-host | grep '"type":"extension"'
)";
}

} // namespace fairlead::host
