// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/families/small_floats.h"

#include <array>
#include <cstring>
#include <fairlead/error.h>
#include <fairlead/tensor.h>
#include <type_traits>

namespace fairlead {
inline namespace abi1 {
namespace {

struct TypeFacts {
    std::string_view name;
    std::size_t size;
};
constexpr std::array<TypeFacts, 15> facts{{{"bool", 1},
                                           {"uint8", 1},
                                           {"int8", 1},
                                           {"float8_e4m3fn", 1},
                                           {"float8_e5m2", 1},
                                           {"uint16", 2},
                                           {"int16", 2},
                                           {"float16", 2},
                                           {"bfloat16", 2},
                                           {"uint32", 4},
                                           {"int32", 4},
                                           {"float32", 4},
                                           {"uint64", 8},
                                           {"int64", 8},
                                           {"float64", 8}}};

// Element by element, as they may lie at any address.
template <class Raw, class To, class Make>
void convert(const Tensor& tensor, std::span<To> to, Make make) {
    const std::byte* from = tensor.bytes.data();
    for (To& element : to) {
        Raw raw{};
        std::memcpy(&raw, from, sizeof(Raw));
        element = static_cast<To>(make(raw));
        from += sizeof(Raw);
    }
}

template <class Raw, class To>
void convert(const Tensor& tensor, std::span<To> to) {
    if (!to.empty() && std::is_same_v<Raw, To>)
        std::memcpy(to.data(), tensor.bytes.data(), to.size_bytes());
    else
        convert<Raw>(tensor, to, [](Raw raw) { return raw; });
}

template <class To>
void copy(const Tensor& tensor, std::span<To> to) {
    if (to.size() != tensor.elements())
        throw ValueError("the tensor has " + std::to_string(tensor.elements()) + " element(s), but there is room for " +
                         std::to_string(to.size()) + ".");
    switch (tensor.type) {
    case DataType::bool_:
        return convert<std::uint8_t>(tensor, to, [](std::uint8_t raw) { return raw != 0 ? 1 : 0; });
    case DataType::uint8:
        return convert<std::uint8_t>(tensor, to);
    case DataType::int8:
        return convert<std::uint8_t>(tensor, to, [](std::uint8_t raw) { return static_cast<int>(raw ^ 0x80U) - 0x80; });
    case DataType::uint16:
        return convert<std::uint16_t>(tensor, to);
    case DataType::int16:
        return convert<std::int16_t>(tensor, to);
    case DataType::uint32:
        return convert<std::uint32_t>(tensor, to);
    case DataType::int32:
        return convert<std::int32_t>(tensor, to);
    case DataType::uint64:
        return convert<std::uint64_t>(tensor, to);
    case DataType::int64:
        return convert<std::int64_t>(tensor, to);
    default:
        break;
    }
    if constexpr (std::is_floating_point_v<To>) {
        switch (tensor.type) {
        case DataType::float8_e4m3fn:
            return convert<std::uint8_t>(tensor, to, float_of_e4m3fn);
        case DataType::float8_e5m2:
            return convert<std::uint8_t>(tensor, to, float_of_e5m2);
        case DataType::float16:
            return convert<std::uint16_t>(tensor, to, float_of_half);
        case DataType::bfloat16:
            return convert<std::uint16_t>(tensor, to, float_of_bfloat);
        case DataType::float32:
            return convert<float>(tensor, to);
        default:
            return convert<double>(tensor, to);
        }
    } else {
        throw ValueError("a tensor of " + std::string(to_string(tensor.type)) + " cannot be read as integers.");
    }
}

} // namespace

std::size_t size_of(DataType type) noexcept { return facts[static_cast<std::size_t>(type)].size; }
std::string_view to_string(DataType type) noexcept { return facts[static_cast<std::size_t>(type)].name; }

std::string to_string(const Shape& shape) {
    std::string text = "(";
    for (std::size_t index = 0; index < shape.size(); ++index)
        text += (index == 0 ? "" : ", ") + std::to_string(shape[index]);
    return text + (shape.size() == 1 ? ",)" : ")");
}

void Tensor::copy_to(std::span<float> to) const { copy(*this, to); }
void Tensor::copy_to(std::span<double> to) const { copy(*this, to); }
void Tensor::copy_to(std::span<std::int64_t> to) const { copy(*this, to); }

} // namespace abi1
} // namespace fairlead
