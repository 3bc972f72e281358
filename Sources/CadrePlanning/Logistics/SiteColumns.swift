/// The people and classrooms of each site over the periods, by the number of the site, then period.
struct SiteColumns: Equatable, Sendable {
    var population: [[Int]]
    var classrooms: [[Int]]
}
