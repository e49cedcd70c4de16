import Foundation
import Testing

/// A real OpenSSH server on this machine, with keys of its own and docs/ssh/tenken.conf as it stands there, but for the places.
struct SecureShell {
  private static let server = "/usr/sbin/sshd"
  /// The server ends by itself after so many seconds, whatever becomes of the journey.
  private static let patience = 240

  static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: server) && FileManager.default.isExecutableFile(atPath: "/usr/bin/ssh")
  }

  /// The configuration that is shipped.
  static func shipped() throws -> String {
    try String(contentsOf: Program.root.appendingPathComponent("docs/ssh/tenken.conf"), encoding: .utf8)
  }

  let folder: Folder
  let round: TestRound
  let port: Int

  init() async throws {
    folder = try Folder()
    round = try await TestRound(in: folder)
    port = Int.random(in: 20_000...29_999)
    try await makeKeys()
    try serverSettings().write(to: folder.file("sshd_config"), atomically: true, encoding: .utf8)
    try clientSettings.write(to: folder.file("ssh_config"), atomically: true, encoding: .utf8)
    // A server of root's drops its rights in a folder that only the service of the system makes.
    if geteuid() == 0 {
      try? FileManager.default.createDirectory(atPath: "/run/sshd", withIntermediateDirectories: false)
    }
    let began = try await Program.run(
      "bash",
      [
        "-c",
        """
        timeout \(Self.patience) \(Self.server) -D -e -f sshd_config </dev/null >sshd.log 2>&1 &
        echo $! > sshd.pid
        for try in $(seq 200); do (exec 3<>/dev/tcp/127.0.0.1/\(port)) 2>/dev/null && exit; done
        until grep -q 'listening' sshd.log || ! kill -0 $! 2>/dev/null; do read -rt 0.05 <> <(:); done
        kill -0 $!
        """,
      ], in: folder)
    try #require(began.status == 0, "\((try? folder.text("sshd.log")) ?? "")\(began.errors)")
  }

  /// Ends the server; connections that are open go on, as they do when a service is started again.
  func stop() async throws { _ = try await Program.run("bash", ["-c", "kill $(cat sshd.pid)"], in: folder) }

  /// Runs a client to its end.
  func run(_ client: String, _ arguments: String..., input: String = "") async throws -> Finished {
    try await Program.run("timeout", ["60", client, "-F", "ssh_config"] + arguments, input: input, in: folder)
  }

  /// A person at another computer, in front of a terminal.
  func terminal(_ arguments: String = "", variables: [String: String] = [:]) async throws -> Terminal {
    try await Terminal("ssh -F ssh_config -tt \(arguments) tenken", in: folder, variables: variables)
  }

  /// The variables of the tenken that a connection began.
  func environment() async throws -> [String] {
    let found = try await Program.run(
      "bash", ["-c", "tr '\\0' '\\n' < /proc/$(pgrep -nf 'tenke[n] inspect --round \(folder.path)/r8-1')/environ"],
      in: folder)
    try #require(found.status == 0, "\(found.errors)")
    return found.output.split(separator: "\n").map { String($0) }
  }

  /// Waits until no connection's tenken is left.
  func waitForTheEnd() async throws {
    let waited = try await Program.run(
      "timeout",
      ["20", "bash", "-c", "while pgrep -f 'tenke[n] inspect --round \(folder.path)/r8-1'; do :; done"],
      in: folder)
    try #require(waited.status == 0, "tenken still runs")
  }

  /// All files but those of this server and of tmux, sorted.
  func files() async throws -> [String] {
    let found = try await Program.run(
      "bash",
      ["-c", "find . -type f ! -name 'ssh*' ! -name 'id*' ! -name 'host*' ! -name known ! -name '*.csv' | sort"],
      in: folder)
    return found.output.split(separator: "\n").map { String($0) }
  }

  // MARK: Settings

  private func makeKeys() async throws {
    for name in ["host", "id"] {
      let made = try await Program.run("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", name], in: folder)
      try #require(made.status == 0, "\(made.errors)")
    }
    let host = try folder.text("host.pub")
    try "[127.0.0.1]:\(port) \(host)".write(to: folder.file("known"), atomically: true, encoding: .utf8)
  }

  private func serverSettings() throws -> String {
    let places = [
      ("User tenken", "User \(NSUserName())"), ("/usr/bin/tenken", Program.path),
      ("/srv/tenken/drafts", folder.path + "/data"), ("/srv/tenken", folder.path),
    ]
    // What Debian's own configuration allows everybody stands before, as it does there.
    return places.reduce(
      """
      Port \(port)
      ListenAddress 127.0.0.1
      HostKey \(folder.path)/host
      AuthorizedKeysFile \(folder.path)/id.pub
      PidFile none
      StrictModes no
      UsePAM no
      X11Forwarding yes
      AcceptEnv LANG LC_*
      Subsystem sftp /usr/lib/openssh/sftp-server

      """ + (try Self.shipped())
    ) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  private var clientSettings: String {
    """
    Host tenken
      HostName 127.0.0.1
      Port \(port)
      User \(NSUserName())
      IdentityFile \(folder.path)/id
      IdentitiesOnly yes
      UserKnownHostsFile \(folder.path)/known
      StrictHostKeyChecking yes

    """
  }
}
