"""Runs the programs on a disk that is really full, and under a limit of file sizes: full_disk.py --programs DIR. The disk
is a small tmpfs in a mount namespace of its own, so that nothing is left mounted however this ends; where the system
does not let it be made, the test exits with 77, which counts as skipped."""
import argparse
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
DISK_BYTES = 24 << 20
FREE_BYTES = 1 << 20  # what a file of no use leaves of it


class Wrong(Exception):
    pass


def require(holds, what, done=None):
    if not holds:
        raise Wrong(what + (f": exit {done.returncode}, {done.stderr.strip()}" if done else ""))


def write_articles(path, count, seed):
    """Articles of words that come once: they take about as much room in an archive as here."""
    chance = random.Random(seed)
    with open(path, "w", encoding="utf-8") as file:
        for number in range(count):
            words = ("".join(chance.choices("abcdefghijklmnopqrstuvwxyz", k=8)) for _ in range(300))
            file.write(json.dumps({"id": f"invented-{seed}-{number}", "title": f"Lantern {number}", "body": " ".join(words)}) + "\n")


class Programs:
    def __init__(self, folder):
        self.folder = folder

    def run(self, name, *arguments, **more):
        return subprocess.run([os.path.join(self.folder, name), *arguments], capture_output=True, text=True, check=False,
                              timeout=120, **more)

    def articles(self, archive):
        done = self.run("newshound", "count", "-i", archive, "lantern")
        require(done.returncode == 0, "the archive cannot be searched", done)
        return int(done.stdout)


def require_failed_add(programs, archive, done, before):
    """Exit 8 that names a file and says what to do; what was there is served and sound."""
    require(done.returncode == 8, "add does not exit 8", done)
    require(archive + "/" in done.stderr, "the message names no file", done)
    require(programs.articles(archive) == before, "the articles from before are not all there")
    verified = programs.run("newshound-index", "verify", "-i", archive)
    require(verified.returncode == 0, "verify finds faults", verified)


def fill_the_disk(programs, place, inputs):
    archive = os.path.join(place, "news.idx")
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK_BYTES}", "newshound-test", place], check=True)
    useless = os.path.join(place, "useless")
    with open(useless, "wb") as file:
        file.write(bytes(DISK_BYTES - FREE_BYTES))
    done = programs.run("newshound-index", "add", "-i", archive, inputs["few"])
    require(done.returncode == 0, "the first add fails", done)
    before = programs.articles(archive)

    for command in ("add", "rebuild"):
        done = programs.run("newshound-index", command, "-i", archive, inputs["many"])
        require_failed_add(programs, archive, done, before)
        require("free some space" in done.stderr, "the message does not say what to do", done)
        print(f"{command} on a full disk: {done.stderr.strip()}")

    os.remove(useless)
    require_success(programs, archive, inputs["many"], before)


def require_success(programs, archive, source, before):
    done = programs.run("newshound-index", "add", "-i", archive, source)
    require(done.returncode == 0, "add fails where there is room", done)
    with open(source, encoding="utf-8") as lines:
        require(programs.articles(archive) == before + sum(1 for _ in lines), "articles are missing")
    verified = programs.run("newshound-index", "verify", "-i", archive)
    require(verified.returncode == 0 and not verified.stderr, "verify finds something", verified)


def limit_file_sizes(programs, place, inputs):
    """`ulimit -f`: a signal that ends programs which are not ready for it."""
    archive = os.path.join(place, "limited.idx")
    done = programs.run("newshound-index", "add", "-i", archive, inputs["few"])
    require(done.returncode == 0, "the first add fails", done)
    before = programs.articles(archive)
    limit = 128 << 10
    done = programs.run("newshound-index", "add", "-i", archive, inputs["many"],
                        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
    require_failed_add(programs, archive, done, before)
    print(f"add past a limit of file sizes: {done.stderr.strip()}")
    require_success(programs, archive, inputs["many"], before)


def may_mount():
    """The command that runs this in a mount namespace of its own, or None."""
    for command in (["unshare", "--mount"], ["unshare", "--user", "--map-root-user", "--mount"]):
        if shutil.which("unshare") is None or shutil.which("mount") is None:
            return None
        with tempfile.TemporaryDirectory() as place:
            tried = subprocess.run([*command, "mount", "-t", "tmpfs", "-o", "size=1M", "newshound-test", place],
                                   capture_output=True, check=False)
        if tried.returncode == 0:
            return command
    return None


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--programs", required=True)
    options.add_argument("--what", choices=["full-disk", "file-size"], required=True)
    options.add_argument("--in-namespace", action="store_true", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.what == "full-disk" and not given.in_namespace:
        command = may_mount()
        if command is None:
            print("skipped: this system does not let a tmpfs be mounted (it needs root, or user namespaces)")
            return SKIPPED
        return subprocess.run([*command, sys.executable, *sys.argv, "--in-namespace"], check=False).returncode
    programs = Programs(os.path.abspath(given.programs))
    with tempfile.TemporaryDirectory() as folder:
        inputs = {name: os.path.join(folder, name + ".jsonl") for name in ("few", "many")}
        write_articles(inputs["few"], 20, seed=1)
        write_articles(inputs["many"], 600, seed=2)
        place = os.path.join(folder, "disk")
        os.mkdir(place)
        try:
            if given.what == "full-disk":
                fill_the_disk(programs, place, inputs)
            else:
                limit_file_sizes(programs, place, inputs)
        except Wrong as fault:
            print(f"FAILED {given.what}: {fault}")
            return 1
        finally:
            if given.in_namespace:
                subprocess.run(["umount", place], check=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
