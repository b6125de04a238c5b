// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <functional>
#include <grp.h>
#include <string>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fairlead::test {

inline constexpr uid_t other_user = 65534;

/// A child process that runs a function and sends its answer; at the end of its life it is waited for.
class Child {
public:
    /// `sender` is the pipe that `answer` reads.
    explicit Child(const std::function<void(int sender)>& run) {
        int ends[2] = {-1, -1};
        if (::pipe(ends) != 0)
            std::abort();
        pid_ = ::fork();
        if (pid_ == 0) {
            ::close(ends[0]);
            run(ends[1]);
            ::_exit(0);
        }
        ::close(ends[1]);
        receiver_ = ends[0];
    }
    ~Child() {
        wait();
        ::close(receiver_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The next byte; 0 at the end.
    char next() {
        char byte = 0;
        return ::read(receiver_, &byte, 1) == 1 ? byte : '\0';
    }
    std::string answer() {
        std::string text;
        for (char byte = next(); byte != '\0'; byte = next())
            text += byte;
        return text;
    }
    void kill() const { ::kill(pid_, SIGKILL); }
    void wait() {
        if (pid_ > 0)
            ::waitpid(pid_, nullptr, 0);
        pid_ = -1;
    }

private:
    pid_t pid_ = -1;
    int receiver_ = -1;
};

inline void send(int sender, const std::string& text) {
    if (::write(sender, text.data(), text.size()) < 0)
        ::_exit(3);
}

/// What the function says when it is run by a user without privileges: another one if the test runs as root.
inline std::string as_plain_user(const std::function<std::string()>& run) {
    Child child([&](int sender) {
        if (::geteuid() == 0 &&
            (::setgroups(0, nullptr) != 0 || ::setgid(other_user) != 0 || ::setuid(other_user) != 0))
            ::_exit(2);
        send(sender, run());
    });
    return child.answer();
}

} // namespace fairlead::test
