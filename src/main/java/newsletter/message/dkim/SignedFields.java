package newsletter.message.dkim;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * What a signature says of a header.
 *
 * @param names of the fields, in the order in which they are signed; one that is named and not there must not be added
 * @param text in the form that is signed, each field with its end of line
 */
record SignedFields(List<String> names, String text) {
    /**
     * What is signed where a message has it (RFC 6376, 5.4.1). One-click unsubscribing counts only when both of its fields are signed
     * (RFC 8058, 4), Feedback-ID likewise (Google's rules for it).
     */
    private static final List<String> SIGNED = List.of(
            "from",
            "reply-to",
            "to",
            "subject",
            "date",
            "message-id",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-language",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "feedback-id");

    /**
     * Signed once more than they are there, so that the signature breaks when somebody adds another (RFC 6376, 8.15): a mail program
     * might show that one. None of them is added on the way by honest servers (RFC 5322, 3.6).
     */
    private static final Set<String> NO_MORE =
            Set.of("from", "to", "subject", "date", "message-id", "mime-version", "content-type");

    SignedFields {
        names = List.copyOf(names);
    }

    /**
     * Of a header.
     *
     * @throws IllegalArgumentException when it has no {@code From}, without which there is no signature (RFC 6376, 5.4)
     */
    static SignedFields of(List<HeaderField> header) {
        // Of several fields of a name the last comes first (RFC 6376, 5.4.2).
        List<HeaderField> upwards = new ArrayList<>(header);
        Collections.reverse(upwards);
        List<String> names = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (String name : SIGNED) {
            List<HeaderField> fields =
                    upwards.stream().filter(field -> field.name().equals(name)).toList();
            for (HeaderField field : fields) {
                names.add(name);
                text.append(field).append("\r\n");
            }
            if (!fields.isEmpty() && NO_MORE.contains(name)) {
                names.add(name);
            }
        }
        if (!names.contains("from")) {
            throw new IllegalArgumentException("a message has a sender");
        }
        return new SignedFields(names, text.toString());
    }
}
