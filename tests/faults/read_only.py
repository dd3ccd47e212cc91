"""Who reads an archive changes nothing of it: read_only.py --programs DIR --shim FILE. Every command that reads is run under
fault_shim.c, which counts the calls that change files below a directory: there must be none, and no byte may differ
afterwards. Then the same on a file system mounted read-only, where the system lets one be mounted; where not, that part is
named as left out."""
import argparse
import json
import os
import subprocess
import sys
import tempfile

COMMANDS = [["newshound", "search", "lantern"], ["newshound", "search", "--sort", "newest", "--facet", "outlet", "lant*"],
            ["newshound", "search", "--skip-damaged", "lantern"], ["newshound", "count", "lantern"],
            ["newshound", "facet", "outlet"], ["newshound", "histogram", "month"], ["newshound", "show", "invented-1"],
            ["newshound", "suggest", "la"], ["newshound", "explain", "lantern -owl"], ["newshound", "info"],
            ["newshound-index", "verify"], ["newshound-index", "generations"]]
# Those that write say which file they cannot write; nothing is harmed.
WRITING = [["add", "more.jsonl"], ["remove", "invented-1"], ["rebuild", "more.jsonl"], ["compact"], ["rollback", "1"]]


def contents(folder):
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            with open(path, "rb") as file:
                found[path] = (file.read(), os.stat(path).st_mtime_ns)
    return found


def write_articles(path, first, count):
    with open(path, "w", encoding="utf-8") as file:
        for i in range(first, first + count):
            file.write(json.dumps({"id": f"invented-{i}", "title": f"Lantern {i}", "outlet": "Harbour Gazette",
                                   "body": "A lantern hangs in the tower.", "date": f"2024-05-{i:02}"}) + "\n")


def run(command, programs, folder, **environment):
    return subprocess.run([os.path.join(programs, command[0]), *command[1:]], cwd=folder, capture_output=True, text=True,
                          check=False, timeout=60, env={**os.environ, **environment})


def counted(command, given, folder, archive):
    """How the command ended, and the calls that changed files of the archive."""
    log = os.path.join(folder, "calls")
    open(log, "w", encoding="utf-8").close()
    done = run(command, given.programs, folder, LD_PRELOAD=given.shim, FAULT_ROOT=archive, FAULT_MODE="count", FAULT_LOG=log)
    with open(log, encoding="utf-8") as file:
        return done, file.read()


def count_calls(given, folder):
    """What is wrong with the readers, as lines."""
    wrong = []
    archive = os.path.realpath(os.path.join(folder, "news.idx"))
    before = contents(archive)
    for command in COMMANDS:
        done, calls = counted(command, given, folder, archive)
        if done.returncode != 0 or calls:
            wrong.append(f"{command}: exit {done.returncode} {done.stderr}, calls that change files: {calls!r}")
    if contents(archive) != before:
        wrong.append("the archive is not as it was")
    if not counted(["newshound-index", "compact"], given, folder, archive)[1]:
        wrong.append("the calls of a writer are not seen either")
    return wrong


def mounted_read_only(given, folder):
    """Runs this program again inside a mount namespace whose archive cannot be written; what is wrong, or None."""
    script = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" || exit 77; shift; exec "$@"'
    inner = ["python3", os.path.abspath(__file__), "--programs", given.programs, "--shim", given.shim, "--inside", folder]
    done = subprocess.run(["unshare", "--mount", "--map-root-user", "sh", "-c", script, "sh",
                           os.path.join(folder, "news.idx"), *inner], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        return None
    return done.stdout.splitlines()


def inside(given):
    wrong = []
    for command in COMMANDS:
        done = run(command, given.programs, given.inside)
        if done.returncode != 0:
            wrong.append(f"read-only, {command}: exit {done.returncode} {done.stderr}")
    for command in WRITING:
        done = run(["newshound-index", *command], given.programs, given.inside)
        if done.returncode != 8 or "news.idx" not in done.stderr or "Read-only file system" not in done.stderr:
            wrong.append(f"read-only, {command}: exit {done.returncode} {done.stderr}")
    print("\n".join(wrong))
    return 1 if wrong else 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--programs", required=True)
    options.add_argument("--shim", required=True)
    options.add_argument("--inside", help=argparse.SUPPRESS)
    given = options.parse_args()
    given.programs, given.shim = os.path.abspath(given.programs), os.path.abspath(given.shim)
    os.environ.pop("NEWSHOUND_INDEX", None)
    if given.inside:
        return inside(given)
    with tempfile.TemporaryDirectory() as folder:
        write_articles(os.path.join(folder, "news.jsonl"), 1, 20)
        write_articles(os.path.join(folder, "more.jsonl"), 21, 5)
        for command in (["add", "-i", "news.idx", "news.jsonl"], ["remove", "invented-7"]):
            done = run(["newshound-index", *command], given.programs, folder)
            if done.returncode != 0:
                print("the archive was not made:", done.stderr)
                return 1
        wrong = count_calls(given, folder)
        on_mount = mounted_read_only(given, folder)
    wrong += [line for line in on_mount or [] if line]
    print("\n".join(wrong))
    print(f"read-only: {len(COMMANDS)} commands, read-only mount {'tried' if on_mount is not None else 'not allowed here'}, "
          f"failed {len(wrong)}")
    return 1 if wrong else 0


sys.exit(main())
