import CadreContract
import CadreJSON
import CadreReports
import Glibc

/// The board of a running demonstration: takes in what comes and draws it, where there is a terminal to draw on.
actor LiveBoard {
    private(set) var state: BoardState
    private var story = BoardStory()
    private let isDrawn: Bool
    private var isDirty = true
    private var drawnSize: (columns: Int, lines: Int)?
    private static let interval: Duration = .milliseconds(100)

    init(mission: String, total: Int, isDrawn: Bool) {
        state = BoardState(mission: mission, total: total)
        self.isDrawn = isDrawn
    }

    func send(_ event: JSONValue) {
        state.send(event)
        isDirty = true
    }

    func take(topic: String, _ event: JSONValue) {
        state.take(topic: topic, event)
        isDirty = true
    }

    func note(_ event: JSONValue, _ summary: JSONValue?) { story.note(event, summary) }

    var storyLines: [String] { story.lines(state) }

    /// Draws whenever something changed, the terminal's size included, until cancelled; then gives the screen back.
    func draw() async {
        guard isDrawn else { return }
        do throws(CommandFailure) {
            try await drawUntilCancelled()
        } catch {
            // The terminal is gone: the demonstration plays on, and its story tells on what it failed.
        }
    }

    private func drawUntilCancelled() async throws(CommandFailure) {
        // Another screen, so that what stood there before comes back; no cursor.
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
