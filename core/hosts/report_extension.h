// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/extensions/extension_record.h"
#include "core/registry/extension_report.h"

#include <fairlead/dependency_container.h>

#include <span>
#include <vector>

namespace fairlead {

/// What people call a registration of a class: `card source`, `model family`; of an extension's own classes `object`.
[[nodiscard]] std::string_view registration_kind(const TypeId& kls);

[[nodiscard]] RegistrationPlace place_of(const Registrant& registrant);
[[nodiscard]] std::vector<ReportedRegistration> report_registrations(std::span<const RegistrationInfo> registrations);
/// The errors of a failure, with the lines of the sources at hand.
[[nodiscard]] std::vector<ReportedError> report_errors(std::span<const ReportedException> exceptions);

/// The record as the value that hosts send. What fairseq2 does is not in it.
[[nodiscard]] ExtensionReport report_extension(const ExtensionRecord& record);

/// Puts what is missing in a container into the reports of those who registered it.
void report_lacks(const std::vector<WiringProblem>& problems, std::span<ExtensionReport> reports);

} // namespace fairlead
