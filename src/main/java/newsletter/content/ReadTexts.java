package newsletter.content;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Source;
import newsletter.parse.SourceDecoder;

/**
 * The texts of files, decoded again where their bytes are others. All bytes are read every time: what a file system says of a file,
 * its times and its size, can be the same after a change. Not thread-safe.
 */
final class ReadTexts {
    private final Map<String, Read> byName = new HashMap<>();

    @SuppressWarnings("ArrayRecordComponent") // Only ever compared byte by byte.
    private record Read(byte[] bytes, Optional<Source> source, Findings findings) {}

    /** A file's text, or a finding and nothing. */
    Optional<Source> read(WorkspaceFile file, Findings findings) {
        try {
            return SourceDecoder.bytes(file.path(), file.name(), findings)
                    .flatMap(bytes -> decoded(file.name(), bytes, findings));
        } catch (IOException e) {
            String hint = "look at its permissions, and whether it is a file at all";
            findings.add(Code.UNREADABLE, new Source(file.name(), "").start(), "the file cannot be read", hint);
            return Optional.empty();
        }
    }

    private Optional<Source> decoded(String name, byte[] bytes, Findings findings) {
        Read read = byName.get(name);
        if (read == null || !Arrays.equals(read.bytes(), bytes)) {
            Findings own = new Findings();
            read = new Read(bytes, SourceDecoder.decode(name, bytes, own), own);
            byName.put(name, read);
        }
        findings.addAll(read.findings());
        return read.source();
    }

    /** Forgets all files but those with such names. */
    void keepOnly(Set<String> names) {
        byName.keySet().retainAll(names);
    }
}
