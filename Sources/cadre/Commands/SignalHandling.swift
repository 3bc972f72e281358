/// A command that handles signals itself: they stay blocked for it.
protocol SignalHandling {}
