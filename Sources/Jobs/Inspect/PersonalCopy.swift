import Documents
import Inspection
import Interview
import Reporting
import Storage

/// Writes the 控え, a person's own copy of the result, never over another file.
struct PersonalCopy {
  let setting: Setting
  let day: CalendarDay
  /// nil for the working folder.
  let folder: String?

  /// Returns the path of the new file; the second of a day has a 2 behind its date, and so on to 1000.
  func write(_ draft: Draft) throws(StorageError) -> String {
    let result = PersonalResult(
      draft, of: setting.questionnaire, policy: setting.policy, round: setting.round)
    let bytes = Array(PersonalReport(of: result).document.text.utf8)
    var number = 1
    while true {
      let name = "自己点検の控え-\(day.iso)" + (number == 1 ? "" : "-\(number)") + ".txt"
      let path = folder.map { $0 + "/" + name } ?? name
      do throws(StorageError) {
        try Disk.write(bytes, to: path, replacing: .refused)
        return path
      } catch {
        guard case .alreadyExists = error, number < 1_000 else { throw error }
        number += 1
      }
    }
  }
}
