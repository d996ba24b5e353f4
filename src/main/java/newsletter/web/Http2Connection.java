package newsletter.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import newsletter.web.BodyReader.Body;
import newsletter.web.HeadReader.Head;
import newsletter.web.HeaderTable.Field;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/2 (RFC 9113), one request after the other: as many connections at once as over HTTP/1.1, so that a host sees no more of us.
 * A body that is too long costs no connection: its stream is called off.
 */
final class Http2Connection extends Connection {
    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** ENABLE_PUSH = 0. */
    private static final byte[] NO_PUSHES = {0, 2, 0, 0, 0, 0};

    private static final int TABLE = 4_096; // What a server may count on without being told.
    private static final int LARGEST_HEAD = 65_536;
    private static final int MOST_INTERIM = 10;
    private static final int CANCEL = 8;
    private static final int LITERAL = 0x00;

    private final HeaderTable table = new HeaderTable(TABLE);

    private int stream = -1;
    private int interim;
    private @Nullable Head answer;
    private ByteBuffer body = ByteBuffer.allocate(0);
    private boolean ended;
    private boolean goingAway;

    /** @param socket TLS on top of the wire */
    Http2Connection(String origin, Socket wire, Socket socket) throws IOException {
        super(origin, wire, socket);
    }

    @Override
    Response exchange(Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException {
        setReusable(false);
        Head head = head(method, address, agent, limits, timer);
        try (Alarm alarm = alarm(limits.body(), timer)) {
            Body read = new BodyReader(limits.bodyBytes()).read(head, new StreamInput(), false);
            setReusable((ended || callOff()) && !goingAway && !alarm.rang());
            return new Response(head.status(), head.headers(), read.bytes(), read.cut());
        }
    }

    private Head head(Method method, Address address, String agent, Limits limits, ScheduledExecutorService timer)
            throws NoAnswerException, AgainException {
        try (Alarm alarm = alarm(limits.head(), timer)) {
            try {
                begin(method, address, agent);
                while (answer == null) {
                    receive();
                }
                return answer;
            } catch (IOException e) {
                if (alarm.rang()) {
                    throw tooSlow(limits, e);
                }
                throw new AgainException(e);
            }
        }
    }

    private void begin(Method method, Address address, String agent) throws IOException {
        if (stream < 0) {
            send(PREFACE);
            send(Frame.of(Frame.SETTINGS, 0, 0, NO_PUSHES));
        }
        stream += 2;
        answer = null;
        interim = 0;
        body = ByteBuffer.allocate(0);
        ended = false;
        int flags = Frame.END_STREAM | Frame.END_HEADERS;
        send(Frame.of(Frame.HEADERS, flags, stream, request(method, address, agent)));
    }

    /** The same as over HTTP/1.1; nothing of it goes into the server's table. */
    private static byte[] request(Method method, Address address, String agent) {
        List<Field> fields = List.of(
                new Field(":method", method.name()),
                new Field(":scheme", address.scheme()),
                new Field(":authority", address.authority()),
                new Field(":path", address.target()),
                new Field("user-agent", agent),
                new Field("accept", ACCEPTED),
                new Field("accept-encoding", "gzip"));
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        fields.forEach(field -> {
            block.write(LITERAL);
            write(field.name(), block);
            write(field.value(), block);
        });
        return block.toByteArray();
    }

    private static void write(String text, ByteArrayOutputStream block) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        int most = 0x7F;
        if (bytes.length < most) {
            block.write(bytes.length);
        } else {
            block.write(most);
            int left = bytes.length - most;
            for (; left >= 0x80; left >>= 7) {
                block.write((left & 0x7F) | 0x80);
            }
            block.write(left);
        }
        block.writeBytes(bytes);
    }

    private void send(Frame frame) throws IOException {
        send(frame.bytes());
    }

