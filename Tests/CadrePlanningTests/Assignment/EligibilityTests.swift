import TestSupport
import Testing

@testable import CadrePlanning

/// The matrix of classes and signatures. Source: MODEL § 7, "may fill".
@Suite struct EligibilityTests {
    @Test("a pair is eligible if and only if it was allowed")
    func pairs() {
        var eligibility = Eligibility(classes: 3, signatures: 130)
        eligibility.allow(pledgeClass: 1, signature: 64)
        eligibility.allow(pledgeClass: 2, signature: 129)
        for pledgeClass in 0..<3 {
            for signature in 0..<130 {
                let expected = (pledgeClass, signature) == (1, 64) || (pledgeClass, signature) == (2, 129)
                #expect(eligibility.allows(pledgeClass: pledgeClass, signature: signature) == expected)
            }
        }
    }

    @Test("growth in any order keeps every pair and equals a matrix made at full size", arguments: UInt64(0)..<40)
    func growth(seed: UInt64) {
        var dice = SeededRandom(seed: seed)
        var grown = Eligibility()
        var allowed: [(Int, Int)] = []
        for _ in 0..<60 {
            switch Int.random(in: 0...3, using: &dice) {
            case 0: #expect(grown.addClass() == grown.classes - 1)
            case 1: #expect(grown.addSignature() == grown.signatures - 1)
            case 2:
                grown.grow(
                    toClasses: Int.random(in: 0...40, using: &dice), signatures: Int.random(in: 0...200, using: &dice))
            default:
                guard grown.classes > 0, grown.signatures > 0 else { continue }
                let pair = (
                    Int.random(in: 0..<grown.classes, using: &dice), Int.random(in: 0..<grown.signatures, using: &dice)
                )
                grown.allow(pledgeClass: pair.0, signature: pair.1)
                allowed.append(pair)
            }
        }
        var atOnce = Eligibility(classes: grown.classes, signatures: grown.signatures)
        for (pledgeClass, signature) in allowed { atOnce.allow(pledgeClass: pledgeClass, signature: signature) }
        #expect(grown == atOnce)
    }
}
