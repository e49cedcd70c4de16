import Formats
import Inspection
import Storage
import Testing

/// A box of more than one block, with lines that end anywhere and one that is longer than a block.
@Suite("A box that is read in blocks")
struct LineBlocksTests {
  /// Takes the opinions, and remembers which.
  private struct Names: BoxPart {
    var names: [String?] = []

    mutating func take(_ line: BoxLineView) -> Bool {
      guard line.kind == .opinion else { return false }
      names.append(line.name)
      return true
    }

    mutating func append(_ next: Names) { names += next.names }
  }

  private let sample: SampleRound
  private let texts: [Int]

  init() throws {
    sample = try SampleRound()
    var box = Box(of: "r8-1")
    var generator = SystemRandomNumberGenerator()
    texts = [10, 400_000, 1 << 20, 3, 2_500_000, 1, 300_000, 299_999] + (0..<400).map { $0 * 17 }
    for length in texts {
      let opinion = Opinion(number: .random(using: &generator), text: String(repeating: "a", count: length))
      box.add(OpinionFormat.line(of: opinion))
    }
    try sample.current.write(box)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `Every line is taken once and in order, and the digest is the file's, on any number of threads`(threads: Int)
    throws
  {
    let folder = try sample.current
    let size = try folder.boxBytes().count
    var told: [Int] = []
    let (contents, part) = try folder.contents(
      counting: { _ in Names() }, threads: threads,
      told: { done, total in
        #expect(total == size)
        told.append(done)
      })
    let kept = try folder.contents()
    #expect(part.names == kept.box.lines(of: .opinion).map(\.name))
    #expect(part.names.count == texts.count)
    #expect(contents.box.counts == kept.box.counts && contents.box.lines(of: .opinion).isEmpty)
    #expect(contents.boxDigest == Digest.hexadecimal(of: try folder.boxBytes()))
    #expect(contents.manifest == kept.manifest)
    #expect(told.allSatisfy { $0 <= size } && told.last == size)
  }

  @Test func `Damaged lines keep their places, in whatever block they are`() throws {
    let bytes = try sample.current.boxBytes()
    var damaged = bytes
    let places = [100, bytes.count / 2, bytes.count - 3_000]
    for place in places { damaged[place] = UInt8(ascii: "#") }
    try Disk.write(damaged, to: sample.path("box.ndjson"))
    let lines = places.map { place in bytes[..<place].count { $0 == UInt8(ascii: "\n") } + 1 }
    let (contents, _) = try sample.current.contents(counting: { _ in Names() }, threads: 2)
    #expect(contents.box.damaged.map(\.place) == lines)
  }

  @Test func `A box whose last line lacks its end, or that is cut short, is what it is when it is read whole`() throws {
    let bytes = try sample.current.boxBytes()
    try Disk.write(Array(bytes.dropLast()), to: sample.path("box.ndjson"))
    let (contents, part) = try sample.current.contents(counting: { _ in Names() }, threads: 2)
    #expect(part.names.count == texts.count)
    #expect(contents.boxDigest == Digest.hexadecimal(of: Array(bytes.dropLast())))
    try Disk.write(Array(bytes.dropLast(200)), to: sample.path("box.ndjson"))
    #expect(throws: StorageError.box(path: sample.path("box.ndjson"), .noCounts)) {
      _ = try sample.current.contents(counting: { _ in Names() }, threads: 2)
    }
  }
}
