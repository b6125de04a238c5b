// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/hosts/host_message.h"
#include "core/registry/extension_json.h"
#include "core/registry/json_writer.h"
#include "core/registry/write_records.h"

#include <chrono>

namespace fairlead {
namespace {

std::int64_t number(std::size_t value) { return static_cast<std::int64_t>(value); }

/// Writes the members of each message after its `type`.
class MessageWriter {
public:
    explicit MessageWriter(JsonWriter& json) : json_(json) {}

    void operator()(const HelloMessage& hello) {
        start("hello");
        json_.member("protocol", host_protocol);
        json_.member("host", hello.host);
        json_.key("runtime");
        json_.open_object();
        json_.member("fairseq2", hello.fairseq2_version);
        json_.member("python", hello.python_version);
        for (const LibraryVersion& library : hello.runtime)
            json_.member(library.name, library.version);
        json_.close();
        json_.key("traced");
        json_.boolean(hello.traced);
    }
    void operator()(const LogRecord& record) {
        using std::chrono::milliseconds;
        start("log");
        json_.member("time", std::chrono::duration_cast<milliseconds>(record.time.time_since_epoch()).count());
        json_.member("level", to_string(record.severity));
        json_.member("origin", to_string(record.origin));
        write_text_or_null(json_, "extension", record.extension);
        json_.member("text", record.text);
    }
    void operator()(const ExtensionMessage& extension) {
        start("extension");
        json_.member("index", number(extension.index));
        write_extension_members(json_, extension.report);
    }
    void operator()(const SourceMessage& source) {
        start("source");
        json_.member("index", number(source.index));
        write_source_members(json_, source.source);
        json_.key("files");
        json_.open_array();
        for (const RecordedFile& file : source.source.files) {
            json_.open_object();
            json_.member("path", file.path);
            json_.member("text", file.text);
            json_.close();
        }
        json_.close();
    }
    void operator()(const CardMessage& card) {
        start("card");
        json_.member("source", number(card.source));
        json_.member("path", card.path);
        json_.member("name", card.card.name);
        json_.member("line", card.card.line);
    }
    void operator()(const FamilyMessage& family) {
        start("family");
        write_family_members(json_, family.family);
    }
    void operator()(const ArchitectureMessage& architecture) {
        start("architecture");
        json_.member("family", architecture.family);
        write_architecture_members(json_, architecture.architecture);
    }
    void operator()(const ConfigSchema& schema) {
        start("config_schema");
        json_.member("class", schema.class_name);
        write_schema_members(json_, schema);
    }
    void operator()(const HostProgress& progress) {
        start("progress");
        json_.member("step", progress.step);
        json_.member("done", number(progress.done));
        json_.member("total", number(progress.total));
        write_text_or_null(json_, "extension", progress.extension);
    }
    void operator()(const DoneMessage& done) {
        start("done");
        json_.member("messages", number(done.messages));
        json_.key("environments");
        write_strings(json_, done.environments);
        json_.key("schemes");
        write_strings(json_, done.schemes);
        if (done.torch != TorchNames{}) {
            json_.key("torch");
            write_torch(json_, done.torch);
        }
    }

private:
    void start(std::string_view type) {
        json_.open_object();
        json_.member("type", type);
    }

    JsonWriter& json_;
};

} // namespace

std::string write_host_message(const HostMessage& message) {
    JsonWriter json(JsonWriter::Layout::flat);
    std::visit(MessageWriter(json), message);
    json.close();
    return std::move(json).take();
}

} // namespace fairlead
