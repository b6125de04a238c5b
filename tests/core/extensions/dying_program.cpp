// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
// dying_program DESCRIPTOR LIBRARY SYMBOL: a host that has its fatal signals reported, opens a library and calls it.
#include <fairlead/fatal_signals.h>

#include <cstdlib>
#include <dlfcn.h>
#include <iostream>
#include <sys/resource.h>

int main(int argc, char** argv) {
    if (argc != 4)
        return 2;
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // NOLINTNEXTLINE(bugprone-unchecked-string-to-number-conversion): the test writes it
    fairlead::report_fatal_signals(std::atoi(argv[1]));
    fairlead::report_fatal_signals(-1); // does nothing any more
    // NOLINTNEXTLINE(clang-analyzer-optin.taint.GenericTaint): the test says which
    void* library = ::dlopen(argv[2], RTLD_NOW | RTLD_LOCAL);
    void* function = library == nullptr ? nullptr : ::dlsym(library, argv[3]);
    if (function == nullptr) {
        std::cerr << ::dlerror() << '\n';
        return 2;
    }
    reinterpret_cast<void (*)(void*)>(function)(nullptr);
    return 0;
}
