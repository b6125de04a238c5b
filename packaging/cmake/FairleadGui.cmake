# SPDX-FileCopyrightText: The Fairlead developers
# SPDX-License-Identifier: MIT
# What the window is built with; included at the top, so that tests and programs that link fairlead_ui see it too.
find_package(Qt6 6.4 REQUIRED COMPONENTS Widgets Svg DBus PrintSupport)
find_package(spdlog REQUIRED)

# QScintilla has neither a CMake config nor a pkg-config file.
find_library(QSCINTILLA_LIBRARY NAMES qscintilla2_qt6 REQUIRED)
find_path(QSCINTILLA_INCLUDE_DIR NAMES Qsci/qsciscintilla.h HINTS ${Qt6Widgets_INCLUDE_DIRS} PATH_SUFFIXES qt6
          REQUIRED)
mark_as_advanced(QSCINTILLA_LIBRARY QSCINTILLA_INCLUDE_DIR)
add_library(qscintilla UNKNOWN IMPORTED)
set_target_properties(qscintilla PROPERTIES IMPORTED_LOCATION "${QSCINTILLA_LIBRARY}"
                                            INTERFACE_INCLUDE_DIRECTORIES "${QSCINTILLA_INCLUDE_DIR}")
target_link_libraries(qscintilla INTERFACE Qt6::Widgets Qt6::PrintSupport)
