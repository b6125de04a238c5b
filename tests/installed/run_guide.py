# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
"""run_guide.py CMAKE GUIDE PREFIX COMPILER FLAG…: makes a project of the code in the guide, builds it outside the tree
against the package in PREFIX with warnings as errors, runs it, and fails if something is not as the guide says.

What a block is, the word behind its language says: `declare` stands in the extension's header, `setup` in its setup
function, `use` in a program that finds the extension, `throws` likewise, and the next block is what it throws, `alone` in
one that has it as `extras`; `thin` is an extension's source where a library has the classes, `traced` stands in a program
that says why an extension fails. Each code in the table of what the compiler says has to be refused with the text beside it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

cmake, guide, prefix, compiler, *flags = sys.argv[1:]
text = Path(guide).read_text()
blocks = [
    (language, kind, body)
    for language, kind, body in re.findall(r"^```(\w+) ?(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
]
refusals = re.findall(r"^\| `(.*?)` \| [^|]* \| (.*) \|$", text[text.index("## What the compiler says") :], re.MULTILINE)
warnings = ["-Wall", "-Wextra", "-Werror"]


def of(language: str, kind: str = "") -> list[str]:
    found = [body for l, k, body in blocks if (l, k) == (language, kind)]
    assert found, f"The guide has no {language} {kind}"
    return found


def run(*command: str, **options) -> str:
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout}")
    return done.stdout


def program() -> str:
    first, *uses = [(k, b) for l, k, b in blocks if l == "cpp" and k in ("use", "throws")]
    lines = ["void as_extension() {", first[1]]
    for kind, body in uses:
        lines += ["{", body, "}"] if kind == "use" else [f"say([&] {{ {body} }});"]
    lines += ["}", "void alone() {", *of("cpp", "alone"), "}", "void traced() {", *of("cpp", "traced"), "}"]
    for number, body in enumerate(b for b in of("cpp") if not b.startswith("namespace")):
        lines += [f"[[maybe_unused]] void shown_{number}() {{", body, "}"]
    return "\n".join(
        [
            '#include "my_package.h"',
            "#undef NDEBUG",
            "#include <cassert>",
            "#include <cstdlib>",
            "#include <cxxabi.h>",
            "#include <typeinfo>",
            "#include <iostream>",
            "#include <string_view>",
            '#pragma GCC diagnostic ignored "-Wunused-result"',
            "namespace {",
            "template <class F> void say(F act) {",
            '    try { act(); std::cout << "nothing\\n"; }',
            "    catch (const fairlead::Error& error) {",
            "        int status = 0;",
            "        char* const name = abi::__cxa_demangle(typeid(error).name(), nullptr, nullptr, &status);",
            "        const std::string_view kind = name;",
            "        std::cout << kind.substr(kind.rfind(':') + 1) << \": \" << error.what() << std::endl;",
            "        std::free(name);",
            "    }",
            "}",
            *lines,
            "}",
            "int main(int argc, char** argv) {",
            "    const std::string_view what = argc > 1 ? argv[1] : \"\";",
            '    if (what == "alone") alone(); else if (what == "traced") traced(); else as_extension();',
            "}",
        ]
    )


def write_project(folder: Path) -> None:
    namespaces = [b for b in of("cpp") if b.startswith("namespace")]
    (folder / "my_package.h").write_text(
        "#pragma once\n#include <fairlead/dependency_container.h>\n" + "\n".join(of("cpp", "declare") + namespaces)
    )
    (folder / "my_package.cpp").write_text(
        '#include "my_package.h"\nnamespace my_package {\n'
        "void setup_my_extension(fairlead::DependencyContainer& container) {\n" + "\n".join(of("cpp", "setup")) + "}\n}\n"
    )
    (folder / "broken.cpp").write_text(
        "#include <fairlead/dependency_container.h>\n"
        "namespace my_package { void setup(fairlead::DependencyContainer&) { throw 42; } }\n"
    )
    (folder / "program.cpp").write_text(program())
    (folder / "thin.cpp").write_text('#include "my_package.h"\n' + of("cpp", "thin")[0])
    (folder / "cards").mkdir()
    (folder / "cards/cards.yaml").write_text(of("yaml")[0])
    (folder / "cards/letters.txt").write_text("abc\n")
    (folder / "CMakeLists.txt").write_text(
        "\n".join(of("cmake"))
        + "add_executable(program program.cpp)\n"
        + "target_link_libraries(program PRIVATE my_classes fairlead::trace)\n"
        + "fairlead_add_extension(broken SOURCES broken.cpp ENTRY_POINTS broken=my_package::setup)\n"
    )


def check_refusal(row: tuple[str, str]) -> str:
    code, sentence = row
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "program.cpp"
        source.write_text(
            f"#include <fairlead/{'families' if 'fairlead::' in code else 'dependency_container'}.h>\n#include <variant>\n"
            "struct A {}; struct B {}; struct NoFields {};\n"
            "struct Base { virtual ~Base() = default; virtual int f() = 0; };\n"
            f"void setup(fairlead::DependencyContainer& container) {{ {code} }}\n"
        )
        done = subprocess.run(
            [compiler, "-std=c++20", "-fsyntax-only", f"-I{prefix}/include", str(source)],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env={**os.environ, "LC_ALL": "C"},
        )  # fmt: skip
    if done.returncode == 0:
        return f"{code}\ncompiles."
    return "" if sentence in done.stdout else f"{code}\nis refused, but not with: {sentence}\n{done.stdout[:3000]}"


def main(work: Path) -> None:
    with ThreadPoolExecutor(2) as pool:
        failures = [failure for failure in pool.map(check_refusal, refusals) if failure]
    if failures or len(refusals) < 10:
        sys.exit("\n".join(failures) or "The table of what the compiler says is not there.")

    write_project(work)
    options = ["-G", "Ninja", f"-DCMAKE_PREFIX_PATH={prefix}", f"-DCMAKE_CXX_COMPILER={compiler}",
               f"-DCMAKE_CXX_FLAGS={' '.join(flags + warnings)}", "-DCMAKE_BUILD_TYPE=Debug"]  # fmt: skip
    environment = dict(os.environ)
    if launcher := shutil.which("ccache"):
        options.append(f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}")
        environment.update(CCACHE_BASEDIR=str(work), CCACHE_NOHASHDIR="1")
    run(cmake, "-S", str(work), "-B", str(work / "build"), *options, env=environment)
    run(cmake, "--build", str(work / "build"), "-j", "2", env=environment)

    # The extension as the guide's own manifest names it, built as its line for a shell says.
    extension = work / "extension"
    extension.mkdir()
    package = work / "prefix" # without a space, which pkg-config would escape
    package.symlink_to(prefix)
    by_hand = of("sh")[0].replace("c++ ", " ".join([compiler, *flags, *warnings, ""]), 1)
    run("sh", "-c", by_hand, cwd=work,
        env={**environment, "PKG_CONFIG_PATH": str(next(package.rglob("fairlead.pc")).parent)})  # fmt: skip
    shutil.copy(work / "libmy_package.so", extension)
    shutil.copytree(work / "build/my_package", extension / "my_package")
    (extension / "my_package.toml").write_text(of("toml")[0])
    made = (work / "build/my_package.toml").read_text()
    entry = re.search(r'^\W*my_extension\W.*?= "(.*)"$', of("toml")[0], re.MULTILINE)
    if not entry or f'"{entry[1]}"' not in made:
        sys.exit(f"The manifest that CMake writes names another function:\n{made}")

    clean = {"PATH": "/usr/bin:/bin", "HOME": str(work / "home")}
    found = run(str(work / "build/program"), env={**clean, "FAIRLEAD_EXTENSION_PATH": str(extension),
                                                  "FAIRSEQ2_EXTENSION_TRACE": "1"})  # fmt: skip
    expected = [
        blocks[i + 1][2].strip() for i, block in enumerate(blocks) if block[:2] == ("cpp", "throws")
    ]
    if [line.rstrip() for line in found.splitlines()] != expected:
        sys.exit(f"The program says\n{found}\nnot\n" + "\n".join(expected))

    # What CMake installs says the same, as one library and as two.
    run(cmake, "--install", str(work / "build"), "--prefix", str(work / "installed"))
    installed = work / "installed/share/fairlead/extensions"
    for name in ("my_package", "my_thin_extension"):
        again = run(str(work / "build/program"), env={**clean, "FAIRSEQ2_EXTENSION_TRACE": "1",
                                                      "FAIRLEAD_EXTENSION_PATH": str(installed / f"{name}.toml")})  # fmt: skip
        if again != found:
            sys.exit(f"With {name} as it is installed the program says\n{again}\nnot\n{found}")
    if said := run(str(work / "build/program"), "alone", env=clean, cwd=extension):
        sys.exit(f"The program by itself says\n{said}")

    # Of an extension that fails there is the warning that the guide shows, and nothing else is wrong.
    (extension / "broken.toml").write_text((work / "build/broken.toml").read_text())
    shutil.copy(work / "build/libbroken.so", extension)
    said = run(str(work / "build/program"), env={**clean, "FAIRLEAD_EXTENSION_PATH": str(extension)})
    warning = next(body for body in of("text") if body.startswith("libbroken.so"))
    if warning not in said or len(said.splitlines()) != len(expected) + 1:
        sys.exit(f"With an extension that fails the program says\n{said}")
    said = run(str(work / "build/program"), "traced", env={**clean, "FAIRLEAD_EXTENSION_PATH": str(extension),
                                                           "FAIRSEQ2_EXTENSION_TRACE": "1"})  # fmt: skip
    if not re.match(r"ExtensionError: libbroken\.so:my_package::setup extension failed\..*\n(    .*\n)*"
                    r"caused by int: 42\n(    .*\n)*    .*/broken\.cpp:2 in my_package::setup\(", said):  # fmt: skip
        sys.exit(f"Of an extension that fails the program says\n{said}")


with tempfile.TemporaryDirectory() as folder:
    main(Path(folder))
