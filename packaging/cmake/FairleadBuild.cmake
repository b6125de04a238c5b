# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# What every target of the tree shares: the language, the warnings, and what keeps compiling and linking short.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_GLOBAL_AUTOGEN_TARGET ON) # the target autogen: what moc writes for the window, for packaging/lint
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/lib")
include(GNUInstallDirs)
set(CMAKE_INSTALL_DEFAULT_COMPONENT_NAME programs)
set(CMAKE_INSTALL_RPATH "$ORIGIN/../${CMAKE_INSTALL_LIBDIR}") # an installation may be moved as a whole

# For builds that only run tests. The others have none: there it shows when a source forgets a header that it needs.
option(FAIRLEAD_PRECOMPILE "Compile the headers that most sources include once for all of them" OFF)

find_program(FAIRLEAD_CCACHE ccache)
mark_as_advanced(FAIRLEAD_CCACHE)
if(FAIRLEAD_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER "${FAIRLEAD_CCACHE}")
    if(FAIRLEAD_PRECOMPILE)
        # What ccache needs to keep sources that are compiled with such headers.
        set(CMAKE_CXX_COMPILER_LAUNCHER env CCACHE_SLOPPINESS=pch_defines,time_macros "${FAIRLEAD_CCACHE}")
        add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> $<$<CXX_COMPILER_ID:Clang>:-Xclang>
                            $<$<CXX_COMPILER_ID:Clang>:-fno-pch-timestamp>)
    endif()
endif()

set(fairlead_common_headers
    <algorithm>
    <cstdint>
    <filesystem>
    <functional>
    <map>
    <memory>
    <optional>
    <span>
    <string>
    <string_view>
    <unordered_map>
    <utility>
    <variant>
    <vector>)

# fairlead_precompile(TARGET HEADER…), or fairlead_precompile(TARGET REUSE_FROM OTHER): where FAIRLEAD_PRECOMPILE is on.
function(fairlead_precompile target)
    if(NOT FAIRLEAD_PRECOMPILE)
        return()
    endif()
    if(ARGV1 STREQUAL "REUSE_FROM")
        target_precompile_headers(${target} REUSE_FROM ${ARGV2})
    else()
        target_precompile_headers(${target} PRIVATE ${fairlead_common_headers} ${ARGN})
    endif()
    # The headers are not shared if these, which are for QFINDTESTDATA, differ.
    target_compile_options(${target} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
endfunction()

find_program(FAIRLEAD_MOLD mold)
mark_as_advanced(FAIRLEAD_MOLD)
if(FAIRLEAD_MOLD)
    include(CheckLinkerFlag)
    check_linker_flag(CXX -fuse-ld=mold FAIRLEAD_LINKS_WITH_MOLD) # gcc does since 12.1
    if(FAIRLEAD_LINKS_WITH_MOLD)
        # For development only. At -O2 gcc splits functions; where the cold part of one is empty, mold 1.10 leaves its
        # unwinding entry in the way of the next one's, and a throw through that one ends the program.
        add_link_options($<$<CONFIG:Debug>:-fuse-ld=mold>)
    endif()
endif()

# Options of the tree's own sources; a target opts in by linking it PRIVATE.
add_library(fairlead_options INTERFACE)
target_compile_options(fairlead_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow)
# At -O3 gcc 12 takes `"text" + string` for a copy over itself.
target_compile_options(
    fairlead_options
    INTERFACE
        $<$<AND:$<CONFIG:Release>,$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
if(FAIRLEAD_WARNINGS_AS_ERRORS)
    target_compile_options(fairlead_options INTERFACE -Werror)
endif()
