import CFiles

/// What the program holds in memory: answers beside names, and numbers that no file may hold.
public enum ProcessMemory {
  /// Keeps it out of core dumps and from other programs of the same user, as far as the system can.
  public static func hide() { _ = cf_hide_memory() }
}
