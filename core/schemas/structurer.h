// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include "core/schemas/structure_config.h"

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fairlead {

/// The work of structure_config: one function for each kind of type, as in utils/structured.py.
///
/// A failure is `false` with `failure_` holding the chain, innermost first; each level adds its link, unless the error
/// is one that fairseq2 does not wrap. In a dataclass the other fields are looked at all the same, so that every issue
/// is found; the first failure is what counts.
class Structurer {
public:
    explicit Structurer(const StructureContext& context) : context_(context) {}

    [[nodiscard]] StructuredConfig run(const ConfigValue& config, const TypeExpression& type,
                                       const ConfigValue* fallback);

private:
    /// A step of the path to the value at hand; borrowed from whoever made it.
    struct Step {
        const std::string* field = nullptr;
        const ConfigValue* key = nullptr; // of a dict
        std::size_t index = 0;            // else
    };
    struct Failure {
        std::vector<AssetError> chain; // innermost first
        bool raw = false;              // nothing wraps it
        bool reported = false;         // its issue is in the list already
        ConfigIssue::What what = ConfigIssue::What::value;
        ConfigValue value;   // what does not fit
        std::string element; // of a path: `[3]`, `[3].dim`
    };

    bool structure(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback, ConfigValue& out);
    bool dispatch(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback, ConfigValue& out);

    bool number(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool identity(const ConfigValue& in, ConfigValue::Kind kind, const TypeExpression& type, ConfigValue& out);
    bool named_text(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool literal(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool enumeration(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool dtype(const ConfigValue& in, ConfigValue& out);
    bool device(const ConfigValue& in, ConfigValue& out);

    bool list(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool elements(const ConfigValue& in, const TypeExpression& element, std::vector<ConfigValue>& made);
    bool tuple(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool set(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool dict(const ConfigValue& in, const TypeExpression& type, ConfigValue& out);
    bool union_of(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback, ConfigValue& out);
    bool hashable(const ConfigValue& value, const TypeExpression& type);

    bool dataclass(const ConfigValue& in, const TypeExpression& type, const ConfigValue* fallback, ConfigValue& out);
    bool keys_are_text(const ConfigValue& in);
    void look_further(const TypeExpression& type, const ConfigValue& in, const ConfigValue* fallback, ConfigValue& out);
    bool create(const ConfigSchema& schema, const TypeExpression& type, const ConfigValue& in,
                const ConfigValue* fallback, ConfigValue& out);
    bool field(const ConfigSchema& schema, const ConfigField& field, const ConfigValue& in,
               const ConfigValue::Entry* given, const ConfigValue* fallback, ConfigValue& out);
    bool missing_field(const ConfigSchema& schema, const ConfigField& field, const ConfigValue& in, ConfigValue& out);
    bool unknown_keys(const ConfigSchema& schema, const TypeExpression& type, const ConfigValue& in,
                      const std::vector<bool>& taken);
    bool construct(const ConfigSchema& schema, const ConfigValue& in);

    bool fail(std::string text, const ConfigValue& value);
    bool fail_type(const TypeExpression& type, const ConfigValue& value);
    bool fail_raw(std::string type, std::string text, const ConfigValue& value, ConfigIssue::What what);
    bool link(std::string text);
    /// Puts the failure at hand into the list of issues.
    void report(const ConfigSchema* schema, const ConfigField* field, const ConfigValue* key);
    void tell_unknown(const std::string& class_name, std::string_view reason);
    /// Takes the last step of the path off; of a failure it is kept.
    void leave(bool fits);
    [[nodiscard]] static std::string text_of(const Step& step);
    [[nodiscard]] std::string path_text() const;

    StructureContext context_;
    Failure failure_;
    StructuredConfig result_;
    std::vector<Step> path_;
    int depth_ = 0;
};

} // namespace fairlead
