// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <QTest>
#include <fairlead/object_function.h>
#include <mutex>

using namespace fairlead;

namespace {

struct Base {
    explicit Base(int the_value) : value(the_value) {}
    virtual ~Base() = default;
    int value;
};
struct Derived : Base {
    using Base::Base;
};

Base by_value(int value) { return Base(value); }
std::unique_ptr<Derived> derived(int value) { return std::make_unique<Derived>(value); }

/// Can be called where it is kept, not where it is handed over.
struct Kept {
    Base operator()(int value) & { return Base(value); }
};

} // namespace

class ObjectFunctionTest : public QObject {
    Q_OBJECT

private slots:
    void takesWhateverGivesTheObject() {
        using Function = ObjectFunction<Base(int)>;
        QCOMPARE(Function(by_value)(1)->value, 1);
        QCOMPARE(Function(&derived)(2)->value, 2);
        QCOMPARE(Function([](int value) { return std::make_shared<Base>(value); })(3)->value, 3);
        QCOMPARE(Function([counter = 3](int) mutable { return Base(++counter); })(0)->value, 4);
        QCOMPARE(Function(Kept())(4)->value, 4);
        QVERIFY(dynamic_cast<Derived*>(Function(derived)(5).get()) != nullptr);
        QVERIFY(Function([](int) { return nullptr; })(0) == nullptr);
    }

    void sharesWhatCannotBeMoved() {
        struct Locked {
            std::mutex mutex{};
            int value = 3;
        };
        QCOMPARE(ObjectFunction<Locked(int)>([](int value) { return Locked{.value = value}; })(4)->value, 4);
    }

    void isEmptyWithoutAFunction() {
        using Function = ObjectFunction<Base(int)>;
        QVERIFY(!Function());
        QVERIFY(!Function({}));
        QVERIFY(!Function(nullptr));
        QVERIFY(!(OptionFunction<int(int), FunctionFits>(nullptr)));
        QVERIFY(!Function(static_cast<Base (*)(int)>(nullptr)));
        QVERIFY(!Function(std::function<Base(int)>()));
        QVERIFY(!Function(std::function<std::shared_ptr<Base>(int)>()));
        QCOMPARE(Function(std::function<Base(int)>(by_value))(6)->value, 6);
        QVERIFY(Function(by_value));
        const Function copied = Function(by_value);
        QCOMPARE(Function(copied)(7)->value, 7);
    }

    void passesReferencesOn() {
        int counted = 0;
        const ObjectFunction<Base(int&, const std::string&)> function = [](int& count, const std::string& text) {
            ++count;
            return Base(static_cast<int>(text.size()));
        };
        QCOMPARE(function(counted, "four")->value, 4);
        QCOMPARE(counted, 1);
    }
};

QTEST_GUILESS_MAIN(ObjectFunctionTest)
#include "object_function_test.moc"
