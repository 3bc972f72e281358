import CadrePlanning

// Changed elements.
extension WhatIfBuilder {
    /// Accepts an element and all elements that it requires; without them it would be out.
    mutating func accept(_ name: String, by shortcut: WhatIfShortcut) throws(Fault) {
        guard plan.element(name) != nil else { throw unknown("element", name, plan.names(of: .element)) }
        var open: [String] = []
        var reached: Set<String> = [name]
        var waiting = [name]
        while let next = waiting.popLast() {
            guard let element = plan.element(next) else {
                notes.append("\(shortcut.text): \(next) is required but not proposed, so \(name) stays out")
                continue
            }
            if element.decision != .accepted { open.append(next) }
            for required in element.requires where reached.insert(required.text).inserted {
                waiting.append(required.text)
            }
        }
        guard !open.isEmpty else { throw Fault(description: "it and all that it requires are accepted already") }
        for element in open {
            try set(element, to: .accepted, by: shortcut)
        }
        let along = open.filter { $0 != name }.sorted()
        if !along.isEmpty {
            notes.append("\(shortcut.text): accepted along, since required: \(WhatIfBuilder.listed(along))")
        }
    }

    /// Returns one element. Elements that require it stay accepted, but are out. Source: MODEL § 3.
    mutating func giveBack(_ name: String, by shortcut: WhatIfShortcut) throws(Fault) {
        guard let element = plan.element(name) else { throw unknown("element", name, plan.names(of: .element)) }
        guard element.decision != .returned else { throw Fault(description: "it is returned already") }
        try set(name, to: .returned, by: shortcut)
        let out = acceptedElements(requiring: name)
        if !out.isEmpty {
            notes.append("\(shortcut.text): out as well, since they require it: \(WhatIfBuilder.listed(out))")
        }
    }

    private mutating func set(
        _ element: String, to decision: Element.Decision, by shortcut: WhatIfShortcut
    ) throws(Fault) {
        try set(EntityKey(.element, element), [("decision", JSONBytes.of(decision.rawValue))], by: shortcut)
    }

    /// Returns the accepted elements that require an element, directly or not.
    private func acceptedElements(requiring name: String) -> [String] {
        let accepted = plan.names(of: .element).filter { plan.element($0)?.decision == .accepted }
        var out: Set<String> = [name]
        var grew = true
        while grew {
            grew = false
            for element in accepted where !out.contains(element) {
                guard plan.element(element)?.requires.contains(where: { out.contains($0.text) }) == true else {
                    continue
                }
                out.insert(element)
                grew = true
            }
        }
        return out.subtracting([name]).sorted()
    }
}
