import Characters
import Formats
import Inspection

extension FuzzTarget {
  /// Code page 932: a text has bytes only if they are read as that text.
  static let cp932 = FuzzTarget("cp932") { bytes throws(BrokenPromise) in
    let text = bytes.text
    let encoded = CP932.encode(text)
    try promise((CP932.firstUnencodable(in: text) == nil) == (encoded != nil), "a character is at fault in \(bytes)")
    if let encoded {
      try promise(
        CP932.decode(encoded).map { $0.unicodeScalars.elementsEqual(text.unicodeScalars) } == true,
        "another text comes back than \(bytes)")
    }
    guard let read = CP932.decode(bytes) else { return encoded != nil }
    if let again = CP932.encode(read) {
      try promise(
        CP932.decode(again).map { $0.unicodeScalars.elementsEqual(read.unicodeScalars) } == true,
        "another text comes back of \(bytes)")
    }
    return true
  }

  /// The short words that stand in options, cells and prompts: days, moments, numbers, answers, codes of a form.
  static let written = FuzzTarget("written", dictionary: "written") { bytes throws(BrokenPromise) in
    let text = bytes.text
    var isTaken = false
    for day in [CalendarDay(written: text), CalendarDay(iso: text)].compactMap({ $0 }) {
      isTaken = true
      try promise(CalendarDay(iso: day.iso) == day && CalendarDay(daysSinceEpoch: day.daysSinceEpoch) == day, "\(day)")
      // A year of the era is read in two digits at most.
      if day >= Material.day("2019-05-01"), day.year < 2118 {
        try promise(CalendarDay(written: day.japanese) == day, "\(day.japanese) is read as another day")
      }
    }
    if let time = Timestamp(rfc3339: text) {
      isTaken = true
      try promise(Timestamp(rfc3339: time.rfc3339) == time, "\(time.rfc3339) is read as another moment")
    }
    if let number = CheckedNumber(written: text) {
      isTaken = true
      try promise(CheckedNumber(written: number.grouped) == number, "\(number.grouped) is read as another number")
      try promise(number.digits.utf8.allSatisfy { (0x30...0x39).contains($0) }, "\(number.digits) are no digits")
    }
    if let choice = Choice(written: text) {
      isTaken = true
      try promise(Choice(written: choice.japanese) == choice, "\(choice.japanese) is another answer")
    }
    _ = ActionID(text).number
    return isTaken
  }
}
