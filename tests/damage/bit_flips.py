"""Flips bits of an archive, one at a time, and asks both programs about it.

One bit in each block of 4 KiB of each file, at a random place; every eighth byte of files of less than a block. For each:
`newshound-index verify` must end with 5 and name the file; every search must give the answer of the sound archive, or end
with 5 and name the file. Never may one be ended by a signal, hang, or end with 70. A search that gives another answer in silence
is counted apart, by the kind of file: `silent`. It is no failure, because nothing checks bytes while it searches but those of
stored articles; verify does.

Prints how many blocks were tried and ends with 1 if anything failed."""
import argparse
import collections
import concurrent.futures
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile

BLOCK = 4096
SECONDS = 20
QUERIES = ["ferry", "harbour strike", "harbour OR crane", '"harbour board"', '"the * of"', "harbour NEAR/5 ferry",
           "ferry NEAR/s harbour", "title:ferry", "lead:harbour", "str*", "*ge", "fery~1", "=ferries", "us", "US",
           'outlet:"Harbour Gazette"', 'entity:"Mara Velden"', "date:2024-05", "date:2024..", "added:..2100", "words:>50",
           "has:byline", "-ferry", "lang:es", "byline:velden", "like:gazette-1", "*", "ferry MAYBE strike"]
COMMANDS = [["facet", "outlet"], ["facet", "entity", "ferry"], ["facet", "byline"], ["histogram", "month"],
            ["search", "--sort", "newest", "--snippets", "3", "-n", "50", "--format", "json", "harbour"],
            ["show", "gazette-1"], ["suggest", "ha"], ["info"], ["explain", "ferry -strike"]]
VARYING = ("elapsed_ms",)


