// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "command.h"

/// Names and values; a value begins with a library of the fixtures, without folder and ending.
using Extensions = QList<std::pair<QByteArray, QByteArray>>;

/// A command that finds a manifest with extensions of the fixtures' libraries.
class ExtensionLab : public Command {
public:
    explicit ExtensionLab(const Extensions& extensions) {
        QByteArray text = "[project]\nname = \"lab\"\nversion = \"2\"\n[project.entry-points.\"fairseq2.extension\"]\n";
        for (const auto& [name, value] : extensions)
            text += name + " = \"" FAIRLEAD_FIXTURE_LIBRARIES "/lib" + value.left(value.indexOf(':')) + ".so" +
                    value.mid(value.indexOf(':')) + "\"\n";
        write("extensions/lab.toml", text);
        set_variable("FAIRLEAD_EXTENSION_PATH", path("extensions"));
        set_variable("XDG_DATA_DIRS", path("none"));
    }
};

/// Good ones and bad ones.
inline const Extensions good_and_bad = {
    {"good", "registers:registers::two"},          {"throws", "throws:sample::nested"},
    {"crashes", "misbehaves:misbehaves::crashes"}, {"exits", "misbehaves:misbehaves::exits"},
    {"again", "registers:registers::two"},         {"cards", "brings_assets:lab::setup"}};
