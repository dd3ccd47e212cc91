"""Measures what --memory promises: memory_cap.py --programs DIR [--memory MB] [--scale N]. Indexes inputs that are meant to take
much memory, and prints the peak resident size of each run beside the cap: the sum of --memory and 64 MB. All text is
invented. A line of 200 MB must be rejected by name."""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile

SLACK_MB = 64
MB = 1 << 20


def words(chance, count, letters):
    return " ".join("".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=letters)) for _ in range(count))


def lines(articles):
    return (json.dumps(article) + "\n" for article in articles)


def usual(chance, count):
    vocabulary = [words(chance, 1, chance.randrange(2, 12)) for _ in range(30000)]
    for i in range(count):
        body = " ".join(vocabulary[min(int(chance.paretovariate(0.7)), len(vocabulary)) - 1] for _ in range(400))
        yield {"id": f"invented-{i}", "title": f"Usual {i}", "body": body, "outlet": f"Paper {i % 200}",
               "entities": [f"Name {chance.randrange(50000)}" for _ in range(8)]}


def words_that_come_once(chance, count):
    for i in range(count):
        yield {"id": f"once-{i}", "title": f"Once {i}", "body": words(chance, 400, 9)}


def tiny(_, count):
    for i in range(count):
        yield {"id": f"tiny-{i}-of-a-long-row-of-ids-that-are-long-themselves", "title": f"t{i}"}


def one_long(chance, megabytes):
    """In pieces: the memory of this process would be counted as that of those it starts."""
    yield '{"id": "long-%d", "title": "A long one", "body": "' % chance.randrange(1 << 40)
    for _ in range(megabytes * 16):
        yield words(chance, MB // 16 // 9, 8) + " "
    yield '"}\n'


def endless(_, megabytes):
    yield '{"id": "endless", "title": "x", "body": "'
    for _ in range(megabytes):
        yield "lantern " * (MB // 8)
    yield '"}\n{"id": "after", "title": "After it"}\n'


def inputs(scale, memory):
    """Name, text in pieces, and how the run must end: exit code and what it says."""
    chance = random.Random(1)
    yield "usual articles", lines(usual(chance, int(20000 * scale))), 0, ""
    yield "words that come once", lines(words_that_come_once(chance, int(8000 * scale))), 0, ""
    yield "tiny articles", lines(tiny(chance, int(300000 * scale))), 0, ""
    longest = memory // 80 // MB
    yield "the longest article", one_long(chance, longest), 0, ""
    yield "longest articles", (piece for _ in range(6) for piece in one_long(chance, longest)), 0, ""
    yield "an article of 50 MB", one_long(chance, 50), 6, "were rejected: with more --memory"
    yield "a line of 200 MB", endless(chance, 200), 6, "news.jsonl:1: "


def peak_of(command):
    """Exit code, peak resident size in MB, standard error."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_maxrss / 1024, errors


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", required=True)
    options.add_argument("--memory", type=int, default=256, help="MB")
    options.add_argument("--scale", type=float, default=1, help="times as many articles")
    given = options.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        source, archive = os.path.join(folder, "news.jsonl"), os.path.join(folder, "news.idx")
        command = [os.path.join(given.programs, "newshound-index"), "rebuild", "-i", archive, "--progress", "none", "--memory",
                   f"{given.memory}M", source]

        def measure(name, wanted_code, wanted_error):
            code, peak, errors = peak_of(command)
            is_well = code == wanted_code and wanted_error in errors and peak <= given.memory + SLACK_MB
            print(f"{name}: {os.path.getsize(source) / MB:.0f} MB of input, peak {peak:.0f} MB of {given.memory + SLACK_MB} MB"
                  + ("" if is_well else f" FAILED: exit {code}: {errors[:300]}"), flush=True)
            return 0 if is_well else 1

        for name, text, wanted_code, wanted_error in inputs(given.scale, given.memory * MB):
            with open(source, "w", encoding="utf-8") as file:
                file.writelines(text)
            failed += measure(name, wanted_code, wanted_error)
    print(f"memory: failed {failed}")
    return 1 if failed else 0


sys.exit(main())
