"""Interrupts writers of an archive at every call that changes a file, in every way a machine may, and checks what is left.

Each scenario (scenarios.py) is run once whole, under fault_shim.c, which numbers its calls. Then, for each mode and each
call, it is run again on a fresh copy of the archive:

  kill         the process dies before the call
  lost, names, torn
               the power goes before the call: what the disk may hold then (disk.py). The call after the last one is a
               power loss after the program has said that it was done: the new generation must be there.
  enospc, eio  the call fails; enospc only where a call needs room
  full         this call and each later one that needs room fail with ENOSPC
  short        the call, a write, takes half of its bytes and says so
  twice        the process dies before the call, the command is run again, and when it has ended the power goes: what it
               found must not be taken for safe

Afterwards the archive must be exactly at the generation before or at the new one, verify must find it sound, a failed call
must be reported (exit 8, naming a file, and true in what it says) unless it changed nothing, and the same command run
again must reach the new content and leave nothing over. A scenario is rerun alone with --only SCENARIO:MODE:CALL."""
import argparse
import collections
import hashlib
import json
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile

import disk
import scenarios

MODES = ("kill",) + disk.VARIANTS + ("enospc", "eio", "full", "short", "twice")
NEEDS_ROOM = {"create", "write", "pwrite", "writev", "copy_file_range", "rename", "renameat", "renameat2", "fsync",
              "fdatasync", "mkdir", "mkdirat", "link"}
WRITES = {"write", "pwrite", "writev"}
SHIM_MODE = {"kill": ("kill", ""), "enospc": ("fail", "ENOSPC"), "eio": ("fail", "EIO"), "full": ("fill", "ENOSPC"),
             "short": ("short", ""), "twice": ("kill", "")}
REMOVES = {"unlink", "unlinkat", "rmdir", "remove"}
SECONDS = 60  # more is a hang

Call = collections.namedtuple("Call", "number name path")  # path: below the watched directory
State = collections.namedtuple("State", "generation hits")  # None where there is no archive
Point = collections.namedtuple("Point", "scenario mode call stands_for")  # stands_for: calls with the same outcome
Outcome = collections.namedtuple("Outcome", "point fault note")


class Broken(Exception):
    """What a fault point shows to be wrong."""


class Plan:
    """A scenario with what its whole run has told."""

    def __init__(self, scenario, calls, changes, base, old, new):
        self.scenario, self.calls, self.changes, self.base = scenario, calls, changes, base
        self.old, self.new = old, new

    def call(self, number):
        return self.calls[number - 1] if number <= len(self.calls) else Call(number, "the end", "")


