public import Inspection

/// `tenken.submission/1`: that a person has handed in, and nothing of the answers; a line of the box.
public enum SubmissionFormat {
  public static let name = BoxLine.Kind.submission.rawValue

  /// Reads a submission; throws its first fault of syntax, or the first value that is wrong.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> Submission
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(
        ["digest", "respondent", "role", "receipt", "day", "entry", "consent", "replaced"], format: name)
      var submission = Submission(
        respondent: try object.required("respondent").identifier(RespondentID.self),
        role: try object.required("role").word(Role.self),
        receipt: try object.required("receipt").receipt(),
        day: try object.required("day").day(),
        entry: try EntryShape.read(try object.required("entry")),
        consent: try object.boolean(ifAny: "consent"))
      submission.timesReplaced = try object.optional("replaced")?.integer(from: 1) ?? 0
      return submission
    }
  }

  /// The submission as a line of the box.
  public static func line(of submission: Submission) -> BoxLine {
    BoxLine(
      .submission, key: submission.respondent.rawValue,
      fields: Shape(
        role: submission.role.rawValue, receipt: submission.receipt, day: submission.day.iso,
        entry: EntryShape(submission.entry), consent: submission.consent,
        replaced: submission.timesReplaced == 0 ? nil : submission.timesReplaced))
  }

  private struct Shape: Encodable {
    var role: String
    var receipt: String
    var day: String
    var entry: EntryShape
    var consent: Bool?
    var replaced: Int?
  }
}

/// `tenken.opinion/1`: a free opinion under a number of its own, kept apart from the answers; a line of the box.
public enum OpinionFormat {
  public static let name = BoxLine.Kind.opinion.rawValue

  /// Undecided, as it was handed in.
  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> Opinion
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(["digest", "number", "text"], format: name)
      return Opinion(
        number: try object.required("number").checkedNumber(), text: try object.required("text").string())
    }
  }

  /// The opinion as a line of the box.
  public static func line(of opinion: Opinion) -> BoxLine {
    BoxLine(.opinion, key: opinion.number.digits, fields: Shape(text: opinion.text))
  }

  private struct Shape: Encodable { var text: String }
}
