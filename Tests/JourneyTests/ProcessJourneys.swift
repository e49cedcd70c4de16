import Foundation
import Testing

extension Journeys {
  /// What a running program leaves open to others.
  @Suite struct Processes {
    @Test func `A program that falls leaves no memory in a file, and no other program of the user reads it`()
      async throws
    {
      let folder = try Folder()
      // Whoever runs the tests as root looks as another user, since nothing is kept from root.
      let script = """
        import os, pathlib, resource, shutil, signal, subprocess, sys
        home = pathlib.Path("home")
        home.mkdir()
        program, user = sys.argv[1], None
        if os.geteuid() == 0:
            user = 65534
            os.chown(home, user, user)
        resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        running = subprocess.Popen(
            [program, "--role", "member", "--plain"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=home, user=user,
            env={"HOME": str(home.absolute()), "LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]})
        assert running.stdout.readline()
        proc = pathlib.Path("/proc") / str(running.pid)
        limit = next(l for l in (proc / "limits").read_text().splitlines() if l.startswith("Max core file size"))
        print("limit", *limit.split()[4:6])
        # The kernel gives these to root where the memory is hidden (proc(5)).
        print("owner", (proc / "mem").stat().st_uid)
        read = [sys.executable, "-c", f"open('{proc}/mem', 'rb'); print('open')"]
        print("mem", subprocess.run(read, user=user, capture_output=True, text=True).stdout.strip() or "shut")
        running.send_signal(signal.SIGQUIT)
        running.send_signal(signal.SIGABRT)
        running.stdin.close()
        running.wait()
        print("core", [p.name for p in home.rglob("core*")])
        """
      let done = try await Program.run("/usr/bin/python3", ["-c", script, Program.path], in: folder)
      #expect(done.status == 0, "\(done.errors)")
      #expect(done.output == "limit 0 0\nowner 0\nmem shut\ncore []\n")
    }
  }
}
