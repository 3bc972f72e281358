/// A command that handles signals itself; they remain blocked in its process.
protocol SignalHandling {}
