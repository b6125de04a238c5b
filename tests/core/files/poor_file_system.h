// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <cerrno>
#include <cstddef>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>
#include <vector>

namespace fairlead::test {

/// From now on this process sees file systems as NFS and FUSE are: none can rename a file to a free name only, nor make
/// hard links unless `links`. For a Child.
inline void use_poor_file_system(bool links) {
    std::vector<sock_filter> program;
    const auto load = [&](std::size_t offset) {
        program.push_back(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset)));
    };
    const auto unless = [&](unsigned value, unsigned char steps) { // jumps over the next ones
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, steps));
    };
    const auto give = [&](unsigned what) { program.push_back(BPF_STMT(BPF_RET | BPF_K, what)); };
    load(offsetof(seccomp_data, nr));
    if (!links) {
        unless(__NR_linkat, 1);
        give(SECCOMP_RET_ERRNO | EPERM);
    }
    unless(__NR_renameat2, 4);
    load(offsetof(seccomp_data, args) + 4 * sizeof(__u64)); // its flags
    unless(0, 1);
    give(SECCOMP_RET_ALLOW);
    give(SECCOMP_RET_ERRNO | EINVAL);
    give(SECCOMP_RET_ALLOW);
    const sock_fprog filter{.len = static_cast<unsigned short>(program.size()), .filter = program.data()};
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) != 0)
        ::_exit(2);
}

} // namespace fairlead::test
