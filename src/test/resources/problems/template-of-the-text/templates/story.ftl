${entry.titel}
