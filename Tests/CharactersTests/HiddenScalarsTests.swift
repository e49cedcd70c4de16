import Characters
import Testing

/// Expected values are the properties of the Unicode Character Database, as the standard library has them.
@Suite struct HiddenScalarsTests {
  private static var all: some Sequence<Unicode.Scalar> {
    (0...0x10FFFF as ClosedRange<UInt32>).lazy.compactMap { Unicode.Scalar($0) }
  }

  @Test func `Controls, separators of lines, bidirectional controls and the byte order mark are hidden, nothing else`()
  {
    let wrong = Self.all.filter { scalar in
      let properties = scalar.properties
      let isExpected =
        switch properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator: true
        case .format: properties.isBidiControl || scalar == "\u{FEFF}"
        default: false
        }
      return scalar.isHidden != isExpected
    }
    #expect(Array(wrong) == [])
  }

  @Test func `Beside controls and separators only format characters that are not drawn are hidden`() {
    for scalar in Self.all where scalar.isHidden && scalar.properties.generalCategory == .format {
      #expect(scalar.properties.isDefaultIgnorableCodePoint, "\(scalar.escaped(asASCII: true))")
    }
  }

  // ZWJ of an emoji's family, ZWNJ, the selector of 葛's form, of an emoji's colour, the Mongolian vowel separator.
  @Test(arguments: ["\u{200D}", "\u{200C}", "\u{E0100}", "\u{FE0F}", "\u{180E}", "\u{3099}"] as [Unicode.Scalar])
  func `What shapes its neighbours is not hidden`(scalar: Unicode.Scalar) { #expect(!scalar.isHidden) }
}
