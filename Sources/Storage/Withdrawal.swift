import Formats
public import Inspection

/// Why a hand-in cannot be taken back.
public enum WithdrawalError: Error, Equatable, Sendable {
  case roundClosed
  /// The person has not handed in.
  case notHandedIn
  /// No sheet of the person's role has that 回答番号.
  case unknownNumber
  case storage(StorageError)
}

extension RoundFolder {
  /// Takes a person's submission and sheet out again in one step, as if they had not handed in, and writes down that it
  /// was done.
  ///
  /// The opinion stays: nothing says whose it is.
  public static func withdraw(
    _ respondent: Respondent, _ number: CheckedNumber, from path: String, at now: Timestamp
  ) throws(WithdrawalError) {
    do {
      try locked(path) { folder in
        if folder.status.closed != nil { throw WithdrawalError.roundClosed }
        guard let reader = JSONReader() else { throw StorageError.outOfMemory }
        var box = try folder.box()
        guard box.line(.submission, respondent.id.rawValue) != nil else { throw WithdrawalError.notHandedIn }
        guard let line = box.line(.sheet, number.digits),
          let sheet = try? SheetFormat.decode(line.bytes, with: reader), sheet.role == respondent.role,
          sheet.signature.map({ $0.respondent == respondent.id }) ?? true
        else { throw WithdrawalError.unknownNumber }
        box.remove(.submission, respondent.id.rawValue)
        box.remove(.sheet, number.digits)
        // The log first: a withdrawal that is written down and was cut short can be done again.
        try folder.record(RoundEvent(.withdrawn(respondent.id), at: now))
        try folder.write(box)
      }
    } catch let error as WithdrawalError {
      throw error
    } catch let error as StorageError {
      throw .storage(error)
    } catch { preconditionFailure("a withdrawal fails by its own errors and the storage's only: \(error)") }
  }
}
