// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/checks/session.h"
#include "core/registry/bundled.h"

#include <QtTest>

using namespace fairlead;

namespace {

/// The rules and lines of what is wrong, as `FS003:31`.
QString found(const CheckSession& session) {
    QStringList places;
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        const auto* rule = rule_info(diagnostic->rule);
        const auto line = file_place(session.catalog(), diagnostic->place.value()).line;
        places += QString("%1:%2").arg(QString::fromUtf8(rule->id.data(), static_cast<int>(rule->id.size()))).arg(line);
    }
    return places.join(' ');
}

/// Applies the first fix that is offered for a rule.
void fix(CheckSession& session, std::uint16_t rule) {
    for (const Diagnostic* diagnostic : session.diagnostics()) {
        if (diagnostic->rule == rule) {
            for (const FileEdit& edit : file_edits(session.catalog(), diagnostic->fixes.at(0))) {
                session.edit(edit.file, edit.begin, edit.end, edit.text);
            }
            return;
        }
    }
}

} // namespace

/// The example of the welcome page: what it says of itself is so, and its cures cure it.
class ExampleCardTest : public QObject {
    Q_OBJECT

private slots:
    void twoThingsAreWrongAndCanBeMended() {
        SessionOptions options;
        options.registry = bundled_snapshot();
        AssetSource source;
        source.name = "path:my_llama.yaml";
        source.given.push_back({"my_llama.yaml", std::string(bundled_example_card())});
        options.sources.push_back(std::move(source));
        CheckSession session = CheckSession::load(std::move(options));

        QCOMPARE(found(session), QString("FS021:13 FS003:31"));
        QVERIFY(!session.verdict().loads());
        fix(session, 3);
        QCOMPARE(found(session), QString("FS021:13"));
        QVERIFY(session.verdict().loads());
        fix(session, 21);
        QCOMPARE(found(session), QString());
        QVERIFY(session.verdict().loads());
    }
};

QTEST_APPLESS_MAIN(ExampleCardTest)
#include "example_card_test.moc"
