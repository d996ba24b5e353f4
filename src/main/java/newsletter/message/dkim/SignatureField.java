package newsletter.message.dkim;

import java.time.Instant;
import java.util.List;

/** The field that a signature stands in (RFC 6376, 3.5), in short lines. */
final class SignatureField {
    private static final int WIDTH = 72;

    private final StringBuilder text = new StringBuilder();
    private int column;

    private SignatureField() {}

    /** Up to the signature itself, which is signed with the rest (RFC 6376, 3.7). */
    static String unsigned(String domain, String selector, Instant now, List<String> names, String bodyHash) {
        SignatureField field = new SignatureField();
        field.append("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;")
                .line("d=" + domain + ";")
                .line("s=" + selector + "; t=" + now.getEpochSecond() + ";")
                .line("h=" + names.get(0));
        names.subList(1, names.size()).forEach(name -> field.append(":" + name));
        return field.append(";").line("bh=" + bodyHash + ";").line("b=").text.toString();
    }

    /** With the signature, and the end of the line. */
    static String signed(String unsigned, String signature) {
        StringBuilder field = new StringBuilder(unsigned);
        for (int at = 0; at < signature.length(); at += WIDTH) {
            field.append(at == 0 ? "" : "\r\n ").append(signature, at, Math.min(at + WIDTH, signature.length()));
        }
        return field.append("\r\n").toString();
    }

    private SignatureField line(String words) {
        text.append("\r\n ").append(words);
        column = 1 + words.length();
        return this;
    }

    private SignatureField append(String word) {
        if (column + word.length() > WIDTH) {
            return line(word);
        }
        text.append(word);
        column += word.length();
        return this;
    }
}
