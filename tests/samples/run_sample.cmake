# cmake -D PROGRAM=... -D ARCHIVE=... -D EXPECTED=... -P run_sample.cmake: runs a sample twice, first without an archive
# and then over its own; both must print the same.
file(REMOVE_RECURSE ${ARCHIVE})
file(READ ${EXPECTED} expected)
foreach(run first second)
  execute_process(COMMAND ${PROGRAM} ${ARCHIVE} OUTPUT_VARIABLE output ERROR_VARIABLE error RESULT_VARIABLE code)
  if(NOT code EQUAL 0 OR NOT output STREQUAL expected)
    message(FATAL_ERROR "${run} run ended with ${code}: ${error}\nexpected:\n${expected}\nprinted:\n${output}")
  endif()
endforeach()
file(REMOVE_RECURSE ${ARCHIVE})
