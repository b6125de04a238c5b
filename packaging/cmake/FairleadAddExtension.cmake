# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
include_guard(GLOBAL)

# fairlead_add_extension(TARGET SOURCES a.cpp … ENTRY_POINTS name=namespace::function …
#                        [LIBRARIES …] [VERSION …] [DESTINATION folder] [NO_INSTALL])
#
# A library with extensions, and beside it the manifest TARGET.toml that names them in the order given. Each function is
# a `void namespace::function(fairlead::DependencyContainer&)`. Point FAIRLEAD_EXTENSION_PATH at the folder of the
# library to try them from the build. Installed, the library lies in lib/fairlead and the manifest in
# share/fairlead/extensions, where Fairlead looks by itself; or both in DESTINATION.
function(fairlead_add_extension target)
    cmake_parse_arguments(PARSE_ARGV 1 arg "NO_INSTALL" "VERSION;DESTINATION" "SOURCES;ENTRY_POINTS;LIBRARIES")
    if(arg_UNPARSED_ARGUMENTS)
        message(FATAL_ERROR "fairlead_add_extension(${target}): what is ${arg_UNPARSED_ARGUMENTS}?")
    endif()
    if(NOT arg_SOURCES OR NOT arg_ENTRY_POINTS)
        message(FATAL_ERROR "fairlead_add_extension(${target}) needs SOURCES and ENTRY_POINTS name=namespace::function")
    endif()

    set(entries "")
    foreach(entry IN LISTS arg_ENTRY_POINTS)
        if(NOT entry MATCHES "^([A-Za-z0-9_.-]+)=([A-Za-z_][A-Za-z0-9_]*(::[A-Za-z_][A-Za-z0-9_]*)*)$")
            message(FATAL_ERROR "fairlead_add_extension(${target}): ${entry} is not of the form name=namespace::function")
        endif()
        string(APPEND entries "\"${CMAKE_MATCH_1}\" = \"@FOLDER@$<TARGET_FILE_NAME:${target}>:${CMAKE_MATCH_2}\"\n")
    endforeach()
    set(project "[project]\nname = \"${target}\"\n")
    if(arg_VERSION)
        string(APPEND project "version = \"${arg_VERSION}\"\n")
    endif()

    add_library(${target} MODULE ${arg_SOURCES})
    target_compile_features(${target} PRIVATE cxx_std_20)
    target_link_libraries(${target} PRIVATE fairlead::core ${arg_LIBRARIES})
    # The functions have to be exported, and what nobody defines is better found by the linker than by the loader.
    set_target_properties(${target} PROPERTIES CXX_VISIBILITY_PRESET default)
    if(NOT "${CMAKE_CXX_FLAGS} ${CMAKE_SHARED_LINKER_FLAGS} ${CMAKE_MODULE_LINKER_FLAGS}" MATCHES "-fsanitize")
        target_link_options(${target} PRIVATE "LINKER:-z,defs")
    endif()
    set(manifest "${project}\n[project.entry-points.\"fairseq2.extension\"]\n${entries}")
    string(REPLACE "@FOLDER@" "" beside "${manifest}")
    file(GENERATE OUTPUT "$<TARGET_FILE_DIR:${target}>/${target}.toml" CONTENT "${beside}")

    if(NOT arg_NO_INSTALL)
        include(GNUInstallDirs)
        if(arg_DESTINATION)
            set(library_folder "${arg_DESTINATION}")
            set(manifest_folder "${arg_DESTINATION}")
            set(between "")
        else()
            set(library_folder "${CMAKE_INSTALL_LIBDIR}/fairlead")
            set(manifest_folder "${CMAKE_INSTALL_DATADIR}/fairlead/extensions")
            # Relative, so that an installation may be moved as a whole.
            file(RELATIVE_PATH between "${CMAKE_INSTALL_FULL_DATADIR}/fairlead/extensions"
                 "${CMAKE_INSTALL_FULL_LIBDIR}/fairlead")
            string(APPEND between "/")
        endif()
        string(REPLACE "@FOLDER@" "${between}" installed "${manifest}")
        # Not beside the other one, where both would be found.
        set(installed_manifest "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${target}.dir/installed/${target}.toml")
        file(GENERATE OUTPUT "${installed_manifest}" CONTENT "${installed}")
        install(TARGETS ${target} LIBRARY DESTINATION "${library_folder}")
        install(FILES "${installed_manifest}" DESTINATION "${manifest_folder}")
    endif()
endfunction()
