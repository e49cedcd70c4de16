import ArgumentParser

/// How the program ends, in the numbers of sysexits(3).
enum ExitStatus: Int32 {
  case ok = 0
  case usage = 64
  case badData = 65
  case noInput = 66
  case unavailable = 69
  case cannotCreate = 73
  case ioError = 74
  case notYet = 75
  case noPermission = 77

  var code: ExitCode { ExitCode(rawValue) }
}
