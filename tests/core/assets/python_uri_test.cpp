// SPDX-FileCopyrightText: The Fairlead developers
// SPDX-License-Identifier: MIT
#include "core/assets/python_uri.h"

#include <QtTest>

using namespace fairlead;

/// Rows are what fairseq2's utils/uri.py answers on Python 3.11.
class PythonUriTest : public QObject {
    Q_OBJECT

private slots:
    void urisAreNormalized_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("uri"); // null: no URI
        const auto row = [](const QString& text, const QString& uri) {
            QTest::newRow(qPrintable(text)) << text << uri;
        };
        row("https://h/w.pt", "https://h/w.pt");
        row("HTTPS://H/W.pt", "https://H/W.pt");
        row("hg://o/r", "hg://o/r");
        row("hg:o/r", "hg:o/r");
        row("a:b.pt", "a:b.pt");
        row("C:\\w", "c:\\w");
        row("model-1.0:x", "model-1.0:x");
        row("file:/x", "file:///x");
        row("file:x", "file:///x");
        row("FILE:///x", "file:///x");
        row("file://a/b", "file://a/b");
        row("file:///with space", "file:///with space");
        row("file:", "file://");
        row("http://h/p?", "http://h/p");
        row("http://h/p#", "http://h/p");
        row("http://h/p?a#b?c", "http://h/p?a#b?c");
        row("http://h/p;", "http://h/p");
        row("http://h/p;a;b", "http://h/p;a;b");
        row("hg://o/r;", "hg://o/r;");
        row("  \thttp://h/a\tb\n", "http://h/ab");
        row("http://[::1]/x", "http://[::1]/x");
        row("http://[v1.a]/x", "http://[v1.a]/x");
        row("http://h#f", "http://h#f");
        row("s3:", "s3:");
        for (const QString path :
             {"w.pt", "1:2", "a b:c", ":x", "/x", "//x", "", "~/x", "http://[x", "http://x]", "http://[1.2.3.4]",
              "http://[v.a]", "http://[::1%]", "é:x", "http://a\u2100b", "${env:X}"})
            row(path, {});
    }
    void urisAreNormalized() {
        QFETCH(QString, text);
        QFETCH(QString, uri);
        const auto result = python::normalized_uri(text.toStdString());
        QCOMPARE(result ? QString::fromStdString(*result) : QString(), uri);
    }

    void pathsAreEncoded_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("uri"); // null: cannot be
        QTest::newRow("plain") << QByteArray("/a/b_c-d.e~f/0") << QByteArray("file:///a/b_c-d.e~f/0");
        QTest::newRow("space") << QByteArray("/a b") << QByteArray("file:///a%20b");
        QTest::newRow("signs") << QByteArray("/@+%?#;:") << QByteArray("file:///%40%2B%25%3F%23%3B%3A");
        QTest::newRow("UTF-8") << QByteArray("/\xc3\xa9") << QByteArray("file:///%C3%A9");
        QTest::newRow("byte") << QByteArray("/\xe9") << QByteArray("file:///%E9");
        QTest::newRow("surrogate for a byte") << QByteArray("/\xed\xb3\xa9") << QByteArray("file:///%E9");
        QTest::newRow("other surrogate") << QByteArray("/\xed\xa0\x80") << QByteArray();
        QTest::newRow("NUL") << QByteArray("/\0", 2) << QByteArray("file:///%00");
        QTest::newRow("two slashes") << QByteArray("//x") << QByteArray("file:////x");
    }
    void pathsAreEncoded() {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, uri);
        const auto result = python::path_uri(path.toStdString());
        QCOMPARE(result ? QByteArray::fromStdString(*result) : QByteArray(), uri);
    }
};

QTEST_APPLESS_MAIN(PythonUriTest)
#include "python_uri_test.moc"
