# cmake -DINPUT=file -DOUTPUT=file.cc -DHEADER=header.h -DNAMESPACE=room -DVARIABLE=kName -P embed_text.cmake
# Writes a source file that holds the text of INPUT, so that nothing is read when a program runs. In pieces, because
# compilers need not take a string literal of more than 65,536 bytes.
file(READ ${INPUT} text)
string(LENGTH "${text}" length)
set(pieces "")
set(begin 0)
while(begin LESS length)
  string(SUBSTRING "${text}" ${begin} 8000 piece)
  string(APPEND pieces "R\"embedded(${piece})embedded\"\n")
  math(EXPR begin "${begin} + 8000")
endwhile()
file(WRITE ${OUTPUT}
  "#include \"${HEADER}\"\n\nnamespace newshound::${NAMESPACE} {\n\nconst std::string_view ${VARIABLE} =\n${pieces};\n\n}\n")
