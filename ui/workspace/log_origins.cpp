// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/log_origins.h"

#include <spdlog/spdlog.h>

namespace fairlead::ui {

namespace {

std::shared_ptr<spdlog::logger> named(const std::shared_ptr<spdlog::logger>& log, const char* origin) {
    return log ? log->clone(origin) : std::make_shared<spdlog::logger>(origin);
}

} // namespace

LogOrigins::LogOrigins(const std::shared_ptr<spdlog::logger>& log)
    : sources(named(log, "sources")), files(named(log, "files")), checks(named(log, "checks")),
      fixes(named(log, "fixes")) {}

} // namespace fairlead::ui
