// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "processes.h"

#include <algorithm>
#include <cstdio>
#include <fcntl.h>
#include <limits>
#include <spawn.h>
#include <stdexcept>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace fairlead::benchmarks {

namespace {

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

// CPU time of one run of a program, its start by the loader included; what it prints goes nowhere.
double cpu_seconds_of(std::vector<std::string> words) {
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (std::string& word : words)
        arguments.push_back(word.data());
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t child = 0;
    const int failure = posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    rusage usage{};
    if (failure != 0 || wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        throw std::runtime_error(words[0] + " could not be run to its end");
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

} // namespace

double best_cpu_seconds_of(int runs, const std::vector<std::string>& words) {
    return best_cpu_seconds_of_each(runs, {words}).front();
}

std::vector<double> best_cpu_seconds_of_each(int runs, const std::vector<std::vector<std::string>>& commands) {
    std::vector<double> best(commands.size(), std::numeric_limits<double>::max());
    for (int run = 0; run < runs; ++run)
        for (std::size_t i = 0; i < commands.size(); ++i)
            best[i] = std::min(best[i], cpu_seconds_of(commands[i]));
    return best;
}

std::set<std::string> libraries_of(const std::string& program) {
    // NOLINTNEXTLINE(bugprone-command-processor): of a program of this build
    FILE* list = ::popen(("LD_TRACE_LOADED_OBJECTS=1 '" + program + "'").c_str(), "r");
    if (list == nullptr)
        throw std::runtime_error("the libraries of " + program + " cannot be listed");
    std::set<std::string> names;
    char line[4096];
    while (std::fgets(line, sizeof line, list) != nullptr) {
        const std::string_view text(line);
        const std::size_t begin = text.find_first_not_of(" \t");
        names.emplace(text.substr(begin, text.find(' ', begin) - begin));
    }
    ::pclose(list);
    return names;
}

} // namespace fairlead::benchmarks