class Matrix:
    def __init__(self, programs, shim, folder):
        self.index = os.path.join(programs, "newshound-index")
        self.search = os.path.join(programs, "newshound")
        self.shim, self.folder = shim, folder
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("NEWSHOUND_")}
        self.plans = {}

    # ------------------------------------------------------------------------------------------------- running programs

    def run(self, command, faults=None):
        environment = {**self.environment, **faults, "LD_PRELOAD": self.shim} if faults else self.environment
        try:
            return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=SECONDS)
        except subprocess.TimeoutExpired as late:
            raise Broken(f"{command[1]} hangs") from late

    def state(self, archive):
        done = self.run([self.search, "search", "-i", archive, "--format", "jsonl", "-n", "1000", "--sort", "newest", "*"])
        if done.returncode == 3:
            return None
        if done.returncode not in (0, 1):
            raise Broken(f"search exits {done.returncode}: {done.stderr.strip()}")
        lines = [line for line in done.stdout.splitlines() if '"type":"end"' not in line]
        return State(json.loads(lines[0])["generation"], tuple(lines[1:]))

    def verify(self, archive, state, may_leave):
        done = self.run([self.index, "verify", "-i", archive])
        if done.returncode != (3 if state is None else 0):
            raise Broken(f"verify exits {done.returncode}: {(done.stderr + done.stdout).strip()}")
        if not may_leave and done.stderr:
            raise Broken(f"after the next run verify warns: {done.stderr.strip()}")

    def write(self, command, archive, name, faults=None):
        return self.run(scenarios.command_line(command, self.index, archive, self.folder, name), faults)

    # --------------------------------------------------------------------------------------------------------- planning

    def plan(self, scenario):
        """Makes the archive, runs the scenario once whole, and proves that the shim has seen all of it."""
        base, recorded = (os.path.join(self.folder, kind + "-" + scenario.name) for kind in ("base", "recorded"))
        os.makedirs(base)
        for i, command in enumerate(scenario.before):
            done = self.write(command, os.path.join(base, scenario.where), f"{scenario.name}-{i}")
            if done.returncode != 0:
                sys.exit(f"fault_matrix.py: cannot prepare {scenario.name}: {done.stderr}")
        shutil.copytree(base, recorded)
        archive = os.path.join(recorded, scenario.where)
        old = self.state(archive)
        log, journal = (os.path.join(self.folder, kind + "-" + scenario.name) for kind in ("log", "journal"))
        done = self.write(scenario.run, archive, scenario.name, {
            "FAULT_ROOT": recorded, "FAULT_MODE": "count", "FAULT_LOG": log, "FAULT_JOURNAL": journal})
        if done.returncode != 0:
            sys.exit(f"fault_matrix.py: {scenario.name} exits {done.returncode} without a fault: {done.stderr}")
        calls = [call_of(line, recorded) for line in open(log, encoding="utf-8")]
        plan = Plan(scenario, calls, disk.read_journal(journal, recorded), base, old, self.state(archive))
        self.verify(archive, plan.new, may_leave=False)
        whole = self.disk_before(plan, len(calls) + 1).after("seen")
        if whole != disk.Disk(recorded).after("seen"):
            sys.exit(f"fault_matrix.py: {scenario.name}: the archive was changed by calls that the shim does not see")
        self.plans[scenario.name] = plan
        return plan

    def disk_before(self, plan, call):
        held = disk.Disk(plan.base)
        for change in plan.changes:
            if change.call < call:
                held.apply(change)
        return held

    def points(self, plan, mode):
        name = plan.scenario.name
        if mode in disk.VARIANTS:
            return self.power_points(plan, mode)
        may = {"enospc": NEEDS_ROOM, "full": NEEDS_ROOM, "short": WRITES}.get(mode)
        return [Point(name, mode, call.number, 1) for call in plan.calls if may is None or call.name in may]

    def power_points(self, plan, mode):
        """One point for each different content of the disk: most calls change nothing that would outlast the power."""
        last, stand_for = len(plan.calls) + 1, {}
        held, changes = disk.Disk(plan.base), collections.deque(plan.changes)
        for call in range(1, last + 1):
            while changes and changes[0].call < call:
                held.apply(changes.popleft())
            digest = hashlib.sha256(repr(held.after(mode, f"{plan.scenario.name} {call}")).encode()).digest()
            stand_for.setdefault((digest, call == last), []).append(call)
        return [Point(plan.scenario.name, mode, calls[0], len(calls)) for calls in stand_for.values()]

    # --------------------------------------------------------------------------------------------------------- a point

    def try_point(self, point):
        plan = self.plans[point.scenario]
        root = tempfile.mkdtemp(prefix="point-", dir=self.folder)
        try:
            return Outcome(point, None, self.survive(plan, point, os.path.join(root, "disk")))
        except Broken as fault:
            return Outcome(point, str(fault), None)
        finally:
            shutil.rmtree(root)

    def survive(self, plan, point, root):
        """Throws Broken, or says in a note what was remarkable."""
        archive = os.path.join(root, plan.scenario.where)
        note = None
        if point.mode in disk.VARIANTS:
            os.mkdir(root)
            held = self.disk_before(plan, point.call)
            disk.write_out(held.after(point.mode, f"{point.scenario} {point.call}"), root)
            state = self.state(archive)
            if point.call > len(plan.calls) and state != plan.new:
                raise Broken("the program said it was done, and the new generation is lost: " + described(state, plan))
        else:
            shutil.copytree(plan.base, root)
            done = self.run_faulty(plan, point, root)
            state = self.state(archive)
            if point.mode not in ("kill", "twice"):
                note = judge(done, state, plan, point, root)
        if state not in (plan.old, plan.new):
            raise Broken(described(state, plan))
        self.verify(archive, state, may_leave=True)
        if point.mode == "twice":
            self.lose_power_after_next_run(plan, point, root, archive)
        else:
            self.run_again(plan, archive)
        return note

    def run_faulty(self, plan, point, root):
        mode, error = SHIM_MODE[point.mode]
        log = root + "-log"
        faults = {"FAULT_ROOT": root, "FAULT_MODE": mode, "FAULT_CALL": str(point.call), "FAULT_ERROR": error,
                  "FAULT_LOG": log}
        if point.mode == "twice":
            faults["FAULT_JOURNAL"] = root + "-journal"
        archive = os.path.join(root, plan.scenario.where)
        done = self.write(plan.scenario.run, archive, f"{plan.scenario.name}-{os.getpid()}", faults)
        with open(log, encoding="utf-8") as lines:
            hit = lines.readline()
        if not hit or call_of(hit, root) != plan.call(point.call):
            raise Broken(f"this call was another one before: {hit.strip()}")
        return done

    def lose_power_after_next_run(self, plan, point, root, archive):
        journal = root + "-journal"  # goes on from that of the run that was killed
        self.run_again(plan, archive, {"FAULT_ROOT": root, "FAULT_MODE": "count", "FAULT_JOURNAL": journal})
        held = disk.Disk(plan.base)
        for change in disk.read_journal(journal, root):
            held.apply(change)
        for variant in ("lost", "names"):
            after = f"{root}-{variant}"
            os.mkdir(after)
            disk.write_out(held.after(variant), after)
            archive = os.path.join(after, plan.scenario.where)
            state = self.state(archive)
            if state is None or state.hits != plan.new.hits:
                raise Broken(f"the next run said it was done, and the power loss ({variant}) after it has taken the new "
                             f"generation: {described(state, plan)}")
            self.verify(archive, state, may_leave=True)

    def run_again(self, plan, archive, journal=None):
        done = self.write(plan.scenario.run, archive, f"{plan.scenario.name}-{os.getpid()}", journal)
        if done.returncode not in plan.scenario.again_may:
            raise Broken(f"the next run exits {done.returncode}: {done.stderr.strip()}")
        state = self.state(archive)
        if state is None or state.hits != plan.new.hits:
            raise Broken("after the next run: " + described(state, plan))
        self.verify(archive, state, may_leave=False)


