// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/extensions/entry_point.h"

#include <QTest>

using namespace fairlead;

class EntryPointTest : public QObject {
    Q_OBJECT

private slots:
    void valueIsTakenApart_data() {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("library");
        QTest::addColumn<QString>("function");
        QTest::addColumn<QString>("extras");
        QTest::newRow("plain") << "my_ext:my_package::setup"
                               << "my_ext"
                               << "my_package::setup"
                               << "";
        QTest::newRow("no namespace") << "my_ext:setup"
                                      << "my_ext"
                                      << "setup"
                                      << "";
        QTest::newRow("deep namespace") << "my_ext:a::b::c::setup"
                                        << "my_ext"
                                        << "a::b::c::setup"
                                        << "";
        QTest::newRow("path") << "../lib/libx.so.1:a::setup"
                              << "../lib/libx.so.1"
                              << "a::setup"
                              << "";
        QTest::newRow("blanks") << "  my ext :\ta::setup "
                                << "my ext"
                                << "a::setup"
                                << "";
        QTest::newRow("extras") << "x:a::setup [fast, slow]"
                                << "x"
                                << "a::setup"
                                << "fast, slow";
        QTest::newRow("empty extras") << "x:a::setup[]"
                                      << "x"
                                      << "a::setup"
                                      << "";
        QTest::newRow("letters beyond ASCII") << "größe:größe::los"
                                              << "größe"
                                              << "größe::los"
                                              << "";
    }
    void valueIsTakenApart() {
        QFETCH(QString, value);
        const auto result = parse_entry_point(value.toStdString());
        const auto* fault = std::get_if<EntryPointFault>(&result);
        QVERIFY2(fault == nullptr, fault == nullptr ? "" : fault->message.c_str());
        const auto& target = std::get<EntryPointTarget>(result);
        QTEST(QString::fromStdString(target.library), "library");
        QStringList function;
        for (const std::string& part : target.function)
            function += QString::fromStdString(part);
        QTEST(function.join("::"), "function");
        QTEST(QString::fromStdString(target.extras), "extras");
    }

    void valueThatNamesNothingSaysWhy_data() {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("message");
        const QString form = " Write `library:namespace::function`.";
        QTest::newRow("empty") << QByteArray() << "The value is empty." + form;
        QTest::newRow("blank") << QByteArray(" \t") << "The value is empty." + form;
        QTest::newRow("no colon") << QByteArray("my_ext")
                                  << "`my_ext` has no colon between library and function." + form;
        QTest::newRow("only a function") << QByteArray("a::setup")
                                         << "`a::setup` names no library, only a function." + form;
        QTest::newRow("no library") << QByteArray(":setup") << "`:setup` names no library before its colon." + form;
        QTest::newRow("no function") << QByteArray("x:") << "`x:` names no function after its colon." + form;
        QTest::newRow("no function, extras")
            << QByteArray("x: [y]") << "`x: [y]` names no function after its colon." + form;
        QTest::newRow("Python's dots") << QByteArray("pkg.mod:Class.setup")
                                       << "`pkg.mod:Class.setup` has a dot in the name of its function. C++ joins "
                                          "namespaces with `::`: write `library:namespace::function`.";
        QTest::newRow("empty part") << QByteArray("x:a::::b")
                                    << "`x:a::::b` has an empty part in the name of its function." + form;
        QTest::newRow("ends in colons") << QByteArray("x:a::")
                                        << "`x:a::` has an empty part in the name of its function." + form;
        QTest::newRow("hyphen")
            << QByteArray("x:my-package::setup")
            << "`x:my-package::setup` has `my-package` in the name of its function, which is no C++ name.";
        QTest::newRow("digit first") << QByteArray("x:1st")
                                     << "`x:1st` has `1st` in the name of its function, which is no C++ name.";
        QTest::newRow("one colon too few")
            << QByteArray("x:a:setup")
            << "`x:a:setup` has `a:setup` in the name of its function, which is no C++ name.";
        QTest::newRow("parameters") << QByteArray("x:setup()")
                                    << "`x:setup()` has `setup()` in the name of its function, which is no C++ name.";
        QTest::newRow("NUL") << QByteArray("a\0b:c", 5)
                             << "`a\\x00b:c` has a control character in the name of its library.";
        QTest::newRow("bracket") << QByteArray("x:a]") << "`x:a]` ends in `]` that nothing opens." + form;
        QTest::newRow("endless") << QByteArray(5000, 'a')
                                 << '`' + QString(200, 'a') + "…` has no colon between library and function." + form;
    }
    void valueThatNamesNothingSaysWhy() {
        QFETCH(QByteArray, value);
        const auto result = parse_entry_point(value.toStdString());
        const auto* fault = std::get_if<EntryPointFault>(&result);
        QVERIFY(fault != nullptr);
        QTEST(QString::fromStdString(fault->message), "message");
    }
};

QTEST_APPLESS_MAIN(EntryPointTest)
#include "entry_point_test.moc"
