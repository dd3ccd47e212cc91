"""Readers through everything a writer does: several processes search without pause while commits, removals, rebuilds and
merges go on beside them.

Every answer must be that of some generation, whole: the reader prints how many articles match `round`, each of which has the
number of the commit that put it last in its title, and the driver knows what each generation holds. Prints the searches, the
errors, and how long a search takes at rest and during the work (the 95th of a hundred). Ends with 1 if there was an error or
an answer of no generation; how long it took is no failure."""
import argparse
import json
import os
import subprocess
import sys
import tempfile
import threading
import time


def run(command, **options):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, check=False, **options)


class Writer:
    """Makes one generation after another and remembers what each holds."""

    def __init__(self, programs, folder):
        self.index = os.path.join(programs, "newshound-index")
        self.folder = folder
        self.articles = {}   # id -> round it was put last
        self.held = {}       # generation -> what a search for all of it must find
        self.round = 0

    def command(self, *arguments):
        done = run([self.index, *arguments], cwd=self.folder)
        if done.returncode not in (0, 1):
            raise RuntimeError(f"{arguments}: {done.returncode} {done.stderr}")

    def note(self, before_swap):
        """What the next generation holds, noted before anybody can see it."""
        self.held[before_swap] = sorted(f"{name} {number}" for name, number in self.articles.items())

    def next_generation(self):
        done = run([self.index, "generations"], cwd=self.folder)
        numbers = [int(line[1:].split()[0]) for line in done.stdout.splitlines()[1:]]
        return max(numbers) + 1 if numbers else 1

    def write(self, name, ids):
        with open(os.path.join(self.folder, name), "w", encoding="utf-8") as file:
            for i in ids:
                file.write(json.dumps({"id": f"a{i}", "title": f"round {self.round}", "body": f"A ferry, number {i}."}) + "\n")

    def put(self, ids, rebuild=False):
        self.round += 1
        self.write("some.jsonl", ids)
        if rebuild:
            self.articles = {}
        self.articles.update({f"a{i}": self.round for i in ids})
        self.note(self.next_generation())
        self.command("rebuild" if rebuild else "add", "-i", "news.idx", "--keep", str(self.round % 3), "--progress", "none",
                     "some.jsonl")

    def remove(self, ids):
        for i in ids:
            self.articles.pop(f"a{i}", None)
        self.note(self.next_generation())
        self.command("remove", *[f"a{i}" for i in ids])

    def compact(self):
        self.note(self.next_generation())
        self.command("compact", "--keep", "0")


class Reader(threading.Thread):
    """Searches in new processes until it is stopped."""

    def __init__(self, programs, folder):
        super().__init__()
        self.newshound = os.path.join(programs, "newshound")
        self.folder = folder
        self.stopped = threading.Event()
        self.seen, self.errors, self.seconds = [], [], []

    def run(self):
        while not self.stopped.is_set():
            begin = time.monotonic()
            done = run([self.newshound, "search", "--format", "json", "-n", "10000", "--snippets", "0", "ferry"],
                       cwd=self.folder)
            self.seconds.append(time.monotonic() - begin)
            if done.returncode not in (0, 1):
                self.errors.append(f"{done.returncode}: {done.stderr.strip()}")
                continue
            answer = json.loads(done.stdout)
            found = sorted(f"{hit['id']} {hit['title'].split()[1]}" for hit in answer["hits"])
            self.seen.append((answer["generation"], answer["total"], found))


def percentile(values, share):
    return sorted(values)[int(len(values) * share)] * 1e3 if values else 0.0


def read_while(programs, folder, readers, work):
    threads = [Reader(programs, folder) for _ in range(readers)]
    for thread in threads:
        thread.start()
    try:
        work()
    finally:
        for thread in threads:
            thread.stopped.set()
        for thread in threads:
            thread.join()
    return threads


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", required=True)
    options.add_argument("--commits", type=int, default=50)
    options.add_argument("--rebuilds", type=int, default=5)
    options.add_argument("--readers", type=int, default=4)
    options.add_argument("--most-ratio", type=float, help="fails if the p95 during work is more than so many times the idle one")
    given = options.parse_args()
    given.programs = os.path.abspath(given.programs)
    os.environ.pop("NEWSHOUND_INDEX", None)
    with tempfile.TemporaryDirectory() as folder:
        writer = Writer(given.programs, folder)
        writer.put(range(300))
        idle = read_while(given.programs, folder, given.readers, lambda: time.sleep(2))

        def work():
            for commit in range(given.commits):
                if commit % 7 == 6:
                    writer.remove(range(commit, commit + 5))
                else:
                    writer.put(range(commit * 10, commit * 10 + 20))
                if commit % 16 == 15:
                    writer.compact()
                if given.rebuilds and commit % max(1, given.commits // given.rebuilds) == 0:
                    writer.put(range(commit, commit + 250), rebuild=True)

        busy = read_while(given.programs, folder, given.readers, work)
        errors = [error for thread in idle + busy for error in thread.errors]
        seen = [answer for thread in idle + busy for answer in thread.seen]
        others = [(generation, total) for generation, total, found in seen
                  if found != writer.held.get(generation) or total != len(found)]
        for error in errors[:10]:
            print("ERROR", error)
        for generation, total in others[:10]:
            print(f"OTHER ANSWER of generation {generation}: {total} articles")
        at_rest = percentile([s for thread in idle for s in thread.seconds], 0.95)
        at_work = percentile([s for thread in busy for s in thread.seconds], 0.95)
        generations = len({generation for generation, _, _ in seen})
        print(f"reader trial: searches {len(seen) + len(errors)} of {generations} generations, errors {len(errors)}, other "
              f"answers {len(others)}, p95 idle {at_rest:.1f} ms, during work {at_work:.1f} ms, ratio "
              f"{at_work / at_rest:.2f}")
        is_slow = given.most_ratio is not None and at_work > given.most_ratio * at_rest
        return 1 if errors or others or generations < 2 or is_slow else 0


sys.exit(main())
