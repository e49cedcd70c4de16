import CFiles
import Dispatch
import Formats
import Glibc
import Synchronization

/// A file of lines that is read once, in blocks of whole lines, on several threads.
///
/// However many these are, the blocks are put together in the order of the file, and no more of them are in memory than a
/// few for each thread.
struct LineBlocks: Sendable {
  private let file: Int32
  private let path: String
  private let bytes: Int
  private let count: Int

  /// - Parameter file: open for reading, and closed by the caller.
  init(of file: Int32, size: Int, path: String) {
    (self.file, self.path, bytes) = (file, path, size)
    count = max(1, (size + Self.size - 1) / Self.size)
  }

  /// Large enough that little is done for each, and small enough that many fit into memory.
  private static let size = 1 << 19
  /// Read beyond a block's end, where its last line goes on.
  private static let overlap = 1 << 13

  /// Bytes of the file, and which of them are the block's lines.
  fileprivate struct Buffer: Sendable {
    var bytes: [UInt8] = []
    var lines = 0..<0

    func withLines<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
      bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[lines])) }
    }
  }

  /// Puts what `read` makes of each block behind `first`; also gives the digest of the very bytes that were read.
  ///
  /// - Parameters:
  ///   - threads: how many read at the same time, 1 or more.
  ///   - told: how many bytes of how many are done.
  ///   - meanwhile: what the calling thread does before it reads, too.
  func read<Part: Sendable>(
    into first: Part, threads: Int, told: (Int, Int) -> Void, meanwhile: () -> Void,
    _ read: @escaping @Sendable (UnsafeRawBufferPointer) -> Part,
    append: @escaping @Sendable (inout Part, Part) -> Void
  ) throws(StorageError) -> (whole: Part, digest: Digest.Value) {
    guard let stream = Digest.Stream() else { throw .outOfMemory }
    let work = Work(Chain(whole: first, digest: stream, append: append), threads: threads)
    let others = DispatchGroup()
    for _ in 1..<max(1, min(threads, count)) {
      DispatchQueue.global().async(group: others) { while let buffer = load(for: work) { work.finish(buffer, read) } }
    }
    meanwhile()
    while let buffer = load(for: work) {
      work.finish(buffer, read)
      told(min(work.done * Self.size, bytes), bytes)
    }
    others.wait()
    if let failure = work.failure { throw failure }
    let result = work.result()
    told(bytes, bytes)
    return result
  }

  /// The next block, read; nil where there is none or something went wrong.
  private func load<Part>(for work: Work<Part>) -> (block: Int, buffer: Buffer)? {
    guard let (block, spare) = work.take(of: count) else { return nil }
    var buffer = spare
    guard let failure = load(block, into: &buffer) else { return (block, buffer) }
    work.fail(failure)
    return nil
  }

  // MARK: One block

  /// Reads the lines that begin in a block; gives the failure, if any.
  private func load(_ block: Int, into buffer: inout Buffer) -> StorageError? {
    // From the byte before, which tells whether a line begins with the block.
    let start = block == 0 ? 0 : block * Self.size - 1
    let end = (block + 1) * Self.size - start
    var wanted = end + Self.overlap
    while true {
      if buffer.bytes.count < wanted { buffer.bytes += Array(repeating: 0, count: wanted - buffer.bytes.count) }
      guard let length = fill(&buffer.bytes, upTo: wanted, from: start) else {
        return StorageError(errno: errno, path: path)
      }
      let found = lines(of: buffer.bytes[..<length], startingWithin: end, isFirst: block == 0, isLast: length < wanted)
      if let found {
        buffer.lines = found
        return nil
      }
      wanted *= 2
    }
  }

  /// The bytes of the lines that begin before `end`; nil where the last one goes on beyond what was read.
  private func lines(
    of bytes: ArraySlice<UInt8>, startingWithin end: Int, isFirst: Bool, isLast: Bool
  ) -> Range<Int>? {
    func behindLineEnd(_ part: ArraySlice<UInt8>) -> Int? { part.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } }
    guard let lower = isFirst ? 0 : behindLineEnd(bytes.prefix(end)), lower < end, lower < bytes.endIndex else {
      return bytes.endIndex..<bytes.endIndex
    }
    return (behindLineEnd(bytes.dropFirst(end - 1)) ?? (isLast ? bytes.endIndex : nil)).map { lower..<$0 }
  }

  /// How many bytes there were, fewer only at the end of the file; nil with errno.
  private func fill(_ bytes: inout [UInt8], upTo wanted: Int, from start: Int) -> Int? {
    var length = 0
    while length < wanted {
      let count = bytes.withUnsafeMutableBytes { bytes in
        pread(file, bytes.baseAddress.map { $0 + length }, wanted - length, off_t(start + length))
      }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if count == 0 { break }
      length += count
    }
    return length
  }
}

