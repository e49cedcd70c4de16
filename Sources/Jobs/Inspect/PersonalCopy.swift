import Documents
import Inspection
import Interview
import Reporting
import Storage

/// Makes the 控え, a person's own copy of the result: a file that is never written over another, or what is shown instead.
struct PersonalCopy {
  let setting: Setting
  let day: CalendarDay
  /// nil for the working folder.
  let folder: String?

  func make(_ draft: Draft) throws(StorageError) -> Keepsake {
    let report = PersonalReport(
      of: PersonalResult(draft, of: setting.questionnaire, policy: setting.policy, round: setting.round))
    return setting.showsCopy ? .shown(report.paragraphs) : .written(path: try write(report))
  }

  /// Returns the path of the new file; the second of a day has a 2 behind its date, and so on to 1000.
  private func write(_ report: PersonalReport) throws(StorageError) -> String {
    let bytes = Array(report.document.text.utf8)
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
