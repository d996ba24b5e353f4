package newsletter.send;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPMessage;

/** A message that is ready as bytes: what was tested is what goes out. Knows whether all of it was handed over. */
final class RawMessage extends SMTPMessage {
    private final byte[] bytes;
    private boolean over;

    /** @param parameters what the server is told of it beside the sender (RFC 5321, 4.1.1.11) */
    RawMessage(Session session, String envelopeFrom, String parameters, byte[] bytes) {
        super(session);
        setEnvelopeFrom(envelopeFrom);
        if (!parameters.isEmpty()) {
            setMailExtension(parameters);
        }
        this.bytes = bytes;
    }

    @Override
    public void writeTo(OutputStream out, String[] ignored) throws IOException {
        out.write(bytes);
        out.flush();
        over = true;
    }

    /** Whether all was written, so that nothing but the final dot is missing, or not even that. */
    boolean isOver() {
        return over;
    }
}
