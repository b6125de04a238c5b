// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "error_text.h"

#include <QTest>
#include <array>
#include <atomic>
#include <barrier>
#include <chrono>
#include <fairlead/dependency_container.h>
#include <latch>
#include <random>
#include <semaphore>
#include <thread>

using namespace fairlead;
using fairlead::test::thrown_by;

namespace parts {
struct A {};
struct B {};
struct C {};
} // namespace parts
using namespace parts;

namespace {

// Runs `work(index)` in so many threads at once.
template <class F>
void in_threads(int count, F work) {
    std::barrier start(count);
    std::vector<std::jthread> threads;
    threads.reserve(static_cast<std::size_t>(count));
    for (int index = 0; index < count; ++index)
        threads.emplace_back([&, index] {
            start.arrive_and_wait();
            work(index);
        });
}

// Makes a T; but the first time it waits until all that `meeting` is for have come, then asks for an Other.
template <class T, class Other>
auto meets_then_asks(std::latch& meeting) {
    return [&meeting, first = std::make_shared<std::atomic<bool>>(true)](DependencyResolver& resolver) {
        if (first->exchange(false))
            meeting.arrive_and_wait();
        (void)resolver.resolve<Other>();
        return std::make_shared<T>();
    };
}

const std::string a = "<class 'parts.A'>";
const std::string b = "<class 'parts.B'>";
const std::string c = "<class 'parts.C'>";

} // namespace

/// Many threads on one container. Built with the preset tsan, these show races too.
class ThreadsTest : public QObject {
    Q_OBJECT

private slots:
    void singletonIsMadeOnce() {
        for (int round = 0; round < 200; ++round) {
            DependencyContainer container;
            std::atomic<int> made = 0;
            container.register_<A>(
                [&] {
                    ++made;
                    std::this_thread::yield();
                    return std::make_shared<A>();
                },
                {.singleton = true});
            std::array<std::shared_ptr<A>, 4> got;
            in_threads(4, [&](int index) { got[static_cast<std::size_t>(index)] = container.resolve<A>(); });
            QCOMPARE(made.load(), 1);
            for (const auto& object : got)
                QCOMPARE(object, got[0]);
        }
    }

    void othersAreMadeSideBySide() {
        DependencyContainer container;
        std::array<std::binary_semaphore, 2> come{std::binary_semaphore(0), std::binary_semaphore(0)};
        std::atomic<std::size_t> turn = 0;
        std::atomic<int> met = 0;
        container.register_<A>([&] {
            const std::size_t mine = turn++;
            come.at(mine).release();
            if (come.at(1 - mine).try_acquire_for(std::chrono::seconds(20))) // neither is held up by the other
                ++met;
            return std::make_shared<A>();
        });
        in_threads(2, [&](int) { (void)container.resolve<A>(); });
        QCOMPARE(met.load(), 2);
    }

    void sameClassInTwoThreadsIsNoCycle() {
        DependencyContainer container;
        std::latch both(2);
        container.register_<A>([&](DependencyResolver& resolver) {
            both.arrive_and_wait();
            (void)resolver.resolve<B>();
            return std::make_shared<A>();
        });
        container.register_type<B>({.singleton = true});
        std::array<std::string, 2> errors;
        in_threads(2, [&](int index) {
            errors[static_cast<std::size_t>(index)] = thrown_by([&] { (void)container.resolve<A>(); });
        });
        QCOMPARE(errors[0], std::string());
        QCOMPARE(errors[1], std::string());
    }

    void eachOthersSingletonsAreACycle() {
        for (int round = 0; round < 100; ++round) {
            DependencyContainer container;
            std::latch both(2);
            container.register_<A>(meets_then_asks<A, B>(both), {.singleton = true});
            container.register_<B>(meets_then_asks<B, A>(both), {.singleton = true});
            std::array<std::string, 2> errors;
            in_threads(2, [&](int index) {
                errors[static_cast<std::size_t>(index)] = thrown_by([&] {
                    if (index == 0)
                        (void)container.resolve<A>();
                    else
                        (void)container.resolve<B>();
                });
            });
            QCOMPARE(errors[0], "DependencyCycleError: Dependency cycle detected. " + a + " -> " + b + " -> " + a);
            QCOMPARE(errors[1], "DependencyCycleError: Dependency cycle detected. " + b + " -> " + a + " -> " + b);
        }
    }