/// What the threads share that read one file.
private final class Work<Part: Sendable>: Sendable {
  private struct Queue {
    var next = 0
    var finished: [Int: (buffer: LineBlocks.Buffer, part: Part)] = [:]
    var spare: [LineBlocks.Buffer] = []
    var failure: StorageError?
  }

  private let chain: Mutex<Chain<Part>>
  private let queue = Mutex(Queue())
  private let threads: Int

  init(_ chain: consuming sending Chain<Part>, threads: Int) {
    self.chain = Mutex(chain)
    self.threads = threads
  }

  /// The next block to read, and something to read it into; nil where nothing is left to do.
  func take(of count: Int) -> (Int, LineBlocks.Buffer)? {
    queue.withLock { queue in
      guard queue.next < count, queue.failure == nil else { return nil }
      defer { queue.next += 1 }
      return (queue.next, queue.spare.popLast() ?? LineBlocks.Buffer())
    }
  }

  /// Makes what is to be made of a block, and puts together what can be.
  func finish(_ read: (block: Int, buffer: LineBlocks.Buffer), _ make: (UnsafeRawBufferPointer) -> Part) {
    let part = read.buffer.withLines(make)
    let waiting = queue.withLock { queue in
      queue.finished[read.block] = (read.buffer, part)
      return queue.finished.count
    }
    // Whoever finds another at it goes on reading; only where too much waits, one waits for the other.
    if waiting > 2 * threads { chain.withLock { drain(&$0) } } else { _ = chain.withLockIfAvailable { drain(&$0) } }
  }

  private func drain(_ chain: inout Chain<Part>) {
    while let (buffer, part) = queue.withLock({ $0.finished.removeValue(forKey: chain.next) }) {
      buffer.withLines { chain.digest.add($0) }
      chain.append(&chain.whole, part)
      chain.next += 1
      queue.withLock { $0.spare.append(buffer) }
    }
  }

  func fail(_ failure: StorageError) { queue.withLock { $0.failure = failure } }

  var failure: StorageError? { queue.withLock { $0.failure } }

  /// How many blocks are put together, and soon will be.
  var done: Int { queue.withLock { $0.next - $0.finished.count } }

  /// When all threads have ended.
  func result() -> (Part, Digest.Value) {
    chain.withLock { chain in
      drain(&chain)
      return (chain.whole, chain.digest.value)
    }
  }
}

/// What is put together in the order of the file.
private struct Chain<Part: Sendable>: ~Copyable {
  var whole: Part
  var digest: Digest.Stream
  var next = 0
  let append: @Sendable (inout Part, Part) -> Void

  init(whole: Part, digest: consuming Digest.Stream, append: @escaping @Sendable (inout Part, Part) -> Void) {
    (self.whole, self.append) = (whole, append)
    self.digest = digest
  }
}

extension Disk {
  /// As many threads as there are processors for this process.
  public static var cores: Int { Int(cf_processors()) }
}

extension LineBlocks {
  /// The blocks of a box, behind one without any line.
  func read<Part>(
    into empty: BoxBlock<Part>, threads: Int, told: (Int, Int) -> Void, meanwhile: () -> Void = {}
  ) throws(StorageError) -> (BoxBlock<Part>, Digest.Value) {
    let (whole, digest) = try read(into: empty, threads: threads, told: told, meanwhile: meanwhile) { bytes in
      var block = empty
      block.read(bytes)
      return block
    } append: {
      $0.append($1)
    }
    return (whole, digest)
  }
}
