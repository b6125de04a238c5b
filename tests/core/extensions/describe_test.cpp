// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include <fairlead/asset_errors.h>
#include <fairlead/dependency_errors.h>
#include <fairlead/describe.h>

#include <QTest>
#include <stdexcept>
#include <string>

using namespace fairlead;

namespace lab {

class ShelfError : public Error {
public:
    using Error::Error;
};
struct NoException {};

} // namespace lab

namespace {

/// The two ways to ask, which have to agree.
template <class Throw>
std::string described(Throw thrower) {
    try {
        thrower();
    } catch (const std::exception& exception) {
        const std::string text = describe(exception);
        return text == describe(std::current_exception()) ? text : "They differ: " + text;
    } catch (...) {
        return describe(std::current_exception());
    }
    return {};
}

struct ForeignCall : ThrowTraces {
    std::vector<TraceFrame> frames(const std::exception_ptr&) const override {
        return {{.function = "std::terminate()", .library = "/lib/libstdc++.so.6", .offset = 7}};
    }
};
struct OneCall : ThrowTraces {
    std::vector<TraceFrame> frames(const std::exception_ptr&) const override {
        return {{.function = "lab::read()", .file = "/lab/read.cpp", .line = 7}};
    }
};

} // namespace

class DescribeTest : public QObject {
    Q_OBJECT

private slots:
    void errorOfFairseq2HasItsName() {
        QCOMPARE(described([] { throw InternalError("It cannot be."); }),
                 std::string("InternalError: It cannot be.\n"));
    }

    void detailsStandBelow() {
        QCOMPARE(described([] { throw ValueError("Not both.", "a and b"); }),
                 std::string("ValueError: Not both.\n    (a and b)\n"));
    }

    void errorOfTheProgramKeepsItsNamespace() {
        QCOMPARE(described([] { throw lab::ShelfError("It is empty.", "shelf 3"); }),
                 std::string("lab::ShelfError: It is empty.\n    (shelf 3)\n"));
    }

    void causesFollowTheRootLast() {
        const auto nest = [] {
            try {
                try {
                    throw std::runtime_error("index.txt cannot be read.");
                } catch (...) {
                    std::throw_with_nested(lab::ShelfError("It is empty.", "shelf 3"));
                }
            } catch (...) {
                std::throw_with_nested(std::logic_error("No model."));
            }
        };
        QCOMPARE(described(nest), std::string("std::logic_error: No model.\n"
                                              "caused by lab::ShelfError: It is empty.\n    (shelf 3)\n"
                                              "caused by std::runtime_error: index.txt cannot be read.\n"));
    }

    /// As the error of a card's config does: all that it comes of stands in its details, and is nested, too.
    void detailsDoNotRepeatTheCauses() {
        const auto nest = [] {
            try {
                try {
                    throw ValueError("It is no number.");
                } catch (...) {
                    std::throw_with_nested(InternalError("`a` is wrong.", "ValueError: It is no number."));
                }
            } catch (...) {
                std::throw_with_nested(
                    InternalError("No config.", "`a` is wrong. <- It is no number. The family is registered by lab."));
            }
        };
        QCOMPARE(described(nest), std::string("InternalError: No config.\n    (The family is registered by lab.)\n"
                                              "caused by InternalError: `a` is wrong.\n"
                                              "caused by ValueError: It is no number.\n"));
    }

    void detailsThatOnlyMentionTheCauseStay() {
        const auto nest = [] {
            try {
                throw ValueError("a");
            } catch (...) {
                std::throw_with_nested(InternalError("No config.", "What a card says counts."));
            }
        };
        QCOMPARE(described(nest), std::string("InternalError: No config.\n    (What a card says counts.)\n"
                                              "caused by ValueError: a\n"));
    }

    void causeMayBeAnything() {
        const auto nest = [] {
            try {
                throw 42;
            } catch (...) {
                std::throw_with_nested(InternalError("It cannot be."));
            }
        };
        QCOMPARE(described(nest), std::string("InternalError: It cannot be.\ncaused by int: 42\n"));
    }

    void causesAreLimited() {
        std::exception_ptr last = std::make_exception_ptr(std::runtime_error("root"));
        for (int i = 0; i < 150; ++i)
            try {
                try {
                    std::rethrow_exception(last);
                } catch (...) {
                    std::throw_with_nested(std::runtime_error("again"));
                }
            } catch (...) {
                last = std::current_exception();
            }
        QCOMPARE(QString::fromStdString(describe(last)).count('\n'), 100);
    }

    void whatIsNoException() {
        QCOMPARE(described([] { throw 42; }), std::string("int: 42\n"));
        QCOMPARE(described([] { throw std::string("a text"); }), std::string("std::string: a text\n"));
        QCOMPARE(described([] { throw lab::NoException(); }), std::string("lab::NoException\n"));
    }

    void nothingIsEmpty() { QCOMPARE(describe(std::exception_ptr()), std::string()); }

    void controlCharactersAreEscaped() {
        QCOMPARE(described([] { throw std::runtime_error("two\nlines \x1b[31m"); }),
                 std::string("std::runtime_error: two\\nlines \\x1b[31m\n"));
    }

    void tracesAreShownWhenGiven() {
        const auto exception = std::make_exception_ptr(InternalError("It cannot be."));
        const OneCall traces;
        QCOMPARE(describe(exception, &traces),
                 std::string("InternalError: It cannot be.\n    /lab/read.cpp:7 in lab::read()\n"));
    }

    void callsOfOthersAloneAreNotShown() {
        const auto exception = std::make_exception_ptr(InternalError("It cannot be."));
        const ForeignCall traces;
        QCOMPARE(describe(exception, &traces), std::string("InternalError: It cannot be.\n"));
    }
};

QTEST_GUILESS_MAIN(DescribeTest)
#include "describe_test.moc"
