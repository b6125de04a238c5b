// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/state_dict.h>
#include <fmt/format.h>

namespace fairlead {
inline namespace abi1 {
namespace {

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

} // namespace

const Tensor* StateDictReader::take(std::string_view name, const Shape& shape) {
    const Tensor* tensor = state_dict_.find(name);
    taken_.emplace(name);
    if (tensor == nullptr) {
        missing_.emplace_back(name);
        return nullptr;
    }
    if (tensor->shape != shape) {
        misshapen_ += fmt::format("`{}` has a shape of {} in the checkpoint, but has a shape of {} in the model. ",
                                  name, to_string(tensor->shape), to_string(shape));
        return nullptr;
    }
    return tensor;
}

void StateDictReader::read(std::string_view name, const Shape& shape, std::span<float> to) {
    if (const Tensor* tensor = take(name, shape); tensor != nullptr)
        tensor->copy_to(to);
}

void StateDictReader::read(std::string_view name, const Shape& shape, std::span<double> to) {
    if (const Tensor* tensor = take(name, shape); tensor != nullptr)
        tensor->copy_to(to);
}

void StateDictReader::read(std::string_view name, const Shape& shape, std::span<std::int64_t> to) {
    if (const Tensor* tensor = take(name, shape); tensor != nullptr)
        tensor->copy_to(to);
}

void StateDictReader::finish() const {
    std::string text = misshapen_;
    if (!missing_.empty())
        text += "Following keys are missing in the checkpoint: " + joined(missing_) + " ";
    std::vector<std::string> unexpected;
    for (const StateDict::Entry& entry : state_dict_.entries())
        if (!taken_.contains(entry.name))
            unexpected.push_back(entry.name);
    if (!unexpected.empty())
        text += "Following keys in the checkpoint are unexpected: " + joined(unexpected) + " ";
    if (text.empty())
        return;
    text.pop_back();
    throw ModelCheckpointMismatchError(std::move(text));
}

} // namespace abi1
} // namespace fairlead