def run(command, folder):
    try:
        done = subprocess.run(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return None, b"", b"it hangs"
    return done.returncode, done.stdout, done.stderr


def steady(out):
    """Without what differs from run to run."""
    lines = []
    for line in out.decode("utf-8", "replace").splitlines():
        if line.startswith("{"):
            parsed = json.loads(line)
            for name in VARYING:
                parsed.pop(name, None)
            line = json.dumps(parsed, sort_keys=True)
        lines.append(line)
    return lines


def answers(programs, folder):
    """Question, exit code, output and errors, each asked by itself: the first damage ends a batch."""
    newshound = os.path.join(programs, "newshound")
    found = []
    for query in QUERIES:
        command = ["search", "--format", "jsonl", "-n", "5", "--facet", "outlet,entity", "--histogram", "year", "--", query]
        code, out, errors = run([newshound, *command], folder)
        found.append((query, code, steady(out), errors))
    for command in COMMANDS:
        code, out, errors = run([newshound, *command], folder)
        found.append((" ".join(command), code, steady(out), errors))
    return found


def flips(archive, per_block, rng):
    """Pairs of file and bit."""
    for folder, _, names in sorted(os.walk(archive)):
        for name in sorted(names):
            path = os.path.relpath(os.path.join(folder, name), archive)
            size = os.path.getsize(os.path.join(archive, path))
            if name == "LOCK" or size == 0:
                continue
            if size < BLOCK:
                for at in range(rng.randrange(min(8, size)), size, 8):
                    yield path, at * 8 + rng.randrange(8)
                continue
            for block in range(0, size, BLOCK):
                for _ in range(per_block):
                    yield path, rng.randrange(block * 8, min(block + BLOCK, size) * 8)


def kind_of(path):
    name = os.path.basename(path)
    return "dead" if name.startswith("dead-") else "generations" if name.endswith(".json") else name


class Trial:
    def __init__(self, given, archive):
        self.given = given
        self.sound = archive
        self.expected = answers(given.programs, os.path.dirname(archive))

    def one(self, flip):
        """Failures, silent answers and damaged answers of one flip."""
        path, bit = flip
        failed, silent, damaged = [], 0, 0
        with tempfile.TemporaryDirectory() as folder:
            archive = os.path.join(folder, "news.idx")
            shutil.copytree(self.sound, archive, copy_function=os.link)
            broken = os.path.join(archive, path)
            with open(broken, "rb") as file:
                data = bytearray(file.read())
            data[bit // 8] ^= 1 << (bit % 8)
            os.unlink(broken)  # a link to the sound one
            with open(broken, "wb") as file:
                file.write(data)
            where = f"{path} bit {bit}"
            code, _, errors = run([os.path.join(self.given.programs, "newshound-index"), "verify"], folder)
            if code != 5 or os.path.basename(path).encode() not in errors:
                failed.append(f"{where}: verify ends with {code}: {errors.decode(errors='replace').strip()[:200]}")
            for (question, good, lines, _), (_, code, found, errors) in zip(
                    self.expected, answers(self.given.programs, folder)):
                if code == 5:
                    damaged += 1
                    if os.path.basename(path).encode() not in errors:
                        failed.append(f"{where}: {question}: does not name it: {errors.decode(errors='replace').strip()[:200]}")
                elif code is None or code not in (0, 1, 2, good):  # 2: a histogram from year 1 on has too many months
                    failed.append(f"{where}: {question}: ends with {code}: {errors.decode(errors='replace').strip()[:200]}")
                elif code != good or found != lines:
                    silent += 1
        return path, failed, silent, damaged


def make_archive(given, folder):
    archive = os.path.join(folder, "news.idx")
    index = os.path.join(given.programs, "newshound-index")
    more = os.path.join(folder, "more.jsonl")
    with open(more, "w", encoding="utf-8") as file:
        for i in range(60):
            file.write(json.dumps({"id": f"more-{i}", "title": f"Harbour board meets for the {i}th time",
                                   "body": f"The harbour board met on Monday. Crane {i} stands still, and so does the ferry. "
                                           f"Nobody of the board said a word{i} about it.", "outlet": f"Paper {i % 7}",
                                   "date": f"2024-{i % 12 + 1:02}-11", "persons": ["Mara Velden"]}) + "\n")
    for command in (["add", given.samples], ["add", more], ["remove", "more-3", "gazette-2"]):
        subprocess.run([index, command[0], "-i", archive, *command[1:]], check=True, stdout=subprocess.DEVNULL)
    return archive


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", required=True, help="folder of newshound and newshound-index")
    options.add_argument("--samples", required=True, help="articles to make the archive of")
    options.add_argument("--flips", type=int, default=1, help="bits for each block")
    options.add_argument("--sample", type=int, default=1, help="only every Nth of them")
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--jobs", type=int, default=os.cpu_count())
    given = options.parse_args()
    given.programs = os.path.abspath(given.programs)
    os.environ.pop("NEWSHOUND_INDEX", None)
    seed = random.randrange(1 << 30) if given.seed is None else given.seed
    rng = random.Random(seed)
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        archive = make_archive(given, folder)
        trial = Trial(given, archive)
        bad = [(question, code, errors) for question, code, _, errors in trial.expected if code not in (0, 1)]
        if bad:
            print("the sound archive does not answer:", bad)
            return 1
        todo = list(flips(archive, given.flips, rng))
        todo = todo[rng.randrange(min(given.sample, len(todo))):: given.sample]
        failures, tried, silent = [], collections.Counter(), collections.Counter()
        damaged = searches = missed = 0
        with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
            for path, failed, wrong, refused in pool.map(trial.one, todo):
                kind = kind_of(path)
                tried[kind] += 1
                silent[kind] += wrong
                damaged += refused
                searches += len(trial.expected)
                missed += any(": verify " in failure for failure in failed)
                failures += failed
                for failure in failed:
                    print("FAILED", failure, flush=True)
    for kind in sorted(tried):
        print(f"{kind}: {tried[kind]} bits, {silent[kind]} answers differ in silence")
    print(f"bit flips: tried {len(todo)}, found {len(todo) - missed}, missed {missed}; searches {searches}, refused as damaged "
          f"{damaged}, silent {sum(silent.values())}, failed {len(failures) - missed}")
    return 1 if failures else 0


sys.exit(main())
