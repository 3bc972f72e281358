/// The part of ``Eligibility`` that one period asks for, in numbers of its own: a column of bits over classes for
/// each node (what fills: a kind of group, or a group), and a row of bits over nodes for each class.
///
/// Nodes in theatre come first; those abroad begin at a fresh word, so that a row can be read side by side.
/// The mission's matrix is cut in squares of 64 by 64, mirrored: bits are never moved one by one.
final class PeriodMatrix {
    let eligibility: Eligibility

    private(set) var classes = 0
    private(set) var classWords = 0
    /// Nodes with the empty ones that fill up the last word in theatre.
    private(set) var nodes = 0
    private(set) var nodeWords = 0
    private(set) var nodeWordsInTheatre = 0
    /// Word `node * classWords + w`.
    let columns = ArenaBlock<UInt64>()
    /// Word `class * nodeWords + w`.
    let rows = ArenaBlock<UInt64>()

    /// Per class of the mission its number here, or -1.
    private let localClass = ArenaBlock<Int>()
    let missionClass = ArenaBlock<Int>()
    /// Per node its signature.
    let signatureOfNode = ArenaBlock<Int>()
    /// Per signature the last node added with it, or -1; from there on `earlierNode`.
    private let lastNode = ArenaBlock<Int>()
    private let earlierNode = ArenaBlock<Int>()
    /// Per word of signatures those that a node has, and the words that have any.
    private let signaturesInUse = ArenaBlock<UInt64>()
    private let wordsInUse = ArenaBlock<Int>()
    private var wordsInUseCount = 0
    private var nodesInTheatre = 0
    private let square = ArenaBlock<UInt64>()

    init(eligibility: Eligibility) {
        self.eligibility = eligibility
        localClass.need(eligibility.classes, all: -1)
        missionClass.need(eligibility.classes)
        lastNode.need(eligibility.signatures, all: -1)
        signaturesInUse.need(eligibility.words, all: 0)
        wordsInUse.need(eligibility.words)
        square.need(64)
    }

    /// Begins a period of at most `nodesMax` nodes: `nodesInTheatre` of them (those added first) are in theatre.
    func begin(nodesInTheatre: Int, nodesMax: Int) {
        for local in 0..<classes { localClass.cells[missionClass.cells[local]] = -1 }
        for used in 0..<wordsInUseCount {
            let word = wordsInUse.cells[used]
            var bits = signaturesInUse.cells[word]
            while bits != 0 {
                lastNode.cells[word << 6 + bits.trailingZeroBitCount] = -1
                bits &= bits - 1
            }
            signaturesInUse.cells[word] = 0
        }
        wordsInUseCount = 0
        classes = 0
        self.nodesInTheatre = nodesInTheatre
        nodeWordsInTheatre = BitWords.words(nodesInTheatre)
        nodes = 0
        earlierNode.need(nodeWordsInTheatre << 6 + nodesMax)
        signatureOfNode.need(nodeWordsInTheatre << 6 + nodesMax)
    }

    /// The number here of a class of the mission; numbers are given in the order of asking.
    func number(ofClass pledgeClass: Int) -> Int {
        precondition(pledgeClass >= 0 && pledgeClass < eligibility.classes)
        let known = localClass.cells[pledgeClass]
        guard known < 0 else { return known }
        localClass.cells[pledgeClass] = classes
        missionClass.cells[classes] = pledgeClass
        classes += 1
        return classes - 1
    }

    /// Adds a node and gives its number: first all nodes in theatre, then those abroad.
    func addNode(signature: Int) -> Int {
        precondition(signature >= 0 && signature < eligibility.signatures)
        if nodes == nodesInTheatre { nodes = nodeWordsInTheatre << 6 }
        let word = signature >> 6
        if signaturesInUse.cells[word] == 0 {
            wordsInUse.cells[wordsInUseCount] = word
            wordsInUseCount += 1
        }
        signaturesInUse.cells[word] |= BitWords.mask(signature)
        earlierNode.cells[nodes] = lastNode.cells[signature]
        lastNode.cells[signature] = nodes
        signatureOfNode.cells[nodes] = signature
        nodes += 1
        return nodes - 1
    }

    /// To be called once all classes and nodes are known.
    func buildColumns() {
        classWords = BitWords.words(classes)
        nodeWords = BitWords.words(nodes)
        let size = nodeWords << 6 * classWords
        // Padding columns stay empty; so do those of the last word behind the last node.
        columns.need(size)
        for node in nodesInTheatre..<min(nodes, nodeWordsInTheatre << 6) { clearColumn(node) }
        for node in nodes..<nodeWords << 6 { clearColumn(node) }
        let square = square.cells, columns = columns.cells, earlier = earlierNode.cells, last = lastNode.cells
        let missionClass = missionClass.cells, stride = eligibility.words
        let classes = classes, classWords = classWords
        eligibility.bits.withUnsafeBufferPointer { bits in
            for used in 0..<wordsInUseCount {
                let word = wordsInUse.cells[used]
                for block in 0..<classWords {
                    let first = block << 6, present = min(64, classes - first)
                    for i in 0..<present { square[i] = bits[missionClass[first + i] * stride + word] }
                    for i in present..<64 { square[i] = 0 }
                    BitWords.transpose(square)
                    var left = signaturesInUse.cells[word]
                    while left != 0 {
                        let bit = left.trailingZeroBitCount
                        left &= left - 1
                        var node = last[word << 6 + bit]
                        while node >= 0 {
                            columns[node * classWords + block] = square[bit]
                            node = earlier[node]
                        }
                    }
                }
            }
        }
    }

    /// To be called after ``buildColumns()``.
    func buildRows() {
        rows.need(classWords << 6 * nodeWords)
        let square = square.cells, rows = rows.cells, columns = columns.cells
        for word in 0..<nodeWords {
            for block in 0..<classWords {
                for i in 0..<64 { square[i] = columns[(word << 6 + i) * classWords + block] }
                BitWords.transpose(square)
                for i in 0..<64 { rows[(block << 6 + i) * nodeWords + word] = square[i] }
            }
        }
    }

    private func clearColumn(_ node: Int) {
        for word in 0..<classWords { columns.cells[node * classWords + word] = 0 }
    }
}
