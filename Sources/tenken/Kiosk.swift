import Inspection
import Interview
import Storage

/// A shared screen: one person after another, until the supervisor's code ends it.
///
/// Nothing of a person stays on the screen, and a trouble of one is told and does not keep the next one out.
struct Kiosk {
  let path: String
  let front: FrontEnd

  func run() throws {
    let folder = try RoundFolder(path)
    if try folder.codes().isEmpty { throw Failure(.usage, "点検コードのない点検回は、共用の端末では使えません。") }
    try front.screenSession { face throws in
      while try visit(on: face) {}
    }
  }

  /// One person's visit; false when the supervisor ended it.
  private func visit(on face: FrontEnd.Face) throws -> Bool {
    let folder = try RoundFolder(path)
    do {
      if case .left = try RoundVisit(folder: folder, isShared: true).run(on: face) { return false }
    } catch let ended as Ended {
      throw ended
    } catch {
      guard let failure = error as? Failure ?? FailureText.failure(for: error) else { throw error }
      _ = try face.run(Announcement(failure.lines, assembly: folder.policy.assembly)) { nil }
    }
    return true
  }
}