def call_of(line, root):
    number, name, path = line.rstrip("\n").split("\t")
    return Call(int(number), name, path[len(root):])


def described(state, plan):
    if state is None:
        return "there is no archive"
    ids = {json.loads(hit)["id"] for hit in state.hits}
    expected = {json.loads(hit)["id"] for hit in plan.new.hits}
    return (f"generation {state.generation} with {len(state.hits)} articles is neither the old nor the new one "
            f"(to the new one {len(expected - ids)} are missing, {len(ids - expected)} are too many)")


def judge(done, state, plan, point, root):
    """What a program that met an error says, against what it did."""
    said = done.stderr.strip()
    if done.returncode == 0:
        if state != plan.new:
            raise Broken("exits 0, but " + described(state, plan))
        if point.mode != "short" and plan.call(point.call).name not in REMOVES:
            raise Broken("exits 0: the error is swallowed, and what it cost may show later")
        return None if point.mode == "short" else "exits 0"
    if point.mode == "short":
        raise Broken(f"exits {done.returncode} for a short write: {said}")
    if done.returncode != 8:
        raise Broken(f"exits {done.returncode}: {said}")
    if not any(name in said for name in names_allowed(plan, point, root)):
        raise Broken(f"does not name the file: {said}")
    if "archive is unchanged" in said and state != plan.old:
        raise Broken(f"the archive has changed, but it says: {said}")
    return "exits 8, the new generation is there" if state == plan.new else None


