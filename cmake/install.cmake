# What `cmake --install` puts down beside the programs: the libraries, the public headers, and what CMake and pkg-config
# need to find them. The object libraries that the two are made of, and the flags they are built with, stay inside.
include(CMakePackageConfigHelpers)

foreach(part format searcher indexer)
  set_target_properties(newshound_${part} PROPERTIES EXPORT_NAME ${part})
  if(NOT TARGET newshound::${part})
    add_library(newshound::${part} ALIAS newshound_${part})
  endif()
endforeach()
target_compile_features(newshound_format PUBLIC cxx_std_20)

install(TARGETS newshound_format newshound_searcher newshound_indexer EXPORT newshound-targets
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(DIRECTORY include/newshound DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN "*.h")
install(FILES LICENSE CHANGELOG.md searcher/matching/data/snowball-licence.txt DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/newshound)
install(EXPORT newshound-targets NAMESPACE newshound:: DESTINATION ${package_dir} COMPONENT development)
configure_package_config_file(cmake/newshound-config.cmake.in newshound-config.cmake INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(newshound-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/newshound-config.cmake ${CMAKE_CURRENT_BINARY_DIR}/newshound-config-version.cmake
  DESTINATION ${package_dir} COMPONENT development)

# The .pc files name the prefix by their own place, so that an install can be moved (and `--prefix` works).
set(pkgconfig_dir ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
if(IS_ABSOLUTE ${CMAKE_INSTALL_LIBDIR})
  set(NEWSHOUND_PC_PREFIX ${CMAKE_INSTALL_PREFIX})
  set(NEWSHOUND_PC_LIBDIR ${CMAKE_INSTALL_LIBDIR})
else()
  file(RELATIVE_PATH up /${pkgconfig_dir} /)
  string(REGEX REPLACE "/$" "" up ${up})
  set(NEWSHOUND_PC_PREFIX "\${pcfiledir}/${up}")
  set(NEWSHOUND_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
foreach(part format searcher indexer)
  configure_file(cmake/newshound-${part}.pc.in newshound-${part}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/newshound-${part}.pc DESTINATION ${pkgconfig_dir} COMPONENT development)
endforeach()
