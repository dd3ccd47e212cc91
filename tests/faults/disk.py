"""What a disk holds after the power went. Made again from a copy of the watched directory as it was before a program ran
and from the journal of fault_shim.c, for any moment of the run.

The model: the program sees names and bytes; the disk has some of them. A synced file has its bytes of that moment on the
disk, and a synced directory its names (of files and of directories, not what these hold). All else is up to the disk:

  lost    nothing else got there: bytes that were not synced after they were written are gone, and so is each name made,
          renamed or removed since its directory was synced; a new file whose name is there but whose bytes are not is
          empty. A new directory is lost with everything in it if the one above was not synced.
  names   all changes of names got there at once, and no bytes that were not synced: files that were never synced are
          empty.
  torn    each changed name got there or not, of each file a part of the bytes: at random, the seed being the call.
  seen    everything: what the program itself sees. No power loss, but what proves that the journal tells all."""
import os
import random

VARIANTS = ("lost", "names", "torn")


class File:
    def __init__(self, data=b""):
        self.seen = bytearray(data)
        self.durable = bytes(data)

    def sync(self):
        self.durable = bytes(self.seen)

    def torn(self, chance):
        if self.seen == self.durable:
            return self.durable
        cut = chance.randrange(len(self.seen) + 1)
        return chance.choice([self.durable, bytes(self.seen), bytes(self.seen[:cut]),
                              bytes(self.seen[:cut]) + bytes(len(self.seen) - cut)])


class Directory:
    def __init__(self):
        self.seen = {}
        self.durable = {}

    def sync(self):
        self.durable = dict(self.seen)

    def torn(self, chance):
        names = {}
        for name in sorted(self.seen.keys() | self.durable.keys()):
            node = chance.choice([self.seen.get(name), self.durable.get(name)])
            if node is not None:
                names[name] = node
        return names


def load(path):
    """A directory of the real disk, all of it synced."""
    directory = Directory()
    for entry in os.scandir(path):
        if entry.is_dir(follow_symlinks=False):
            directory.seen[entry.name] = load(entry.path)
        else:
            with open(entry.path, "rb") as file:
                directory.seen[entry.name] = File(file.read())
    directory.sync()
    return directory


class Change:
    """An entry of the journal; its paths begin below the watched directory."""

    def __init__(self, call, what, path, other, offset, data):
        self.call, self.what, self.path, self.other, self.offset, self.data = call, what, path, other, offset, data


def read_journal(path, root):
    """`root`: the watched directory as the journal names it."""
    changes = []
    with open(path, "rb") as file:
        while head := file.readline():
            call, what, path_bytes, other_bytes, offset, data_bytes = head.split()
            name, other = (file.read(int(size)).decode()[len(root):] for size in (path_bytes, other_bytes))
            changes.append(Change(int(call), what.decode(), name, other, int(offset), file.read(int(data_bytes))))
    return changes


class Disk:
    def __init__(self, directory):
        """Holds what a real directory does."""
        self.top = load(directory)

    def _find(self, path):
        """The directory that holds `path`, and its name there; for the watched directory itself (itself, None)."""
        names = [name for name in path.split("/") if name]
        directory = self.top
        for name in names[:-1]:
            directory = directory.seen[name]
        return directory, names[-1] if names else None

    def _node(self, path):
        directory, name = self._find(path)
        return directory if name is None else directory.seen[name]

    def apply(self, change):
        directory, name = self._find(change.path)
        if change.what == "create":
            directory.seen[name] = File()
        elif change.what == "mkdir":
            directory.seen[name] = Directory()
        elif change.what == "remove":
            del directory.seen[name]
        elif change.what in ("rename", "link"):
            target, target_name = self._find(change.other)
            target.seen[target_name] = directory.seen[name]
            if change.what == "rename":
                del directory.seen[name]
        elif change.what == "write":
            data = directory.seen[name].seen
            data.extend(bytes(max(0, change.offset - len(data))))
            data[change.offset:change.offset + len(change.data)] = change.data
        elif change.what == "resize":
            data = directory.seen[name].seen
            del data[change.offset:]
            data.extend(bytes(change.offset - len(data)))
        elif change.what == "sync":
            self._node(change.path).sync()
        else:
            raise ValueError(change.what)

    def after(self, variant, seed=0):
        """What the disk holds, by path below the watched directory: bytes, or None for a directory."""
        chance = random.Random(seed)
        held = {}

        def walk(directory, path):
            names = {"lost": lambda: directory.durable, "torn": lambda: directory.torn(chance)}
            for name, node in sorted(names.get(variant, lambda: directory.seen)().items()):
                below = path + "/" + name
                if isinstance(node, Directory):
                    held[below] = None
                    walk(node, below)
                else:
                    held[below] = {"seen": lambda: bytes(node.seen), "torn": lambda: node.torn(chance)}.get(
                        variant, lambda: node.durable)()

        walk(self.top, "")
        return held


def write_out(held, root):
    """Makes a real directory of what a disk held."""
    for path, data in held.items():
        if data is None:
            os.mkdir(root + path)
        else:
            with open(root + path, "wb") as file:
                file.write(data)
