import CFiles

/// What the program holds in memory: answers beside names, and numbers that no file may hold.
public enum ProcessMemory {
  /// Keeps it out of core dumps and from other programs of the same user, as far as the system can.
  public static func hide() { _ = cf_hide_memory() }

  /// Has whatever takes a megabyte go back to the system when it is done with; by itself glibc keeps up to 32 of them.
  public static func giveBack() { _ = cf_give_back(1 << 20) }
}
