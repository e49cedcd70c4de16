import Documents
import Inspection
import Interview
import Reporting
import Storage

/// Writes the 控え of a person's own result into the working folder, never over another file.
struct Keepsake {
  let setting: Setting
  let day: CalendarDay

  func write(_ draft: Draft) throws(StorageError) -> String {
    let result = PersonalResult(
      draft, of: setting.questionnaire, policy: setting.policy, round: setting.round)
    let bytes = Array(PersonalReport(of: result).document.text.utf8)
    var number = 1
    while true {
      let name = "自己点検の控え-\(day.iso)" + (number == 1 ? "" : "-\(number)") + ".txt"
      do throws(StorageError) {
        try Disk.write(bytes, to: name, replacing: .refused)
        return name
      } catch {
        guard case .alreadyExists = error, number < 1_000 else { throw error }
        number += 1
      }
    }
  }
}
