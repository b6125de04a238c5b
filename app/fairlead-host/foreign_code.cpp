// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/foreign_code.h"

#include "core/extensions/exception_report.h"
#include "core/extensions/thrown_by.h"

#include <exception>
#include <fairlead/throw_traces.h>

namespace fairlead::host {

void ForeignCode::run(const HostProgress& progress, const RegistrationInfo& registration, const std::string& trouble,
                      const std::function<void(std::size_t)>& ask) const {
    const std::string& owner = registration.registrant.owner;
    const auto extension = extensions.find(owner);
    if (!extension)
        return;
    HostProgress whose = progress;
    whose.extension = owner;
    watch.enter(*extension, extensions.report(*extension), container.registrations().size(), whose);
    if (const std::exception_ptr thrown = thrown_by([&] { ask(*extension); })) {
        const auto reported = report_exception(thrown, &recorded_throws());
        channel.send(record_now(LogSeverity::error, trouble + "\n" + to_string(reported), owner));
    }
    watch.leave();
}

void ForeignCode::run_elements(
    const std::string& step, const TypeId& kls, const std::string& trouble,
    const std::function<void(std::size_t, const RegistrationInfo&, std::size_t)>& ask) const {
    std::vector<RegistrationInfo> elements = container.registrations();
    std::erase_if(elements,
                  [&](const RegistrationInfo& info) { return !info.in_collection || info.key || info.kls != kls; });
    for (std::size_t element = 0; element < elements.size(); ++element)
        run({step, element, elements.size(), {}}, elements[element], trouble,
            [&](std::size_t extension) { ask(element, elements[element], extension); });
    channel.send_and_wait(HostProgress{step, elements.size(), elements.size(), {}});
}

} // namespace fairlead::host
