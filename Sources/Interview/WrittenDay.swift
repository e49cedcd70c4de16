import Inspection

/// A day as a person wrote it, and why it is asked whether it was meant.
struct WrittenDay: Equatable {
  enum Doubt: Equatable { case yearTaken, past }

  let day: CalendarDay
  /// nil where it is certain.
  let doubt: Doubt?

  /// Fails for what is no day; a day without a year is the next one, today included.
  init?(_ written: String, on today: CalendarDay) {
    if let day = CalendarDay(written: written) {
      (self.day, doubt) = (day, day < today ? .past : nil)
    } else if let day = CalendarDay(monthAndDay: written, from: today) {
      (self.day, doubt) = (day, .yearTaken)
    } else {
      return nil
    }
  }
}
