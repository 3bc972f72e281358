import CadreContract
import CadrePlanning
import CadreReports
import Glibc

/// The board of a running demonstration: receives published documents and draws them if there is a terminal.
actor LiveBoard {
    private(set) var state: BoardState
    private var timeline = BoardTimeline()
    private let isDrawn: Bool
    private var isDirty = true
    private var drawnSize: (columns: Int, lines: Int)?
    private static let interval: Duration = .milliseconds(100)

    init(mission: String, total: Int, isDrawn: Bool) {
        state = BoardState(mission: mission, total: total)
        self.isDrawn = isDrawn
    }

    func send(_ event: Reading) {
        state.send(event)
        isDirty = true
    }

    func receive(_ document: PublishedDocument) {
        state.receive(document)
        isDirty = true
    }

    func record(_ event: Reading, _ summary: SummaryEstimate?) { timeline.record(event, summary) }

    var timelineLines: [String] { timeline.lines(state) }

    /// Draws after every change, also of the terminal's size, until cancelled; then restores the screen.
    func draw() async {
        guard isDrawn else { return }
        do throws(CommandFailure) {
            try await drawUntilCancelled()
        } catch {
            // The terminal is gone: the demonstration continues without a board.
        }
    }

    private func drawUntilCancelled() async throws(CommandFailure) {
        // The alternate screen keeps the contents of the normal one; the cursor is hidden.
        try Console.write(Array("\u{1B}[?1049h\u{1B}[?25l".utf8))
        while !Task.isCancelled {
            try drawOnce()
            // Cancelled: the loop ends.
            do { try await Task.sleep(for: Self.interval) } catch {}
        }
        try Console.write(Array("\u{1B}[?25h\u{1B}[?1049l".utf8))
    }

    private func drawOnce() throws(CommandFailure) {
        guard let size = Console.size else { return }
        if let drawnSize, drawnSize == size, !isDirty { return }
        isDirty = false
        drawnSize = size
        let board = Board(columns: size.columns, rows: size.lines, hasColour: Console.hasColour)
        let lines = board.lines(state).map { $0 + "\u{1B}[K" }
        try Console.write(Array(("\u{1B}[H" + lines.joined(separator: "\r\n") + "\u{1B}[J").utf8))
    }
}
