// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/alternate_stack.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <dlfcn.h>
#include <memory>
#include <new>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

namespace fairlead {
namespace {

constinit std::atomic<bool> wanted = false; // there is one pthread_create() in a process

using Routine = void* (*)(void*);

struct Start {
    Routine routine = nullptr;
    void* argument = nullptr;
};

void* run(void* data) {
    const std::unique_ptr<Start> owned(static_cast<Start*>(data));
    const Start start = *owned;
    const AlternateStack stack; // goes when the thread is ended from within too: that unwinds
    return start.routine(start.argument);
}

} // namespace

AlternateStack::AlternateStack() noexcept {
    stack_t present{};
    if (::sigaltstack(nullptr, &present) != 0 || (present.ss_flags & SS_DISABLE) == 0)
        return;
    const auto page = static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const auto needed = static_cast<std::size_t>(std::max(::sysconf(_SC_SIGSTKSZ), 0L));
    constexpr std::size_t usual = std::size_t{128} * 1024;
    size_ = (std::max(needed, usual) + page - 1) / page * page + page;
    void* memory = ::mmap(nullptr, size_, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        return;
    memory_ = memory;
    (void)::mprotect(memory, page, PROT_NONE); // what would run out of it ends there
    const stack_t stack = {.ss_sp = static_cast<char*>(memory) + page, .ss_flags = 0, .ss_size = size_ - page};
    (void)::sigaltstack(&stack, nullptr);
}

AlternateStack::~AlternateStack() {
    if (memory_ == nullptr)
        return;
    const stack_t none = {.ss_sp = nullptr, .ss_flags = SS_DISABLE, .ss_size = 0};
    if (::sigaltstack(&none, nullptr) == 0)
        ::munmap(memory_, size_);
}

void give_threads_alternate_stacks() noexcept { wanted = true; }

} // namespace fairlead

extern "C" [[gnu::visibility("default")]] int pthread_create(pthread_t* thread, const pthread_attr_t* attributes,
                                                             fairlead::Routine routine, void* argument) noexcept {
    using Create = int (*)(pthread_t*, const pthread_attr_t*, fairlead::Routine, void*);
    static const auto next = reinterpret_cast<Create>(::dlsym(RTLD_NEXT, "pthread_create"));
    if (next == nullptr)
        return EAGAIN; // linked statically, against what fairlead::trace is for
    if (!fairlead::wanted)
        return next(thread, attributes, routine, argument);
    std::unique_ptr<fairlead::Start> start(new (std::nothrow) fairlead::Start{routine, argument});
    if (start == nullptr)
        return EAGAIN;
    const int error = next(thread, attributes, fairlead::run, start.get());
    if (error == 0)
        (void)start.release(); // NOLINT(bugprone-unused-return-value): the thread's
    return error;
}
