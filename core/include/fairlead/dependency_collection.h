// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#pragma once

#include <fairlead/registration.h>

#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace fairlead {
inline namespace abi1 {

template <class T>
class DependencyCollection;

/// Gives what is registered in the collection: many objects for one class and key, in the order of registration.
class FAIRLEAD_API DependencyCollectionResolver {
public:
    virtual ~DependencyCollectionResolver();

    /// All of them, made while they are walked over, anew by each walk (but singletons). Empty if there are none.
    template <class T>
    [[nodiscard]] DependencyCollection<T> resolve(Key key = {}) {
        const std::size_t count = count_objects(TypeId::of<T>(), key);
        return DependencyCollection<T>(*this, std::move(key), count);
    }

    /// A key stands once for each of its registrations. Does not freeze.
    template <class T>
    [[nodiscard]] std::vector<Key> iter_keys() const {
        return keys_of(TypeId::of<T>());
    }

    // The same for code that has the class as a value.
    [[nodiscard]] virtual std::size_t count_objects(const TypeId& kls, const Key& key) = 0;
    /// The one with that index below the count; null if its provider gave nothing.
    [[nodiscard]] virtual std::shared_ptr<void> object_at(const TypeId& kls, const Key& key, std::size_t index) = 0;
    [[nodiscard]] virtual std::vector<Key> keys_of(const TypeId& kls) const = 0;

protected:
    DependencyCollectionResolver() = default;
    DependencyCollectionResolver(const DependencyCollectionResolver&) = default;
    DependencyCollectionResolver& operator=(const DependencyCollectionResolver&) = default;
};

/// The objects of a collection as a range that makes them while it is walked over: `for (const auto& object : range)`.
/// Those whose provider gave nothing are left out. Valid as long as the resolver it came from.
template <class T>
class DependencyCollection {
public:
    class iterator {
    public:
        using value_type = std::shared_ptr<T>;
        using difference_type = std::ptrdiff_t;
        using reference = const std::shared_ptr<T>&;
        using pointer = const std::shared_ptr<T>*;
        using iterator_category = std::input_iterator_tag;

        iterator() = default;
        [[nodiscard]] reference operator*() const noexcept { return object_; }
        [[nodiscard]] pointer operator->() const noexcept { return &object_; }
        iterator& operator++() {
            ++index_;
            find();
            return *this;
        }
        void operator++(int) { ++*this; }
        friend bool operator==(const iterator& at, std::default_sentinel_t) noexcept { return at.at_end(); }

    private:
        friend DependencyCollection;
        explicit iterator(const DependencyCollection& of) : of_(&of) { find(); }
        [[nodiscard]] bool at_end() const noexcept { return index_ == of_->count_; }

        // The next object from `index_` on.
        void find() {
            for (object_.reset(); index_ < of_->count_; ++index_) {
                object_ = std::static_pointer_cast<T>(of_->resolver_->object_at(TypeId::of<T>(), of_->key_, index_));
                if (object_ != nullptr)
                    return;
            }
        }

        const DependencyCollection* of_ = nullptr;
        std::size_t index_ = 0;
        std::shared_ptr<T> object_{};
    };

    DependencyCollection(DependencyCollectionResolver& resolver, Key key, std::size_t count)
        : resolver_(&resolver), key_(std::move(key)), count_(count) {}

    /// Throws what resolving the first one throws; so does each step.
    [[nodiscard]] iterator begin() const { return iterator(*this); }
    [[nodiscard]] std::default_sentinel_t end() const noexcept { return {}; }

    /// All of them at once.
    [[nodiscard]] std::vector<std::shared_ptr<T>> to_vector() const {
        std::vector<std::shared_ptr<T>> objects;
        for (const std::shared_ptr<T>& object : *this)
            objects.push_back(object);
        return objects;
    }

private:
    DependencyCollectionResolver* resolver_;
    Key key_;
    std::size_t count_;
};

} // namespace abi1
} // namespace fairlead
