// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <system_error>
#include <unistd.h>

namespace fairlead::test {

/// A terminal for a program to write to, and its other side for the test. Throws std::system_error if none can be had.
///
/// A root made for a build may lack the file system that terminals come from. Then one is made, which is mounted
/// nowhere and ends with the terminal; that needs root.
class PseudoTerminal {
public:
    PseudoTerminal() : tests_side_(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)) {
        if (tests_side_ < 0)
            tests_side_ = of_its_own_file_system();
        int locked = 0;
        if (::ioctl(tests_side_, TIOCSPTLCK, &locked) == 0)
            program_side_ = ::ioctl(tests_side_, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC);
        if (program_side_ < 0) {
            const int error = errno;
            ::close(tests_side_);
            throw std::system_error(error, std::system_category(), "a terminal's other side");
        }
    }
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;
    ~PseudoTerminal() {
        close_program_side();
        ::close(tests_side_);
    }

    [[nodiscard]] int tests_side() const noexcept { return tests_side_; }
    [[nodiscard]] int program_side() const noexcept { return program_side_; }
    /// Once a program has it: else reading never comes to an end.
    void close_program_side() noexcept {
        if (program_side_ >= 0)
            ::close(program_side_);
        program_side_ = -1;
    }

private:
    static int checked(int result, const char* what) {
        if (result < 0)
            throw std::system_error(errno, std::system_category(), what);
        return result;
    }

    static int of_its_own_file_system() {
        const int made = checked(::fsopen("devpts", FSOPEN_CLOEXEC), "no terminals here, and none can be made");
        checked(::fsconfig(made, FSCONFIG_SET_STRING, "ptmxmode", "0600", 0), "the mode of terminals");
        checked(::fsconfig(made, FSCONFIG_CMD_CREATE, nullptr, nullptr, 0), "a file system of terminals");
        const int mounted = checked(::fsmount(made, FSMOUNT_CLOEXEC, 0), "a mount of terminals");
        const int terminal = checked(::openat(mounted, "ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC), "a terminal");
        ::close(mounted);
        ::close(made);
        return terminal;
    }

    int tests_side_;
    int program_side_ = -1;
};

} // namespace fairlead::test