    /** Takes in the next frame, whatever it is about. */
    private void receive() throws IOException {
        Frame frame = Frame.read(in());
        switch (frame.type()) {
            case Frame.DATA -> data(frame);
            case Frame.HEADERS -> headers(frame);
            case Frame.RST_STREAM -> {
                if (frame.stream() == stream) {
                    throw new IOException("the server called the answer off");
                }
            }
            case Frame.SETTINGS -> {
                if (!frame.has(Frame.ACK)) {
                    send(Frame.of(Frame.SETTINGS, Frame.ACK, 0, new byte[0]));
                }
            }
            case Frame.PING -> {
                if (!frame.has(Frame.ACK)) {
                    send(Frame.of(Frame.PING, Frame.ACK, 0, frame.payload()));
                }
            }
            case Frame.GOAWAY -> goAway(frame);
            case Frame.PUSH_PROMISE, Frame.CONTINUATION -> throw new IOException("a frame that was not asked for");
            default -> {
                // Windows for what we never send, priorities, and what is not known has to be passed over (section
                // 5.5).
            }
        }
    }

    /** The server may send as much more as it has sent, also on a stream that was called off. */
    private void data(Frame frame) throws IOException {
        int length = frame.payload().length;
        boolean last = frame.has(Frame.END_STREAM);
        if (length > 0) {
            send(Frame.of(Frame.WINDOW_UPDATE, 0, length));
        }
        if (frame.stream() != stream) {
            return;
        }
        if (answer == null) {
            throw new IOException("a body without a head");
        }
        body = frame.content();
        ended = last;
        if (length > 0 && !last) {
            send(Frame.of(Frame.WINDOW_UPDATE, stream, length));
        }
    }

    private void headers(Frame first) throws IOException {
        ByteArrayOutputStream block = new ByteArrayOutputStream();
        Frame frame = first;
        append(first.content(), block);
        while (!frame.has(Frame.END_HEADERS)) {
            frame = Frame.read(in());
            if (frame.type() != Frame.CONTINUATION || frame.stream() != first.stream()) {
                throw new IOException("header fields without an end");
            }
            append(ByteBuffer.wrap(frame.payload()), block);
        }
        // Those of a stream that was called off change the table too.
        List<Field> fields = HeaderBlock.unpack(block.toByteArray(), table);
        if (first.stream() == stream) {
            ended = first.has(Frame.END_STREAM);
            if (answer == null) {
                answer(fields);
            }
        }
    }

    private static void append(ByteBuffer part, ByteArrayOutputStream block) throws IOException {
        if (block.size() + part.remaining() > LARGEST_HEAD) {
            throw new IOException("the head of the answer has no end");
        }
        block.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /** A head; that of an interim answer (100, 103) is passed over. */
    private void answer(List<Field> fields) throws IOException {
        Headers headers = new Headers();
        fields.forEach(field -> headers.add(field.name(), field.value()));
        String status = headers.first(":status").orElse("");
        if (!status.matches("[1-9][0-9]{2}")) {
            throw new IOException("an answer without a status");
        }
        if (!status.startsWith("1")) {
            answer = new Head(Integer.parseInt(status), true, headers);
        } else if (++interim > MOST_INTERIM) {
            throw new IOException("only interim answers came");
        }
    }

    /** The server takes no more requests; those up to the stream that it names are answered. */
    private void goAway(Frame frame) throws IOException {
        goingAway = true;
        if (frame.payload().length < 8 || ByteBuffer.wrap(frame.payload()).getInt() < stream) {
            throw new IOException("the server takes no more requests");
        }
    }

    /** Whether the rest of the body was called off, so that the connection can be used again. */
    private boolean callOff() {
        try {
            send(Frame.of(Frame.RST_STREAM, stream, CANCEL));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The body of the answer. */
    private final class StreamInput extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            while (!body.hasRemaining()) {
                if (ended) {
                    return -1;
                }
                receive();
            }
            int read = Math.min(length, body.remaining());
            body.get(buffer, from, read);
            return read;
        }
    }
}
