# embed_text(FILE HEADER NAMESPACE VARIABLE OUTPUT): a source file, named in OUTPUT, that defines the std::string_view
# newshound::NAMESPACE::VARIABLE, which HEADER declares, as the text of FILE.
function(embed_text file header namespace variable output)
  get_filename_component(name ${file} NAME_WE)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}_data.cc)
  set(script ${PROJECT_SOURCE_DIR}/cmake/embed_text.cmake)
  add_custom_command(
    OUTPUT ${source}
    COMMAND ${CMAKE_COMMAND} -DINPUT=${CMAKE_CURRENT_SOURCE_DIR}/${file} -DOUTPUT=${source} -DHEADER=${header}
            -DNAMESPACE=${namespace} -DVARIABLE=${variable} -P ${script}
    DEPENDS ${file} ${script}
    VERBATIM)
  set(${output} ${source} PARENT_SCOPE)
endfunction()
