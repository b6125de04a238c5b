// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_path.h"
#include "core/assets/source.h"

#include <fmt/format.h>
#include <sys/stat.h>

namespace fairlead {
namespace {

bool exists(const std::string& path) {
    struct stat status {};
    return ::stat(path.c_str(), &status) == 0;
}

class DirectoryFinder {
public:
    DirectoryFinder(const VariableLookup& variable, WellKnownSources& found) : variable_(variable), found_(found) {}

    /// Adds the directory of a variable. False if it is not set, or names nothing: then the next in line counts.
    bool add_of_variable(const char* name, std::string_view shown_name) {
        const char* value = variable_(name);
        if (!value)
            return false;
        auto path = python::resolve(value, variable_);
        if (std::holds_alternative<AssetError>(path))
            return add(value); // the error is raised when the source is loaded
        if (exists(std::get<std::string>(path)))
            return add(std::get<std::string>(path));
        found_.warnings.push_back(fmt::format("{} pointed to by the {} environment variable is not found.",
                                              printable_path(std::get<std::string>(path)), shown_name));
        return false;
    }

    /// Adds a directory if it exists.
    void add_default(const std::string& text) {
        auto path = python::resolve(text, variable_);
        if (std::holds_alternative<AssetError>(path))
            add(text);
        else if (exists(std::get<std::string>(path)))
            add(std::get<std::string>(path));
    }

private:
    bool add(const std::string& path) {
        AssetSource source = file_source(path);
        source.from_variable = true;
        found_.sources.push_back(std::move(source));
        return true;
    }

    const VariableLookup& variable_;
    WellKnownSources& found_;
};

} // namespace

WellKnownSources well_known_sources(const VariableLookup& variable) {
    WellKnownSources found;
    DirectoryFinder finder(variable, found);
    if (!finder.add_of_variable("FAIRSEQ2_ASSET_DIR", "FAIRSEQ2_ASSET_DIR"))
        finder.add_default("/etc/fairseq2/assets");
    if (!finder.add_of_variable("FAIRSEQ2_USER_ASSET_DIR", "`FAIRSEQ2_USER_ASSET_DIR`")) {
        const char* config = variable("XDG_CONFIG_HOME");
        finder.add_default(config ? python::join(python::path_text(config), "fairseq2/assets")
                                  : "~/.config/fairseq2/assets");
    }
    return found;
}

} // namespace fairlead