def names_allowed(plan, point, root):
    """A message must name the file, or the folder if that was being removed or is a database of Xapian in many files;
    where later calls fail too, any file."""
    call, archive = plan.call(point.call), "/" + plan.scenario.where
    names = [root + call.path]
    if point.mode == "full":
        names.append(root + archive + "/")
    if os.path.basename(os.path.dirname(call.path)) == "index":
        names.append(root + os.path.dirname(call.path))
    if call.name in ("unlinkat", "rmdir", "remove"):
        folder = os.path.dirname(call.path)
        while len(folder) > len(archive):
            names.append(root + folder)
            folder = os.path.dirname(folder)
    return names


# ------------------------------------------------------------------------------------------------------------- the driver

the_matrix = None  # of the parent; forked children find it here


def try_in_child(point):
    return the_matrix.try_point(point)


def chosen(only, point):
    wanted = only.split(":")
    return all(not part or part == str(value) for part, value in zip(wanted, point[:3]))


def print_table(tried):
    print(f"{'calls':<12}" + "".join(f"{mode:>8}" for mode in MODES))
    for name in the_matrix.plans:
        print(f"{name:<12}" + "".join(f"{tried[name, mode] or '':>8}" for mode in MODES))


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--programs", required=True, help="folder of newshound and newshound-index")
    parser.add_argument("--shim", required=True, help="fault_shim.so")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="try every Nth point")
    parser.add_argument("--seed", type=int, help="which one of the first N is the first to be tried (random)")
    parser.add_argument("--only", default="", metavar="SCENARIO:MODE:CALL", help="parts may be left out: ':eio'")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--work", help="folder for the archives (/dev/shm where it can be written)")
    parser.add_argument("--notes", action="store_true", help="list the errors that changed nothing, or came too late to")
    return parser.parse_args()


def main():
    global the_matrix
    given = options()
    shared_memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="newshound-faults-", dir=given.work or shared_memory) as folder:
        folder = os.path.realpath(folder)
        the_matrix = Matrix(os.path.abspath(given.programs), os.path.abspath(given.shim), folder)
        points = []
        for scenario in scenarios.SCENARIOS:
            if given.only.split(":")[0] in ("", scenario.name):
                try:
                    plan = the_matrix.plan(scenario)
                except Broken as fault:
                    sys.exit(f"fault_matrix.py: {scenario.name} without a fault: {fault}")
                for mode in MODES:
                    points += [point for point in the_matrix.points(plan, mode) if chosen(given.only, point)]
        seed = random.randrange(given.sample) if given.seed is None else given.seed % given.sample
        if given.sample > 1:
            print(f"every {given.sample}th of {len(points)} points, --seed {seed}")
        points = points[seed::given.sample]
        tried, failed, notes = collections.Counter(), 0, collections.Counter()
        with multiprocessing.get_context("fork").Pool(given.jobs) as pool:
            for outcome in pool.imap_unordered(try_in_child, points, chunksize=4):
                point, call = outcome.point, the_matrix.plans[outcome.point.scenario].call(outcome.point.call)
                tried[point.scenario, point.mode] += point.stands_for
                if outcome.note:
                    notes[point.scenario, point.mode, outcome.note, call.name, call.path] += 1
                if outcome.fault:
                    failed += point.stands_for
                    print(f"FAILED {point.scenario}:{point.mode}:{point.call} {call.name} {call.path} "
                          f"({point.stands_for} points): {outcome.fault}", flush=True)
        if given.notes:
            for note in sorted(notes):
                print("note:", *note)
        print_table(tried)
        total = sum(tried.values())
        print(f"fault points: tried {total}, survived {total - failed}, failed {failed}")
        return 1 if failed or not total else 0


if __name__ == "__main__":
    sys.exit(main())