    void cycleOfThreeThreads() {
        for (int round = 0; round < 100; ++round) {
            DependencyContainer container;
            std::latch all(3);
            container.register_<A>(meets_then_asks<A, B>(all), {.singleton = true});
            container.register_<B>(meets_then_asks<B, C>(all), {.singleton = true});
            container.register_<C>(meets_then_asks<C, A>(all), {.singleton = true});
            std::array<std::string, 3> errors;
            in_threads(3, [&](int index) {
                errors[static_cast<std::size_t>(index)] = thrown_by([&] {
                    if (index == 0)
                        (void)container.resolve<A>();
                    else if (index == 1)
                        (void)container.resolve<B>();
                    else
                        (void)container.resolve<C>();
                });
            });
            const std::string start = "DependencyCycleError: Dependency cycle detected. ";
            QCOMPARE(errors[0], start + a + " -> " + b + " -> " + c + " -> " + a);
            QCOMPARE(errors[1], start + b + " -> " + c + " -> " + a + " -> " + b);
            QCOMPARE(errors[2], start + c + " -> " + a + " -> " + b + " -> " + c);
        }
    }

    void whoWaitsTriesAgainAfterAFailure() {
        for (int round = 0; round < 200; ++round) {
            DependencyContainer container;
            std::atomic<int> calls = 0;
            container.register_<A>(
                [&] {
                    if (++calls == 1)
                        throw std::runtime_error("the first fails");
                    return std::make_shared<A>();
                },
                {.singleton = true});
            std::atomic<int> failed = 0;
            in_threads(3, [&](int) {
                if (!thrown_by([&] { (void)container.resolve<A>(); }).empty())
                    ++failed;
            });
            QCOMPARE(failed.load(), 1);
            QCOMPARE(calls.load(), 2);
        }
    }

    void registeringBesideResolvingIsRefusedOrSeen() {
        for (int round = 0; round < 200; ++round) {
            DependencyContainer container;
            bool registered = false;
            in_threads(2, [&](int index) {
                if (index == 0)
                    registered = thrown_by([&] { container.register_type<A>(); }).empty();
                else
                    (void)container.maybe_resolve<B>();
            });
            QCOMPARE(container.maybe_resolve<A>() != nullptr, registered);
        }
    }

    // Singletons that ask for a few others, without cycles, by many threads in any order: all are made, each once.
    void randomGraphs() {
        const auto seed = static_cast<unsigned>(std::random_device()());
        std::mt19937 random(seed);
        for (int round = 0; round < 100; ++round) {
            constexpr int size = 30;
            DependencyContainer container;
            std::array<std::atomic<int>, size> made{};
            for (int number = 0; number < size; ++number) {
                std::vector<int> needs;
                for (int need = 0; number > 0 && need < 3; ++need)
                    needs.push_back(static_cast<int>(random() % static_cast<unsigned>(number)));
                container.register_<int>(
                    [&made, needs, number](DependencyResolver& resolver) {
                        for (const int need : needs)
                            (void)resolver.resolve<int>(std::to_string(need));
                        ++made[static_cast<std::size_t>(number)];
                        return number;
                    },
                    {.key = std::to_string(number), .singleton = true});
            }
            std::atomic<int> failed = 0;
            in_threads(4, [&](int index) {
                for (int step = 0; step < size; ++step)
                    if (!thrown_by([&] {
                             (void)container.resolve<int>(std::to_string((step * 7 + index * 11) % size));
                         }).empty())
                        ++failed;
            });
            QVERIFY2(failed == 0, qPrintable(QStringLiteral("seed %1").arg(seed)));
            for (const auto& times : made)
                QVERIFY2(times == 1, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    // The same with cycles: some fail, none waits for ever, and what is made is made once.
    void randomGraphsWithCycles() {
        const auto seed = static_cast<unsigned>(std::random_device()());
        std::mt19937 random(seed);
        for (int round = 0; round < 200; ++round) {
            constexpr unsigned size = 8;
            DependencyContainer container;
            std::array<std::atomic<int>, size> made{};
            for (unsigned number = 0; number < size; ++number) {
                const unsigned need = random() % size;
                container.register_<int>(
                    [&made, need, number](DependencyResolver& resolver) {
                        std::this_thread::yield();
                        if (need != 0) // so that not all fail
                            (void)resolver.resolve<int>(std::to_string(need));
                        ++made[number];
                        return 1;
                    },
                    {.key = std::to_string(number), .singleton = true});
            }
            in_threads(4, [&](int index) {
                for (unsigned step = 0; step < size; ++step) {
                    const std::string error = thrown_by([&] {
                        (void)container.resolve<int>(std::to_string((step * 3 + static_cast<unsigned>(index)) % size));
                    });
                    if (!error.empty() && !error.starts_with("DependencyCycleError: "))
                        qFatal("seed %u: %s", seed, error.c_str());
                }
            });
            for (const auto& times : made)
                QVERIFY2(times <= 1, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void lazyGivesAllTheSame() {
        for (int round = 0; round < 200; ++round) {
            const Lazy<int> lazy([] { return std::make_shared<int>(1); });
            std::array<std::shared_ptr<int>, 4> got;
            in_threads(4, [&](int index) { got[static_cast<std::size_t>(index)] = lazy.get(); });
            for (const auto& object : got)
                QCOMPARE(object, got[0]);
        }
    }
};

QTEST_APPLESS_MAIN(ThreadsTest)
#include "threads_test.moc"
