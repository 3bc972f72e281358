/// Returns the UTF-8 of a text, for comparison with frames.
func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
