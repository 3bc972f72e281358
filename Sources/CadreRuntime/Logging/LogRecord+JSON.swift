import Logging

extension LogRecord {
    var jsonLine: String {
        var line = "{\"time\":\"\(time.text)\",\"level\":\"\(level.rawValue)\",\"logger\":"
        JSONText.append(label, to: &line)
        line += ",\"msg\":"
        JSONText.append(message, to: &line)
        for (key, value) in fields {
            line += ","
            JSONText.append(key, to: &line)
            line += ":"
            JSONText.append(value, to: &line)
        }
        line += "}\n"
        return line
    }
}
