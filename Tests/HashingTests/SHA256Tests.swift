import Hashing
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "digests are those of FIPS 180-2",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ])
    func vectors(text: String, digest: String) {
        #expect(SHA256.hash(Array(text.utf8)).hexadecimal == digest)
    }

    @Test("parts give the digest of the whole")
    func parts() {
        var random = SeededRandom(seed: 7)
        let whole = (0..<100_000).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        var hash = SHA256()
        var start = 0
        while start < whole.count {
            let end = min(whole.count, start + Int.random(in: 0...200, using: &random))
            hash.update(whole[start..<end])
            start = end
        }
        #expect(hash.finalize() == SHA256.hash(whole))
    }
}
