"""Runs the shell examples of a page, in order, in a new directory that holds samples/, and compares what they print.

```console blocks hold lines `$ command` with the exact output below each; amounts of time and speed may differ.
```sh blocks hold commands only: each must exit 0. Commands that build or install are left to the tests that do so."""
import argparse
import difflib
import os
import re
import subprocess
import sys
import tempfile

LEFT_TO_OTHER_TESTS = re.compile(r"^\s*(sh scripts/|cmake |c\+\+ |ctest |build/|tests/bench|#|$)")
VARYING = [(re.compile(r"\d[\d.,]* s, \d[\d.,]* articles/s"), "TIME"), (re.compile(r"\d[\d.,]* kB"), "SIZE"),
           (re.compile(r"\d{8}T\d{6}Z"), "STAMP")]


def blocks(text):
    return re.findall(r"^```(sh|console)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def steps(kind, block):
    """Pairs of command and expected output (None: any output, exit 0)."""
    if kind == "sh":
        return [(line, None) for line in block.splitlines() if not LEFT_TO_OTHER_TESTS.match(line)]
    found = []
    for line in block.splitlines():
        if line.startswith("$ "):
            found.append((line[2:], []))
        elif found:
            found[-1][1].append(line)
    return [(command, "\n".join(lines)) for command, lines in found]


def steady(text):
    for pattern, name in VARYING:
        text = pattern.sub(name, text)
    return [line.rstrip() for line in text.rstrip().splitlines()]


def run(command, directory, programs):
    environment = {**os.environ, "PATH": programs + os.pathsep + os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC"}
    environment.pop("NEWSHOUND_INDEX", None)
    return subprocess.run(command, shell=True, cwd=directory, env=environment, text=True, check=False,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--programs", required=True)
    options.add_argument("--samples", required=True)
    options.add_argument("--print", action="store_true", help="print what the console blocks should say")
    options.add_argument("page")
    given = options.parse_args()
    with open(given.page, encoding="utf-8") as page:
        todo = [step for kind, block in blocks(page.read()) for step in steps(kind, block)]
    faults = 0
    with tempfile.TemporaryDirectory() as directory:
        os.symlink(given.samples, os.path.join(directory, "samples"))
        for command, expected in todo:
            done = run(command, directory, given.programs)
            if given.print and expected is not None:
                print(f"$ {command}\n{done.stdout.rstrip()}")
            elif expected is None and done.returncode != 0:
                faults += 1
                print(f"{command}\n  exits {done.returncode}: {done.stdout}")
            elif expected is not None and steady(done.stdout) != steady(expected):
                faults += 1
                print(command, *difflib.unified_diff(steady(expected), steady(done.stdout), "page", "program", lineterm=""), sep="\n")
    print(f"{len(todo)} examples, {faults} faults")
    return 1 if faults or not todo else 0


sys.exit(main())
