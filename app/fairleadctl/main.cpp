// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairleadctl/program.h"

int main(int argc, char* argv[]) {
    return fairlead::ctl::run_program(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
}
