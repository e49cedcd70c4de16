import CFiles
import Glibc

/// What kind of file system a folder lies on, as far as locking is concerned.
enum FileSystem {
  /// Those whose flock(2) is not known to every machine that writes to them, by their names in proc_pid_mountinfo(5).
  ///
  /// NFS and SMB turn it into locks on ranges of bytes, which a folder has not; the others keep it to themselves.
  static let shared: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "drvfs", "virtiofs", "vboxsf", "vmhgfs", "prl_fs",
    "ceph", "glusterfs", "fuse.glusterfs", "fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.davfs2",
    "fuse.vmhgfs-fuse", "fuse.s3fs", "fuse.juicefs", "fuse.onedriver",
  ]

  /// The name of the file system that an open folder lies on, if it is one of those.
  static func sharedName(of folder: Int32) -> String? {
    var status = stat()
    guard fstat(folder, &status) == 0,
      let mounts = try? Disk.read("/proc/self/mountinfo", upTo: .table)
    else { return nil }
    let device = "\(cf_device_major(UInt64(status.st_dev))):\(cf_device_minor(UInt64(status.st_dev)))"
    let name = name(ofDevice: device, in: String(decoding: mounts, as: UTF8.self))
    return name.flatMap { shared.contains($0) ? $0 : nil }
  }

  /// The file system of a device `major:minor` in the text of mountinfo; nil where it names none.
  static func name(ofDevice device: String, in mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 2, fields[2] == device, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count
      else { continue }
      return String(fields[dash + 1])
    }
    return nil
  }
}
