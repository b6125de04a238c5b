// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "app/fairlead-host/family_round.h"

#include "core/extensions/exception_report.h"
#include "core/extensions/thrown_by.h"
#include "core/families/config_class_schemas.h"
#include "core/hosts/report_extension.h"
#include "core/registry/config_json.h"
#include "core/registry/json_writer.h"
#include "core/schemas/config_tree_values.h"

#include <fairlead/dataset_family.h>
#include <fairlead/model_family.h>
#include <fairlead/tokenizer_family.h>

#include <algorithm>
#include <exception>
#include <map>
#include <set>
#include <utility>

namespace fairlead::host {
namespace {

RecordedError recorded(const std::exception_ptr& exception) {
    const ReportedException reported = report_exception(exception, nullptr).front();
    return {reported.type.substr(reported.type.rfind(':') + 1), reported.message};
}

/// A value that code of an extension makes, or why there is none.
template <class Make>
void record(RawJson& value, std::optional<RecordedError>& error, Make make) {
    if (const std::exception_ptr thrown = thrown_by([&] { value = make(); }))
        error = recorded(thrown);
}

RawJson config_json(const ConfigClass& kls, const void* config) {
    JsonWriter json(JsonWriter::Layout::flat);
    write_config(json, to_config_value(kls.to_tree(config)));
    return {std::move(json).take()};
}

template <class Family>
void describe(FamilyRecord& record, const Family& family) {
    record.class_name = family.kls().name();
    if (const ConfigClass* config = family.config_class())
        record.config_class = config->name;
    if constexpr (std::is_same_v<Family, ModelFamily>) {
        const std::pair<const char*, bool> capabilities[] = {
            {"model_parallelism", family.supports_model_parallelism()},
            {"compilation", family.supports_compilation()},
            {"fsdp", family.supports_fsdp()},
            {"layerwise_ac", family.supports_layerwise_ac()},
            {"meta", family.supports_meta()},
        };
        for (const auto& [name, has] : capabilities)
            if (has)
                record.capabilities.emplace_back(name);
    }
}

class FamilyRound {
public:
    explicit FamilyRound(const ForeignCode& code) : code_(code), registrations_(code.container.registrations()) {}

    void run() {
        const auto is_family = [](const RegistrationInfo& info) {
            return info.key && !info.in_collection &&
                   (info.kls == TypeId::of<ModelFamily>() || info.kls == TypeId::of<DatasetFamily>() ||
                    info.kls == TypeId::of<TokenizerFamily>());
        };
        const auto total = static_cast<std::size_t>(std::ranges::count_if(registrations_, is_family));
        for (const RegistrationInfo& info : registrations_) {
            if (!is_family(info))
                continue;
            if (info.kls == TypeId::of<ModelFamily>())
                send<ModelFamily>(FamilyKind::model, info, total);
            else if (info.kls == TypeId::of<DatasetFamily>())
                send<DatasetFamily>(FamilyKind::dataset, info, total);
            else
                send<TokenizerFamily>(FamilyKind::tokenizer, info, total);
            ++done_;
        }
        for (const auto& [name, kls] : classes_)
            code_.channel.send(schema_of(*kls));
        code_.channel.send_and_wait(HostProgress{"families", total, total, {}});
    }

private:
    template <class Family>
    void send(FamilyKind kind, const RegistrationInfo& info, std::size_t total) {
        const ConfigClass* config = nullptr;
        code_.run({"families", done_, total, {}}, info, "A family cannot be looked at.", [&](std::size_t) {
            FamilyRecord record;
            record.kind = kind;
            record.name = *info.key;
            record.owner = info.registrant.owner;
            record.place = place_of(info.registrant);
            std::shared_ptr<Family> family;
            const std::exception_ptr thrown = thrown_by([&] {
                family = code_.container.resolve<Family>(info.key);
                describe(record, *family);
                config = family->config_class();
            });
            if (thrown != nullptr)
                record.error = recorded(thrown);
            if (config != nullptr)
                host::record(record.default_config, record.default_error,
                             [&] { return config_json(*config, config->from_tree({ConfigTree::Mapping()}).get()); });
            code_.channel.send(FamilyMessage{std::move(record)});
        });
        if (config == nullptr)
            return;
        note_classes(*config);
        if (kind == FamilyKind::model && with_architectures_.insert(config->name).second)
            send_architectures(*info.key, *config, total);
    }

    void note_classes(const ConfigClass& config) {
        for (const ConfigClass* kls : all_config_classes(config))
            classes_.try_emplace(kls->name, kls);
    }

    void send_architectures(const std::string& family, const ConfigClass& config, std::size_t total) {
        for (const RegistrationInfo& info : registrations_) {
            if (info.kls != config.kls || !info.key || info.in_collection)
                continue;
            code_.run({"families", done_, total, {}}, info, "An architecture cannot be looked at.",
                      [&](std::size_t extension) {
                          ArchitectureRecord record;
                          record.name = *info.key;
                          record.owner = info.registrant.owner;
                          record.place = place_of(info.registrant);
                          host::record(record.config, record.config_error, [&] {
                              return config_json(config, code_.container.resolve_object(config.kls, info.key).get());
                          });
                          code_.channel.send(ArchitectureMessage{family, std::move(record)});
                          call_it_architecture(code_.extensions.report(extension), config.name, *info.key);
                      });
        }
    }

    static void call_it_architecture(ExtensionReport& report, const std::string& type, const std::string& name) {
        for (ReportedRegistration& registration : report.registered)
            if (registration.type == type && registration.name == name)
                registration.kind = "architecture";
    }

    const ForeignCode& code_;
    std::vector<RegistrationInfo> registrations_;
    std::size_t done_ = 0;
    std::map<std::string, const ConfigClass*> classes_;
    std::set<std::string> with_architectures_;
};

} // namespace

void send_families(const ForeignCode& code) { FamilyRound(code).run(); }

} // namespace fairlead::host
