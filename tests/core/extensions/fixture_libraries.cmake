# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# Shared libraries as people bring them, good ones and broken ones. They are compiled as foreign code is: without the
# tree's warnings, and linked by the system's linker.
set(FAIRLEAD_FIXTURE_LIBRARIES "${PROJECT_BINARY_DIR}/tests/extensions")
add_custom_target(fixture_libraries)

# fairlead_add_fixture_library(NAME SOURCES a.cpp … [OBJECTS a.o …] [COMPILE …] [LINK …] [LIBRARIES …]): libNAME.so among them.
function(fairlead_add_fixture_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;OBJECTS;COMPILE;LINK;LIBRARIES")
    list(TRANSFORM arg_SOURCES PREPEND "${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/")
    add_library(fixture_${name} SHARED ${arg_SOURCES} ${arg_OBJECTS})
    # No cache: tests read the sources that the debug information names, which must be this tree's.
    set_target_properties(
        fixture_${name} PROPERTIES OUTPUT_NAME ${name} LIBRARY_OUTPUT_DIRECTORY "${FAIRLEAD_FIXTURE_LIBRARIES}"
                                   CXX_COMPILER_LAUNCHER "")
    target_include_directories(fixture_${name} PRIVATE "${PROJECT_SOURCE_DIR}/core/include")
    target_compile_options(fixture_${name} PRIVATE ${arg_COMPILE})
    target_link_options(fixture_${name} PRIVATE -fuse-ld=bfd ${arg_LINK})
    target_link_libraries(fixture_${name} PRIVATE ${arg_LIBRARIES})
    add_dependencies(fixture_libraries fixture_${name})
endfunction()

fairlead_add_fixture_library(good SOURCES good.cpp)
fairlead_add_fixture_library(good_debug SOURCES good.cpp COMPILE -O0 -g3)
fairlead_add_fixture_library(good_release SOURCES good.cpp COMPILE -O3 -DNDEBUG)
fairlead_add_fixture_library(good_stripped SOURCES good.cpp LINK -s)
fairlead_add_fixture_library(good_lto SOURCES good.cpp COMPILE -O2 -flto LINK -O2 -flto)
fairlead_add_fixture_library(good_gc SOURCES good.cpp COMPILE -ffunction-sections -fdata-sections LINK -Wl,--gc-sections)
fairlead_add_fixture_library(good_mold SOURCES good.cpp LINK $<$<BOOL:${FAIRLEAD_LINKS_WITH_MOLD}>:-fuse-ld=mold>)
fairlead_add_fixture_library(good_sysv_hash SOURCES good.cpp LINK -Wl,--hash-style=sysv)
fairlead_add_fixture_library(undefined_sanitizer SOURCES good.cpp COMPILE -fsanitize=undefined LINK
                             -fsanitize=undefined)
fairlead_add_fixture_library(all_hidden SOURCES good.cpp COMPILE -fvisibility=hidden)
fairlead_add_fixture_library(old_strings SOURCES good.cpp COMPILE -D_GLIBCXX_USE_CXX11_ABI=0)
fairlead_add_fixture_library(debug_containers SOURCES good.cpp COMPILE -D_GLIBCXX_DEBUG)
fairlead_add_fixture_library(mixed_builds SOURCES good.cpp lives_in_fairlead.cpp)
set_source_files_properties("${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/lives_in_fairlead.cpp"
                            PROPERTIES COMPILE_OPTIONS "$<$<STREQUAL:$<TARGET_PROPERTY:NAME>,fixture_mixed_builds>:-D_GLIBCXX_DEBUG>")
fairlead_add_fixture_library(own_runtime SOURCES good.cpp LINK -static-libstdc++ -static-libgcc)
fairlead_add_fixture_library(own_hidden_runtime SOURCES good.cpp LINK -static-libstdc++ -static-libgcc
                             -Wl,--exclude-libs,ALL -s)
fairlead_add_fixture_library(no_note SOURCES no_note.cpp)
fairlead_add_fixture_library(other_abi SOURCES other_abi.cpp)
fairlead_add_fixture_library(other_parameters SOURCES other_parameters.cpp)
fairlead_add_fixture_library(lives_in_fairlead SOURCES lives_in_fairlead.cpp)
fairlead_add_fixture_library(helper_library SOURCES helper_library.cpp)
# UBSan's look at virtual tables would need one symbol more.
fairlead_add_fixture_library(unresolved SOURCES unresolved.cpp COMPILE -fno-sanitize=vptr)
fairlead_add_fixture_library(partly_resolved SOURCES unresolved.cpp COMPILE -fno-sanitize=vptr LIBRARIES
                             fixture_helper_library)
fairlead_add_fixture_library(throws_when_opened SOURCES throws_when_opened.cpp COMPILE -O2 -g2)
fairlead_add_fixture_library(registers SOURCES registers.cpp COMPILE -O2 -g2 LIBRARIES fairlead_core)
fairlead_add_fixture_library(same_name_first SOURCES same_name.cpp COMPILE -O2 -g2 -DSECOND=0 LIBRARIES fairlead_core)
fairlead_add_fixture_library(same_name_second SOURCES same_name.cpp COMPILE -O2 -g2 -DSECOND=1 LIBRARIES fairlead_core)
fairlead_add_fixture_library(brings_assets SOURCES brings_assets.cpp LIBRARIES fairlead_core)
fairlead_add_fixture_library(brings_families SOURCES brings_families.cpp COMPILE -O1 -g2 LIBRARIES fairlead_core)
fairlead_add_fixture_library(misbehaves SOURCES misbehaves.cpp COMPILE -O1 -g2 LIBRARIES fairlead_core)
fairlead_add_fixture_library(crashes_when_opened SOURCES misbehaves_when_opened.cpp COMPILE
                             "-DMISBEHAVIOUR=::raise(SIGSEGV)")
fairlead_add_fixture_library(exits_when_opened SOURCES misbehaves_when_opened.cpp COMPILE "-DMISBEHAVIOUR=std::exit(4)")
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    fairlead_add_fixture_library(address_sanitizer SOURCES good.cpp COMPILE -fsanitize=address LINK -fsanitize=address)
    fairlead_add_fixture_library(thread_sanitizer SOURCES good.cpp COMPILE -fsanitize=thread LINK -fsanitize=thread)
    # Only its library gives this one away: no object of it has the note.
    fairlead_add_fixture_library(address_sanitizer_below SOURCES no_note.cpp LINK -fsanitize=address)
endif()
fairlead_add_fixture_library(throws SOURCES throws.cpp COMPILE -O2 -g2)
fairlead_add_fixture_library(throws_split SOURCES throws.cpp COMPILE -O2 -g2 -gsplit-dwarf)
fairlead_add_fixture_library(throws_without_debug SOURCES throws.cpp COMPILE -O2 -g0 LINK -s)
# Without the table of which unit an address belongs to, as clang++ leaves it out, and with one of other units only.
function(fairlead_add_bare_object name source)
    add_library(fixture_${name} OBJECT "${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/${source}")
    set_target_properties(fixture_${name} PROPERTIES CXX_COMPILER_LAUNCHER "" POSITION_INDEPENDENT_CODE ON)
    target_include_directories(fixture_${name} PRIVATE "${PROJECT_SOURCE_DIR}/core/include")
    target_compile_options(fixture_${name} PRIVATE -O2 -g2 ${ARGN})
    add_custom_command(
        OUTPUT "${FAIRLEAD_FIXTURE_LIBRARIES}/${name}.o"
        COMMAND "${CMAKE_OBJCOPY}" --remove-section .debug_aranges --remove-section .rela.debug_aranges
                "$<TARGET_OBJECTS:fixture_${name}>" "${FAIRLEAD_FIXTURE_LIBRARIES}/${name}.o"
        DEPENDS fixture_${name} "$<TARGET_OBJECTS:fixture_${name}>"
        VERBATIM COMMAND_EXPAND_LISTS)
    set("${name}" "${FAIRLEAD_FIXTURE_LIBRARIES}/${name}.o" PARENT_SCOPE)
endfunction()
fairlead_add_bare_object(throws_bare throws.cpp)
fairlead_add_bare_object(throws_split_bare throws.cpp -gsplit-dwarf)
fairlead_add_bare_object(throws_sections_bare throws.cpp -ffunction-sections)
add_library(fixture_helper_object OBJECT "${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/helper_library.cpp")
set_target_properties(fixture_helper_object PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_compile_options(fixture_helper_object PRIVATE -g2)
fairlead_add_fixture_library(throws_without_table SOURCES no_note.cpp OBJECTS "${throws_bare}" COMPILE -g0)
fairlead_add_fixture_library(throws_split_without_table SOURCES no_note.cpp OBJECTS "${throws_split_bare}" COMPILE -g0)
fairlead_add_fixture_library(throws_beside_table SOURCES good.cpp OBJECTS "$<TARGET_OBJECTS:fixture_helper_object>"
                             "${throws_sections_bare}" COMPILE -g2) # between two that are in the table
# By the other compiler, where there is one.
find_program(FAIRLEAD_CLANGXX NAMES clang++ clang++-14)
mark_as_advanced(FAIRLEAD_CLANGXX)
if(FAIRLEAD_CLANGXX)
    set(throws_clang "${FAIRLEAD_FIXTURE_LIBRARIES}/libthrows_clang.so")
    add_custom_command(
        OUTPUT "${throws_clang}"
        COMMAND "${FAIRLEAD_CLANGXX}" -std=c++20 -O2 -g -fPIC -shared "-I${PROJECT_SOURCE_DIR}/core/include"
                "${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/throws.cpp" -o "${throws_clang}"
        DEPENDS "${PROJECT_SOURCE_DIR}/tests/fixtures/extensions/throws.cpp"
                "${PROJECT_SOURCE_DIR}/core/include/fairlead/abi_note.h"
        VERBATIM)
    add_custom_target(fixture_throws_clang DEPENDS "${throws_clang}")
    add_dependencies(fixture_libraries fixture_throws_clang)
endif()
fairlead_add_fixture_library(dies SOURCES dies.cpp COMPILE -O2 -g2)
fairlead_add_fixture_library(dies_without_debug SOURCES dies.cpp COMPILE -O2 -g0 LINK -s)

# One extension, and what can be wrong with how it was built.
fairlead_add_fixture_library(variants SOURCES variants.cpp COMPILE -O2 -g2 LIBRARIES fairlead_core)
fairlead_add_fixture_library(variants_other_layout SOURCES variants.cpp COMPILE -O2 -g2 -DOTHER_LAYOUT LIBRARIES
                             fairlead_core)
fairlead_add_fixture_library(variants_unresolved SOURCES variants.cpp COMPILE -O2 -DUNRESOLVED LIBRARIES fairlead_core)
fairlead_add_fixture_library(variants_old_strings SOURCES variants.cpp COMPILE -O2 -D_GLIBCXX_USE_CXX11_ABI=0 LIBRARIES
                             fairlead_core)
# As if it were built with the headers of the next version of Fairlead's ABI.
set(next_abi "${PROJECT_BINARY_DIR}/tests/next_abi")
file(READ "${PROJECT_SOURCE_DIR}/core/include/fairlead/abi_note.h" abi_note)
string(REPLACE "FAIRLEAD_ABI_VERSION 1" "FAIRLEAD_ABI_VERSION 2" abi_note "${abi_note}")
file(CONFIGURE OUTPUT "${next_abi}/fairlead/abi_note.h" CONTENT "${abi_note}" @ONLY)
fairlead_add_fixture_library(variants_next_abi SOURCES variants.cpp COMPILE -O2 -Dabi1=abi2 LIBRARIES fairlead_core)
target_include_directories(fixture_variants_next_abi BEFORE PRIVATE "${next_abi}")
if(NOT CMAKE_CXX_FLAGS MATCHES "-fsanitize")
    fairlead_add_fixture_library(variants_sanitizer SOURCES variants.cpp COMPILE -O2 -fsanitize=address LINK
                                 -fsanitize=address LIBRARIES fairlead_core)
endif()
