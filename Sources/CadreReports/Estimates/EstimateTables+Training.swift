import CadreContract
import CadrePlanning

extension EstimateTables {
    func tables(_ training: TrainingEstimate, _ heading: Heading) -> [Table] {
        [
            graduates(training.byCourse, by: "course", heading), graduates(training.byLevel, by: "level", heading),
            graduates(training.byAudience, by: "audience", heading), instructors(training, heading),
            runs(training, heading), hostInstructors(training, heading),
        ] + infeasible(training, heading)
    }

    private func graduates(
        _ rows: Rows<TrainingEstimate.Graduates>, by column: String, _ heading: Heading
    ) -> Table {
        var table = Table(
            heading.title("graduates by \(column)"),
            [
                .init(column), .init("wanted", .right), .init("expected", .right), .init("others", .right),
                .init("all over time"),
            ])
        for row in rows.all {
            table.add([
                row.name, Numbers.short(row.value.wanted), Numbers.short(row.value.expected),
                Numbers.short(row.value.others), chart(row.value.graduates),
            ])
        }
        return table
    }

    private func instructors(_ training: TrainingEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("instructor posts"),
            [
                .init("course"), .init("needed", .right), .init("host nation", .right), .init("pledged", .right),
                .init("needed over time"), .init("host nation over time"),
            ])
        for row in training.instructors.all {
            let needed = row.value.required.reals
            let local = row.value.local.reals
            let top = needed.max() ?? 0
            table.add([
                row.name, Numbers.short(top), Numbers.short(local.max() ?? 0),
                Numbers.short(row.value.filled.max() ?? 0), chart(needed, top: top), chart(local, top: top),
            ])
        }
        return table
    }

    private func runs(_ training: TrainingEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("runs"),
            [
                .init("run"), .init("course"), .init("site"), .init("given by"), .init("first"), .init("last"),
                .init("seats", .right), .init("staffed", .right), .init("graduates", .right),
            ])
        for run in training.runs {
            table.add([
                run.run, run.course.text, run.site.text, provider(of: run), heading.head.dateText(run.first),
                heading.head.dateText(run.last), Numbers.short(run.seats), staffing(of: run),
                Numbers.short(run.graduates),
            ])
        }
        return table
    }

    /// Returns the share of a run that is staffed, or a dash for a run that needs no staff: its graduates are reported.
    private func staffing(of run: TrainingEstimate.RunRow) -> String {
        run.staffing == 0 && run.graduates > 0 ? Numbers.none : "\(Numbers.short(run.staffing * 100)) %"
    }

    private func provider(of run: TrainingEstimate.RunRow) -> String {
        guard let provider = run.provider else { return "" }
        return provider.isEmpty ? "another organisation" : provider
    }

    private func hostInstructors(_ training: TrainingEstimate, _ heading: Heading) -> Table {
        var table = Table(
            heading.title("host-nation instructors"),
            [.init("capability"), .init("at the end", .right), .init("over time")])
        for row in training.hostInstructors.all {
            table.add([row.name, Numbers.short(row.value.last ?? 0), chart(row.value)])
        }
        return table
    }

    private func infeasible(_ training: TrainingEstimate, _ heading: Heading) -> [Table] {
        guard !training.infeasible.isEmpty else { return [] }
        var table = Table(heading.title("infeasible demands"), [.init("demand")])
        for demand in training.infeasible { table.add([demand.text]) }
        return [table]
    }
}
