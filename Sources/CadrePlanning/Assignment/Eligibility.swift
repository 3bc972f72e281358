/// Which class of alike pledges may fill which signature of alike groups: a row of bits a class.
///
/// One matrix serves a whole mission: all scenarios, samples and periods. Classes and signatures are numbered by
/// whoever fills it; no figure of ``AssignmentSolver`` depends on these numbers. Source: MODEL § 7, "may fill".
struct Eligibility: Sendable {
    private(set) var classes = 0
    let signatures: Int
    /// Words of 64 signatures in a class's row.
    let words: Int
    /// Row after row: bit `signature % 64` of word `class * words + signature / 64`.
    private(set) var bits: [UInt64]

    /// Nobody is there to fill anything.
    init(signatures: Int) {
        precondition(signatures >= 0)
        self.signatures = signatures
        words = BitWords.words(signatures)
        bits = []
    }

    /// Nobody may fill anything yet.
    init(classes: Int, signatures: Int) {
        self.init(signatures: signatures)
        precondition(classes >= 0)
        for _ in 0..<classes { addClass() }
    }

    /// Adds one more class, which may fill nothing yet; those before keep their numbers.
    mutating func addClass() {
        classes += 1
        for _ in 0..<words { bits.append(0) }
    }

    mutating func allow(pledgeClass: Int, signature: Int) {
        bits[word(pledgeClass, signature)] |= BitWords.mask(signature)
    }

    func allows(pledgeClass: Int, signature: Int) -> Bool {
        bits[word(pledgeClass, signature)] & BitWords.mask(signature) != 0
    }

    private func word(_ pledgeClass: Int, _ signature: Int) -> Int {
        precondition(pledgeClass >= 0 && pledgeClass < classes && signature >= 0 && signature < signatures)
        return pledgeClass * words + signature >> 6
    }
}
