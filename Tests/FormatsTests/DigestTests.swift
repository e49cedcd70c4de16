import Formats
import Testing

@Suite("Digests") struct DigestTests {
  /// `printf '' | b2sum -l 256` and `printf abc | b2sum -l 256`.
  @Test(arguments: [
    ("", "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"),
    ("abc", "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"),
  ])
  func `A digest is what b2sum prints`(_ text: String, _ digest: String) {
    #expect(Digest.hexadecimal(of: Array(text.utf8)) == digest)
  }
}
