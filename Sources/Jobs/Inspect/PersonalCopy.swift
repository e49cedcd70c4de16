import Documents
import Inspection
import Interview
import Reporting
import Storage

/// Makes the 控え, a person's own copy of the result: a file that is never written over another, or what is shown instead.
struct PersonalCopy {
  let setting: Setting
  let day: CalendarDay
  let folder: String

  /// - Parameter number: the 回答番号 of what was handed in. A copy that names the person has none: the two must never be
  ///   seen together (docs/design.md 4.4).
  func make(_ draft: Draft, number: CheckedNumber?) throws(StorageError) -> Keepsake {
    var result = PersonalResult(draft, of: setting.questionnaire, policy: setting.policy, round: setting.round)
    if result.needsConfirmation { result.person = setting.assistance?.person } else { result.number = number }
    let report = PersonalReport(of: result)
    return setting.showsCopy ? .shown(report.paragraphs) : .written(path: try write(report))
  }

  /// Returns the path of the new file; the second of a day has a 2 behind its date, and so on to 1000.
  private func write(_ report: PersonalReport) throws(StorageError) -> String {
    let bytes = Array(report.document.text.utf8)
    var number = 1
    while true {
      let name = "自己点検の控え-\(day.iso)" + (number == 1 ? "" : "-\(number)") + ".txt"
      let path = folder + "/" + name
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
