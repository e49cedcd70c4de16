"""A copy of the tree, which is broken, built and tested beside the real one."""
import contextlib
import ctypes
import os
import pathlib
import re
import signal
import subprocess
import tempfile
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# A build of one changed room takes a minute at most on two cores, of all some minutes; the limit is wide, since a busy
# machine must not look like a hang.
BUILD_LIMIT = 1800
# Coloured where the output is a pipe.
FAILURE = re.compile(r"^(\x1b\[\d+m)?✘(\x1b\[0m)? ")
PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


class Fault(Exception):
    """What cannot be put into the copy, or does not build."""


def end_children():
    """Ends whatever a run has left behind, in whichever session: who loses its parent becomes a child of this process."""
    children = pathlib.Path(f"/proc/self/task/{os.getpid()}/children")
    while left := children.read_text().split():
        for pid in map(int, left):
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)


class Scratch:
    def __init__(self, name=""):
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1)
        self.folder = ROOT / ".build-mutants" / name
        self.tree, self.products = self.folder / "tree", self.folder / "build"
        self.swift = ["--scratch-path", str(self.products), "-Xswiftc", "-use-ld=lld"]

    def copy_tree(self, edits=None):
        """Brings the copy up to date, with `edits` (name to bytes) instead of what stands there or beside it; what is the
        same keeps its time, so that it is not built anew."""
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT,
                                check=True, capture_output=True).stdout.decode().split("\0")
        edits = edits or {}
        names = {name for name in listed if name and (ROOT / name).is_file()} | edits.keys()
        if (ROOT / "Package.resolved").exists():
            names.add("Package.resolved")
        for path in list(self.tree.rglob("*")) if self.tree.exists() else []:
            if path.is_file() and str(path.relative_to(self.tree)) not in names:
                path.unlink()
        for name in names:
            source, target = ROOT / name, self.tree / name
            content = edits[name] if name in edits else source.read_bytes()
            if not target.exists() or target.read_bytes() != content:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content)
                if source.exists():
                    target.chmod(source.stat().st_mode)

    def run(self, command, limit, stop=None, variables=None):
        """(whether it ended well, what it said, whether it hung); ends it at the first line that `stop` matches."""
        said, is_over = [], threading.Event()
        with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
            os.chmod(folder, 0o755)  # journeys act as another user in it
            process = subprocess.Popen(command, cwd=self.tree, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                                       errors="replace", start_new_session=True,
                                       env={**os.environ, "TMPDIR": folder, **(variables or {})})

            def listen():
                for line in process.stdout:
                    said.append(line.rstrip("\n"))
                    if stop and stop.search(line):
                        break
                is_over.set()

            threading.Thread(target=listen, daemon=True).start()
            end = time.monotonic() + limit
            while not is_over.wait(0.2) and process.poll() is None and time.monotonic() < end:
                pass
            is_hung = not is_over.wait(1) and process.poll() is None
            is_stopped = bool(stop and said and stop.search(said[-1]))
            if is_hung or is_stopped:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            end_children()
        return process.returncode == 0, said, is_hung

    def build(self):
        """What the compiler says; None where all is well."""
        done, said, is_hung = self.run(["swift", "build", *self.swift, "--build-tests"], BUILD_LIMIT)
        return None if done else ["the build hangs"] if is_hung else said

    def test(self, command, limit, variables=None):
        """Who noticed: the first line of failure; None where all tests pass."""
        done, said, is_hung = self.run(command, limit, FAILURE, variables)
        if done:
            return None
        if is_hung:
            return "hangs"
        return next((FAILURE.sub("", line) for line in said if FAILURE.search(line)), "crashes")
