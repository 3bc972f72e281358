/// The classes of equivalent pledges that may fill each signature of equivalent groups: a row of bits per class.
///
/// One matrix serves a whole mission: all scenarios, samples and periods. It grows in both directions while a plan
/// lives, and numbers once given stay. No total and no group assignment depends on these numbers.
/// Source: MODEL § 7, "may fill".
struct Eligibility: Sendable, Equatable {
    private(set) var classes = 0
    private(set) var signatures = 0
    /// Words of 64 signatures in a class's row.
    private(set) var words = 0
    /// Row after row: bit `signature % 64` of word `class * words + signature / 64`.
    private(set) var bits: [UInt64] = []

    /// Creates a matrix in which no class may fill anything.
    init(classes: Int = 0, signatures: Int = 0) {
        precondition(classes >= 0 && signatures >= 0)
        grow(toClasses: classes, signatures: signatures)
    }

    /// Adds one class, which may fill nothing yet, and returns its number.
    @discardableResult
    mutating func addClass() -> Int {
        grow(toClasses: classes + 1, signatures: signatures)
        return classes - 1
    }

    /// Adds one signature, which no class may fill yet, and returns its number.
    @discardableResult
    mutating func addSignature() -> Int {
        grow(toClasses: classes, signatures: signatures + 1)
        return signatures - 1
    }

    /// Adds classes and signatures until both minimums are reached. Pairs allowed before stay allowed.
    mutating func grow(toClasses classesMin: Int, signatures signaturesMin: Int) {
        signatures = max(signatures, signaturesMin)
        let wordsNow = BitWords.words(signatures)
        if wordsNow > words {
            var wider = [UInt64](repeating: 0, count: classes * wordsNow)
            for row in 0..<classes {
                for word in 0..<words { wider[row * wordsNow + word] = bits[row * words + word] }
            }
            bits = wider
            words = wordsNow
        }
        guard classesMin > classes else { return }
        bits.append(contentsOf: repeatElement(0, count: (classesMin - classes) * words))
        classes = classesMin
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
