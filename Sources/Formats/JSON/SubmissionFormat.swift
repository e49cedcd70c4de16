public import Inspection

/// `tenken.submission/1`: that a person has handed in, and nothing of the answers.
public enum SubmissionFormat {
  public static let name = "tenken.submission/1"

  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> Submission
  {
    try reader.read(bytes) { root throws(DocumentError) in
      let object = try root.object(["respondent", "role", "receipt", "day", "entry", "consent"], format: name)
      return Submission(
        respondent: try object.required("respondent").identifier(RespondentID.self),
        role: try object.required("role").word(Role.self),
        receipt: try object.required("receipt").receipt(),
        day: try object.required("day").day(),
        entry: try EntryShape.read(try object.required("entry")),
        consent: try object.boolean(ifAny: "consent"))
    }
  }

  public static func encode(_ submission: Submission) -> [UInt8] {
    JSONWriter.file(
      Shape(
        respondent: submission.respondent.rawValue, role: submission.role.rawValue, receipt: submission.receipt,
        day: submission.day.iso, entry: EntryShape(submission.entry), consent: submission.consent))
  }

  private struct Shape: Encodable {
    var format = SubmissionFormat.name
    var respondent: String
    var role: String
    var receipt: String
    var day: String
    var entry: EntryShape
    var consent: Bool?
  }
}

/// `tenken.opinion/1`: a free opinion, kept apart from the answers.
public enum OpinionFormat {
  public static let name = "tenken.opinion/1"

  public static func decode(_ bytes: some Collection<UInt8>, with reader: borrowing JSONReader) throws(DocumentError)
    -> String
  {
    try reader.read(bytes) { root throws(DocumentError) in
      try root.object(["text"], format: name).required("text").string()
    }
  }

  public static func encode(_ opinion: String) -> [UInt8] { JSONWriter.file(Shape(text: opinion)) }

  private struct Shape: Encodable {
    var format = OpinionFormat.name
    var text: String
  }
}
