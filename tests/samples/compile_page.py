"""Compiles every C++ block of a page as a file of its own. Where they are named, checks that its CMake blocks stand in what
the consumer test builds and that one C++ block is the sample, line for line."""
import argparse
import re
import subprocess
import sys


def blocks(text, language):
    return re.findall(r"^```" + language + r"\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def compile_block(compiler, include, code):
    command = [compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-missing-field-initializers",
               "-Wno-unused-function", "-Werror", "-I", include, "-x", "c++", "-"]
    return subprocess.run(command, input=code, text=True, capture_output=True, check=False)


def main():
    options = argparse.ArgumentParser()
    for name in ("compiler", "include", "page"):
        options.add_argument("--" + name, required=True)
    options.add_argument("--cmake", help="a CMakeLists.txt that holds the CMake blocks of the page")
    options.add_argument("--sample", help="a program that is one of the C++ blocks")
    given = options.parse_args()
    with open(given.page, encoding="utf-8") as page:
        text = page.read()
    faults = []
    programs = blocks(text, "cpp")
    for number, code in enumerate(programs, 1):
        result = compile_block(given.compiler, given.include, code)
        if result.returncode != 0:
            faults.append(f"C++ block {number} does not compile:\n{result.stderr}")
    if given.sample:
        with open(given.sample, encoding="utf-8") as sample:
            if sample.read() not in programs:
                faults.append(f"no C++ block is {given.sample}")
    lists = blocks(text, "cmake")
    if given.cmake:
        with open(given.cmake, encoding="utf-8") as consumer:
            tested = consumer.read()
        faults += [f"not part of {given.cmake}:\n{block}" for block in lists if block not in tested]
    if not programs or (given.cmake and not lists):
        faults.append("the page has no code")
    print("\n".join(faults) if faults else f"{len(programs)} C++ blocks compile")
    return 1 if faults else 0


sys.exit(main())
