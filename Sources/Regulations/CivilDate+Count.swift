internal import Vocabulary

// Days and months counted in the civil calendar.

extension CivilDate {
  /// Whole months up to another day, which counts too: 01/02 to 30/11 are ten.
  func months(through last: CivilDate) -> Int {
    guard self <= last, let end = last.next else { return 0 }
    let months = (end.year - year) * 12 + end.month - month
    return end.day >= day ? months : months - 1
  }

  /// Days of the working week (Monday to Friday) up to another day, both included; public holidays
  /// are not known here and count.
  func workdays(through last: CivilDate) -> Int {
    guard self <= last else { return 0 }
    return (dayNumber...last.dayNumber).count { !Self.isWeekend($0) }
  }

  /// The day so many days before; nil outside the calendar.
  func before(days: Int) -> CivilDate? {
    var date: CivilDate? = self
    for _ in 0..<max(0, days) { date = date?.previous }
    return date
  }

  private var next: CivilDate? {
    if let next = try? CivilDate(year: year, month: month, day: day + 1) { return next }
    if let next = try? CivilDate(year: year, month: month + 1, day: 1) { return next }
    return try? CivilDate(year: year + 1, month: 1, day: 1)
  }

  private var previous: CivilDate? {
    if let date = try? CivilDate(year: year, month: month, day: day - 1) { return date }
    let isFirstMonth = month == 1
    return (28...31).reversed().lazy.compactMap { last in
      try? CivilDate(
        year: isFirstMonth ? year - 1 : year, month: isFirstMonth ? 12 : month - 1, day: last)
    }.first
  }

  /// Days since 1 March of the year 0, which is day 1.
  private var dayNumber: Int {
    // Years begin in March: the leap day is then the last one.
    let year = month > 2 ? year : year - 1
    let monthFromMarch = (month + 9) % 12
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day
  }

  private static func isWeekend(_ number: Int) -> Bool {
    // 22/11/2026, day 740.248 of that count, is a Sunday.
    [4, 5].contains(number % 7)
  }
}
