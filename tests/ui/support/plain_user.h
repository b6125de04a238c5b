// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unistd.h>

namespace fairlead::ui {

inline constexpr uid_t plainUser = 65534;

/// While it lives, the program may do what a user without privileges may: another user if it runs as root, who will
/// need to be given the folders first.
class AsPlainUser {
public:
    AsPlainUser() {
        if (m_wasRoot && (::setresgid(plainUser, plainUser, 0) != 0 || ::setresuid(plainUser, plainUser, 0) != 0))
            qFatal("root could not become a plain user");
    }
    ~AsPlainUser() {
        if (m_wasRoot && (::setresuid(0, 0, 0) != 0 || ::setresgid(0, 0, 0) != 0))
            qFatal("the plain user could not become root again");
    }
    AsPlainUser(const AsPlainUser&) = delete;
    AsPlainUser& operator=(const AsPlainUser&) = delete;

    /// Gives a file or folder to that user, if root runs the test.
    static void give(const QString& path) {
        if (::geteuid() == 0 && ::chown(path.toLocal8Bit().constData(), plainUser, plainUser) != 0)
            qFatal("%s could not be given away", qPrintable(path));
    }

private:
    bool m_wasRoot = ::geteuid() == 0;
};

} // namespace fairlead::ui
