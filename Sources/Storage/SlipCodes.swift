import CDigest
public import Formats
public import Inspection

/// Slip codes: twelve digits on paper, of which the folder keeps only an Argon2id hash (RFC 9106).
///
/// The first three digits are the person's number, so that one hash has to be tried and not one for each person; eight
/// are random and the last is the check digit.
public enum SlipCodes {
  /// Who ends a shared screen; an id that no roster can hold.
  public static let supervisor = Respondent(id: "*", name: "（監督用）", kana: "", role: .organisation)

  /// A person's code, for the slip.
  public struct Slip: Equatable, Sendable {
    public var respondent: Respondent
    public var code: CheckedNumber
  }

  /// The number of a person has three digits.
  public static let limit = 999

  /// At most `limit` people; makes one code a person and tells `progress` after each, for hashing takes its time.
  public static func make(
    for respondents: [Respondent], using generator: inout some RandomNumberGenerator, progress: (Int) -> Void
  ) throws(StorageError) -> (slips: [Slip], entries: [CodeEntry]) {
    guard respondents.count <= limit else { throw .tooManyPeople(limit: limit) }
    guard cd_ready() == 0 else { throw .outOfMemory }
    var slips: [Slip] = []
    var entries: [CodeEntry] = []
    for (index, respondent) in respondents.enumerated() {
      let new = try make(for: respondent, number: Self.number(index + 1), using: &generator)
      slips.append(new.slip)
      entries.append(new.entry)
      progress(index + 1)
    }
    return (slips, entries)
  }

  /// A new code in place of the one that the person has had, if any.
  public static func renew(
    for respondent: Respondent, among entries: [CodeEntry], using generator: inout some RandomNumberGenerator
  ) throws(StorageError) -> (slip: Slip, entries: [CodeEntry]) {
    guard cd_ready() == 0 else { throw .outOfMemory }
    let others = entries.filter { $0.respondent != respondent.id }
    let taken = Set(others.map(\.number))
    let own = entries.first { $0.respondent == respondent.id }?.number
    guard let number = own ?? (1...limit).lazy.map(Self.number).first(where: { !taken.contains($0) }) else {
      throw .tooManyPeople(limit: limit)
    }
    let new = try make(for: respondent, number: number, using: &generator)
    return (new.slip, (others + [new.entry]).sorted { $0.number < $1.number })
  }

  private static func make(
    for respondent: Respondent, number: String, using generator: inout some RandomNumberGenerator
  ) throws(StorageError) -> (slip: Slip, entry: CodeEntry) {
    let code = randomCode(number: number, using: &generator)
    return (
      Slip(respondent: respondent, code: code),
      CodeEntry(number: number, respondent: respondent.id, hash: try hash(of: code))
    )
  }

  private static func number(_ index: Int) -> String {
    let digits = String(index)
    return String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// Who has this code; nil for nobody.
  public static func respondent(with code: CheckedNumber, in entries: [CodeEntry]) -> RespondentID? {
    guard cd_ready() == 0, let entry = entries.first(where: { $0.number == code.digits.prefix(3) }),
      cd_verify(entry.hash, code.digits, code.digits.utf8.count) == 0
    else { return nil }
    return entry.respondent
  }

  private static func randomCode(number: String, using generator: inout some RandomNumberGenerator) -> CheckedNumber {
    while true {
      let secret = (1...8).map { _ in String(Int.random(in: 0...9, using: &generator)) }.joined()
      if let code = CheckedNumber(payload: number + secret) { return code }
    }
  }

  private static func hash(of code: CheckedNumber) throws(StorageError) -> String {
    var hash = [CChar](repeating: 0, count: Int(CD_HASH_BYTES))
    guard cd_hash(code.digits, code.digits.utf8.count, &hash) == 0 else { throw .outOfMemory }
    return String(decoding: hash.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
