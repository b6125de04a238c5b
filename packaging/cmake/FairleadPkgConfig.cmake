# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
include_guard(GLOBAL)

# fairlead_install_pkg_config(PACKAGE…): installs PACKAGE.pc, made of the PACKAGE.pc.in beside this file.
#
# Folders below the prefix are given from where the .pc file lies, so that an installation may be moved as a whole; those
# that are absolute stay what they are, as `cmake --install --prefix` leaves them too.
set(fairlead_pkg_config_templates "${CMAKE_CURRENT_LIST_DIR}")
function(fairlead_install_pkg_config)
    set(folder "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
    set(FAIRLEAD_PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
    if(NOT IS_ABSOLUTE "${folder}")
        file(RELATIVE_PATH to_prefix "/prefix/${folder}" "/prefix")
        string(REGEX REPLACE "/$" "" to_prefix "${to_prefix}")
        set(FAIRLEAD_PC_PREFIX "\${pcfiledir}/${to_prefix}")
    endif()
    foreach(part LIBDIR INCLUDEDIR)
        set(FAIRLEAD_PC_${part} "${CMAKE_INSTALL_${part}}")
        if(NOT IS_ABSOLUTE "${CMAKE_INSTALL_${part}}")
            set(FAIRLEAD_PC_${part} "\${prefix}/${CMAKE_INSTALL_${part}}")
        endif()
    endforeach()
    foreach(package IN LISTS ARGV)
        configure_file("${fairlead_pkg_config_templates}/${package}.pc.in" "${PROJECT_BINARY_DIR}/${package}.pc" @ONLY)
        install(FILES "${PROJECT_BINARY_DIR}/${package}.pc" DESTINATION "${folder}" COMPONENT development)
    endforeach()
endfunction()
