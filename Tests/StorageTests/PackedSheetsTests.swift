import Formats
import Inspection
import Practice
import Storage
import Testing

@Suite struct `The sheets of a closed round in one file` {
  private let sample: SampleRound

  /// Two members and the organisation have handed in; a broken file and a copy lie beside their sheets.
  init() throws {
    sample = try SampleRound()
    var generator = SplitMix64(seed: 1)
    for (id, role) in [("m01", Role.member), ("m02", .member), ("org", .organisation)] as [(RespondentID, Role)] {
      _ = try sample.handIn(by: id, role: role).perform(
        try sample.draft(of: id, role: role), replacing: nil, using: &generator, at: sample.now)
    }
    let first = try #require(try sample.names(.sheets).first)
    try Disk.write(try Disk.read(file(first)), to: file("copy.json"))
    try Disk.write(Array("{\n".utf8), to: file("000000000000.json"))
  }

  private var packed: String { sample.folder.path + "/sheets.ndjson" }
  private func file(_ name: String) -> String { sample.folder.path + "/sheets/" + name }

  /// Name and bytes of every sheet, as readers get them.
  private func read() throws -> [[String]] {
    try sample.folder.sheets().map { [$0.name, String(decoding: try $0.bytes(), as: UTF8.self)] }
  }

  @Test func `Packed they are the same sheets, by name and byte, in the same order`() throws {
    let before = try read()
    try sample.folder.packSheets()
    #expect(try read() == before)
    #expect(before.count == 5)
  }

  @Test func `A line is the bytes of a sheet's file, and only what is no such line stays a file`() throws {
    let sheets = try sample.names(.sheets).filter { $0 != "copy.json" && $0 != "000000000000.json" }
    let bytes = try sheets.flatMap { try Disk.read(file($0)) }
    try sample.folder.packSheets()
    #expect(try Disk.read(packed) == bytes)
    #expect(bytes.count { $0 == UInt8(ascii: "\n") } == 3)
    #expect(try sample.names(.sheets) == ["000000000000.json", "copy.json"])
    #expect(mode(of: packed) == 0o600)
  }

  @Test func `A sheet on several lines stays a file`() throws {
    let name = try #require(try sample.names(.sheets).first { $0 != "000000000000.json" })
    let text = String(decoding: try Disk.read(file(name)), as: UTF8.self)
    try Disk.write(Array(text.replacing("{\"answers\":", with: "{\n  \"answers\":").utf8), to: file(name))
    let before = try read()
    try sample.folder.packSheets()
    #expect(try sample.names(.sheets).contains(name))
    #expect(try read() == before)
  }

  @Test func `The manifest is the same, packed or not`() throws {
    let before = try sample.folder.manifest()
    try sample.folder.packSheets()
    #expect(try sample.folder.manifest() == before)
  }

  @Test func `Cut short after any file was removed, each sheet is there once, and packing goes on`() throws {
    let before = try read()
    let files = try before.map { ($0[0], try Disk.read(file($0[0]))) }
    try sample.folder.packSheets()
    let whole = try Disk.read(packed)
    for kept in 0...files.count {
      for (name, bytes) in files.suffix(kept) { try Disk.write(bytes, to: file(name)) }
      #expect(try read() == before)
      try sample.folder.packSheets()
      #expect(try read() == before)
      #expect(try Disk.read(packed) == whole)
      #expect(try sample.names(.sheets) == ["000000000000.json", "copy.json"])
    }
  }

  @Test func `Unpacked they are the files that they were, with one date for all`() throws {
    let before = try read()
    let names = try sample.names(.sheets)
    try sample.folder.packSheets()
    try sample.folder.unpackSheets()
    #expect(try sample.names(.sheets) == names)
    #expect(try read() == before)
    #expect(!Disk.exists(packed))
    // Noon in Tokyo on the day of the deadline.
    let noon = sample.folder.round.deadline.daysSinceEpoch * 86_400 + 3 * 3_600
    let dates = names.filter { $0 != "copy.json" && $0 != "000000000000.json" }.map { modified(file($0)) }
    #expect(dates == [noon, noon, noon])
  }

  @Test func `After unpacking a sheet is replaced by its number, and packed in its place`() throws {
    let name = try #require(try sample.names(.sheets).first { try sample.member(name: $0) })
    let number = try #require(CheckedNumber(written: String(name.dropLast(5))))
    try sample.folder.packSheets()
    try sample.folder.unpackSheets()
    var draft = try sample.draft(of: "m01")
    draft.responses["M-DUT-01"]?.choice = .no
    var generator = SplitMix64(seed: 2)
    _ = try sample.handIn(by: "m01").perform(draft, replacing: number, using: &generator, at: sample.now)
    let replaced = try Disk.read(file(name))
    try sample.folder.packSheets()
    #expect(try sample.folder.sheet(named: name)?.bytes() == replaced)
    #expect(try read().count == 5)
  }

  @Test func `A damaged line is listed by its place and harms no other sheet`() throws {
    try sample.folder.packSheets()
    let lines = String(decoding: try Disk.read(packed), as: UTF8.self).split(separator: "\n")
    // The second line loses its end, the last its line end.
    let damaged = "\(lines[0])\n\(lines[1].dropLast(9))\n\(lines[2])"
    try Disk.write(Array(damaged.utf8), to: packed)
    #expect(try sample.folder.sheets().count == 5)
    #expect(try sample.folder.sheets().last?.name == "sheets.ndjson:2")

    try sample.folder.unpackSheets()
    #expect(try Disk.read(packed) == Array("\(lines[1].dropLast(9))\n".utf8))
    #expect(try sample.folder.sheets().count == 5)
    try sample.folder.packSheets()
    #expect(try sample.folder.sheets().count == 5)
  }

  @Test func `Of two that differ under one name neither is lost, whatever is done`() throws {
    try sample.folder.packSheets()
    let name = try #require(try sample.folder.sheets().map(\.name).first { $0 != "000000000000.json" })
    let packedBytes = try #require(try sample.folder.sheet(named: name)).bytes()
    let other = String(decoding: packedBytes, as: UTF8.self).replacing("\"yes\"", with: "\"no\"")
    try Disk.write(Array(other.utf8), to: file(name))
    let both = [[name, other], [name, String(decoding: packedBytes, as: UTF8.self)]]
    #expect(try read().filter { $0[0] == name } == both)
    try sample.folder.unpackSheets()
    #expect(try read().filter { $0[0] == name } == both)
    try sample.folder.packSheets()
    try sample.folder.unpackSheets()
    #expect(try read().filter { $0[0] == name } == both)
  }
}

extension SampleRound {
  /// Whether a file in `sheets/` is a member's sheet under its own name.
  fileprivate func member(name: String) throws -> Bool {
    guard let number = CheckedNumber(written: String(name.dropLast(5))) else { return false }
    return (try? sheet(number))?.role == .member
  }
}
