// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/registry/extension_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/snapshot.h"
#include "core/registry/write_records.h"

namespace fairlead {

namespace {

using Layout = JsonWriter::Layout;

void write_runtime(JsonWriter& json, const RegistrySnapshot& snapshot) {
    json.open_object();
    json.key("fairseq2");
    json.string(snapshot.fairseq2_version);
    json.key("python");
    json.string(snapshot.python_version);
    for (const LibraryVersion& library : snapshot.libraries) {
        json.key(library.name);
        json.string(library.version);
    }
    json.close();
}

void write_architectures(JsonWriter& json, const FamilyRecord& family) {
    if (family.architectures.empty()) {
        return;
    }
    json.key("architectures");
    json.open_array(Layout::lines);
    for (const ArchitectureRecord& architecture : family.architectures) {
        json.open_object();
        write_architecture_members(json, architecture);
        json.close();
    }
    json.close();
}

void write_file(JsonWriter& json, const RecordedFile& file) {
    json.open_object(Layout::lines);
    json.key("path");
    json.string(file.path);
    json.key("cards");
    json.open_array();
    for (const RecordedCard& card : file.cards) {
        json.open_object();
        json.key("name");
        json.string(card.name);
        json.key("line");
        json.integer(card.line);
        json.close();
    }
    json.close();
    json.key("text");
    json.string(file.text);
    json.close();
}

void write_files(JsonWriter& json, const RecordedSource& source) {
    json.key("files");
    json.open_array(Layout::lines);
    for (const RecordedFile& file : source.files) {
        write_file(json, file);
    }
    json.close();
}

} // namespace

std::string write_snapshot(const RegistrySnapshot& snapshot) {
    JsonWriter json;
    json.open_object(Layout::lines);
    json.key("format");
    json.integer(snapshot_format);
    if (!snapshot.notice.empty()) {
        json.key("notice");
        json.string(snapshot.notice);
    }
    json.key("recorded");
    json.boolean(snapshot.recorded);
    json.key("runtime");
    write_runtime(json, snapshot);
    json.key("environments");
    write_strings(json, snapshot.environments);
    if (snapshot.torch != TorchNames{}) {
        json.key("torch");
        write_torch(json, snapshot.torch);
    }
    json.key("schemes");
    write_strings(json, snapshot.schemes);
    json.key("families");
    json.open_array(Layout::lines);
    for (const FamilyRecord& family : snapshot.families) {
        json.open_object(Layout::lines);
        write_family_members(json, family);
        write_architectures(json, family);
        json.close();
    }
    json.close();
    json.key("sources");
    json.open_array(Layout::lines);
    for (const RecordedSource& source : snapshot.sources) {
        json.open_object(Layout::lines);
        write_source_members(json, source);
        write_files(json, source);
        json.close();
    }
    json.close();
    if (!snapshot.extensions.empty()) {
        json.key("extensions");
        json.open_array(Layout::lines);
        for (const ExtensionReport& extension : snapshot.extensions) {
            json.open_object();
            write_extension_members(json, extension);
            json.close();
        }
        json.close();
    }
    json.key("schemas");
    json.open_object(Layout::lines);
    for (const auto& schema : snapshot.schemas.list()) {
        json.key(schema->class_name);
        json.open_object(Layout::lines);
        write_schema_members(json, *schema);
        json.close();
    }
    json.close();
    json.close();
    return std::move(json).take() + '\n';
}

} // namespace fairlead
