import Formats
public import Inspection
public import Storage

/// Makes a new slip code for one person, instead of a lost one or for somebody who came later: `tenken round code`.
public enum SlipRenewal {
  /// Why there is no new code; facts only.
  public enum Refusal: Error, Equatable, Sendable {
    /// The round has no codes at all.
    case noCodes
    case closed
    /// Nobody of this number stands on the roster at `roster`.
    case notOnRoster(String, roster: String)
    case exempt(String, reason: String)
  }

  /// The new code is in force, and the new list could not be written: the slip is all that there is of it.
  public struct Unwritten: Error, Equatable, Sendable {
    public var slip: SlipCodes.Slip
    public var failure: StorageError
  }

  /// The new slip; with `list`, a file that must not be there yet, it is written there as well.
  ///
  /// The list that lies beside the round since it was made is brought up to date, so that it goes on to hold nothing but
  /// codes that let people in; one that cannot be read or written, or that knows others, stays as it is and is told.
  ///
  /// The hash is in the folder before the code is told: a code that lets nobody in is worse than one nobody knows.
  /// Throws `Refusal`, `StorageError` and `Unwritten`.
  ///
  /// - Parameter respondent: a number of the roster, or `*` for the supervisor's code.
  public static func renew(
    _ respondent: String, in path: String, list: String?, using generator: inout some RandomNumberGenerator,
    clock: Clock, tell: Tell
  ) throws -> SlipCodes.Slip {
    if let list, try Disk.exists(list) { throw StorageError.alreadyExists(path: list) }
    let (slip, roster) = try RoundFolder.locked(path) { folder in
      let entries = try folder.codes()
      guard folder.round.hasCodes else { throw Refusal.noCodes }
      guard folder.status.closed == nil else { throw Refusal.closed }
      let roster = try folder.roster()
      let person = try person(respondent, on: roster, at: folder.rosterPath)
      let new = try SlipCodes.renew(for: person, among: entries, using: &generator)
      try folder.write(new.entries)
      try folder.record(RoundEvent(.codeIssued(to: new.slip.respondent.id), at: clock()))
      return (new.slip, roster)
    }
    bringUpToDate(RoundFolder.slipsPath(beside: path), with: slip, of: roster, tell: tell)
    guard let list else { return slip }
    do throws(StorageError) {
      try Disk.write(SlipsFormat.encode([(slip.respondent, slip.code)]), to: list, replacing: .refused)
    } catch { throw Unwritten(slip: slip, failure: error) }
    tell(.wrote(file: list))
    return slip
  }

  private static func bringUpToDate(_ list: String, with slip: SlipCodes.Slip, of roster: Roster, tell: Tell) {
    do {
      guard try Disk.exists(list) else { return }
      var codes = try SlipsFormat.decode(Disk.read(list, upTo: .table))
      codes[slip.respondent.id] = slip.code
      let holders = (roster.respondents + [SlipCodes.supervisor]).filter { codes[$0.id] != nil }
      guard holders.count == codes.count else { return tell(.slipsOutdated(list)) }
      try Disk.write(
        SlipsFormat.encode(holders.compactMap { person in codes[person.id].map { (person, $0) } }), to: list)
      tell(.slipsBroughtUpToDate(list))
    } catch {
      tell(.slipsOutdated(list))
    }
  }

  private static func person(_ number: String, on roster: Roster, at path: String) throws(Refusal) -> Respondent {
    if number == SlipCodes.supervisor.id.rawValue { return SlipCodes.supervisor }
    guard let person = roster[RespondentID(number)] else { throw .notOnRoster(number, roster: path) }
    if let reason = person.exempt { throw .exempt(number, reason: reason) }
    return person
  }
}
