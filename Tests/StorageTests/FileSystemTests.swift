import Testing

@testable import Storage

@Suite("File systems that cannot lock for all") struct FileSystemTests {
  /// In the form of proc_pid_mountinfo(5).
  private let mounts = """
    36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
    90 24 0:52 / /mnt/c rw,noatime - 9p drvfs rw,dirsync,aname=drvfs
    91 24 0:53 / /srv/share rw shared:2 master:7 propagate_from:2 - nfs4 server:/share rw,vers=4.2
    92 24 0:54 / /srv/ssh rw - fuse.sshfs host: rw
    """

  @Test(arguments: [("98:0", "ext3"), ("0:52", "9p"), ("0:53", "nfs4"), ("0:54", "fuse.sshfs"), ("1:1", nil)])
  func `The device tells the file system`(_ device: String, _ name: String?) {
    #expect(FileSystem.name(ofDevice: device, in: mounts) == name)
  }

  @Test(arguments: ["nfs", "nfs4", "cifs", "smb3", "9p", "drvfs", "virtiofs", "fuse.sshfs"])
  func `Those are refused`(_ name: String) { #expect(FileSystem.shared.contains(name)) }

  @Test(arguments: ["ext4", "btrfs", "xfs", "tmpfs", "overlay", "vfat", "fuseblk"])
  func `Those of one machine are not`(_ name: String) { #expect(!FileSystem.shared.contains(name)) }

  @Test func `A round there is refused at the door, before anybody has answered anything`() throws {
    let folder = try TemporaryFolder()
    let here = try #require(FileSystem.mounts)
    let there = try here.split(separator: "\n").map { line in
      var fields = line.split(separator: " ")
      fields[try #require(fields.firstIndex(of: "-")) + 1] = "nfs4"
      return fields.joined(separator: " ")
    }.joined(separator: "\n")
    #expect(throws: StorageError.cannotLock(path: folder.path, fileSystem: "nfs4")) {
      try FolderLock.check(folder.path, mounts: there)
    }
    try FolderLock.check(folder.path)
  }
}
