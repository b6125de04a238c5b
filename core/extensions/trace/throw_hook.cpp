// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/trace/code_places.h"

#include <fairlead/throw_traces.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <cxxabi.h>
#include <dlfcn.h>
#include <mutex>
#include <new>
#include <span>
#include <unwind.h>
#include <utility>

// Given only where AddressSanitizer is: it has to know that frames are left without returning.
extern "C" [[gnu::weak]] void __asan_handle_no_return(); // NOLINT(bugprone-reserved-identifier): its own name

namespace fairlead {
namespace {

using Destructor = void (*)(void*);
using Throw = void (*)(void*, std::type_info*, Destructor);

/// Where an exception was thrown. Lives from the throw to the exception's destruction; in a list, so that throwing
/// needs no more than this one allocation, and works without memory too (then nothing is recorded).
struct Record {
    static constexpr std::size_t depth_limit = 128;

    Record* next = nullptr;
    void* exception = nullptr;
    Destructor destroy = nullptr; ///< the exception's own, may be null
    std::size_t begin = 0;        ///< of what is not the hook itself
    std::size_t depth = 0;
    std::array<std::uintptr_t, depth_limit> addresses; // not initialised: most of it is never used
};

struct Shelf {
    std::mutex mutex;
    Record* first = nullptr;
};

// There is one `throw` in a process, and so one set of records: global, as what stands for the process is.
constinit std::array<Shelf, 64> shelves; // NOLINT(cert-err58-cpp)

Shelf& shelf_of(const void* exception) noexcept {
    return shelves[(reinterpret_cast<std::uintptr_t>(exception) >> 5U) % shelves.size()];
}

_Unwind_Reason_Code take_address(_Unwind_Context* context, void* data) {
    auto& record = *static_cast<Record*>(data);
    if (record.depth == Record::depth_limit)
        return _URC_END_OF_STACK;
    if (const std::uintptr_t address = _Unwind_GetIP(context); address != 0)
        record.addresses[record.depth++] = address;
    return _URC_NO_REASON;
}

/// In place of the exception's destructor.
void release(void* exception) {
    Shelf& shelf = shelf_of(exception);
    Record* record = nullptr;
    {
        const std::lock_guard lock(shelf.mutex);
        for (Record** link = &shelf.first; *link != nullptr; link = &(*link)->next)
            if ((*link)->exception == exception) {
                record = std::exchange(*link, (*link)->next);
                break;
            }
    }
    if (record == nullptr)
        return;
    const Destructor destroy = record->destroy;
    std::free(record); // NOLINT: it was malloc()ed
    if (destroy != nullptr)
        destroy(exception);
}

/// Whether the throw is recorded now. `thrower`: where __cxa_throw() would return to.
bool remember(void* exception, Destructor destroy, const void* thrower) noexcept {
    void* memory = std::malloc(sizeof(Record)); // NOLINT: operator new would throw
    if (memory == nullptr)
        return false;
    auto* record = new (memory) Record;
    record->exception = exception;
    record->destroy = destroy;
    _Unwind_Backtrace(take_address, record);
    while (record->begin < record->depth &&
           record->addresses[record->begin] != reinterpret_cast<std::uintptr_t>(thrower))
        ++record->begin;
    Shelf& shelf = shelf_of(exception);
    const std::lock_guard lock(shelf.mutex);
    record->next = std::exchange(shelf.first, record);
    return true;
}

class RecordedThrows final : public ThrowTraces {
public:
    [[nodiscard]] std::vector<TraceFrame> frames(const std::exception_ptr& exception) const override {
        // libstdc++'s pointer holds the address that was thrown, and nothing else.
        static_assert(sizeof exception == sizeof(void*));
        const void* thrown = *reinterpret_cast<void* const*>(&exception);
        std::vector<std::uintptr_t> addresses;
        {
            Shelf& shelf = shelf_of(thrown);
            const std::lock_guard lock(shelf.mutex);
            const Record* record = shelf.first;
            while (record != nullptr && record->exception != thrown)
                record = record->next;
            if (record == nullptr || thrown == nullptr)
                return {};
            const auto calls = std::span(record->addresses).first(record->depth).subspan(record->begin);
            addresses.assign(calls.begin(), calls.end());
        }
        return places_of(addresses);
    }
    [[nodiscard]] bool is_called_for_object(const void* function) const override {
        return takes_object(reinterpret_cast<std::uintptr_t>(function));
    }
};

} // namespace

inline namespace abi1 {
const ThrowTraces& recorded_throws() noexcept {
    static const RecordedThrows throws;
    return throws;
}
} // namespace abi1

} // namespace fairlead

extern "C" [[gnu::visibility("default")]] void __cxxabiv1::__cxa_throw(void* exception, std::type_info* type,
                                                                       void(destroy)(void*)) {
    static const auto next = reinterpret_cast<fairlead::Throw>(::dlsym(RTLD_NEXT, "__cxa_throw"));
    if (next == nullptr)
        std::abort(); // linked statically, against what fairlead::trace is for
    const bool recorded = fairlead::remember(exception, destroy, __builtin_return_address(0));
    if (__asan_handle_no_return != nullptr)
        __asan_handle_no_return();
    next(exception, type, recorded ? &fairlead::release : destroy);
    std::abort(); // it does not return
}
