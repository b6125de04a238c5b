# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# What `cmake --install` lays down, in three components: `library` (what programs and extensions need to run), `programs`,
# and `development` (headers, CMake and pkg-config files, fairlead::trace, the guide and its example).
include(CMakePackageConfigHelpers)

set(fairlead_cmake_folder "${CMAKE_INSTALL_LIBDIR}/cmake/fairlead")

install(
    TARGETS fairlead_core
    EXPORT fairleadCoreTargets
    LIBRARY COMPONENT library NAMELINK_COMPONENT development
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(
    TARGETS fairlead_trace
    EXPORT fairleadTraceTargets
    ARCHIVE COMPONENT development
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
foreach(part Core Trace)
    install(EXPORT fairlead${part}Targets NAMESPACE fairlead:: DESTINATION "${fairlead_cmake_folder}"
            COMPONENT development)
endforeach()
install(DIRECTORY core/include/fairlead DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development)

configure_package_config_file(packaging/cmake/fairleadConfig.cmake.in "${PROJECT_BINARY_DIR}/fairleadConfig.cmake"
                              INSTALL_DESTINATION "${fairlead_cmake_folder}" NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may change what others were built for.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/fairleadConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(
    FILES "${PROJECT_BINARY_DIR}/fairleadConfig.cmake" "${PROJECT_BINARY_DIR}/fairleadConfigVersion.cmake"
          packaging/cmake/FairleadAddExtension.cmake
    DESTINATION "${fairlead_cmake_folder}"
    COMPONENT development)

include(FairleadPkgConfig)
fairlead_install_pkg_config(fairlead fairlead-trace)

# The library holds the recording of fairseq2, whose notice goes with it.
install(FILES LICENSES/MIT.txt resources/fairseq2-0.8.1.json.license DESTINATION "${CMAKE_INSTALL_DOCDIR}"
        COMPONENT library)
if(FAIRLEAD_GUI)
    install(FILES LICENSES/GPL-3.0-or-later.txt DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT programs)
endif()
install(FILES resources/guide.md DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT development)
install(
    DIRECTORY resources/examples/native
    DESTINATION "${CMAKE_INSTALL_DOCDIR}/examples"
    COMPONENT development)
