package newsletter.send;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ProtocolException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A connection to a mail server once both have greeted each other: bytes out, replies in (RFC 5321, 4.2). For one thread. */
final class Wire {
    /** Characters of a reply, over all its lines; RFC 5321, 4.5.3.1.5 allows a line 512. */
    private static final int LONGEST_REPLY = 16_384;

    private static final int BUFFER = 4_096;
    private static final int CODE_LENGTH = 3;

    /** Java has time-outs for reading alone, and a server that takes nothing would hold us for ever. */
    private static final ScheduledThreadPoolExecutor ALARM = alarm();

    private final Socket socket;
    private final Duration timeout;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int filled;

    /** @param timeout for each reply, and for handing over what is written at once */
    Wire(Socket socket, Duration timeout) throws IOException {
        this.socket = socket;
        this.timeout = timeout;
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
        socket.setSoTimeout((int) timeout.toMillis());
    }

    private static ScheduledThreadPoolExecutor alarm() {
        ScheduledThreadPoolExecutor alarm = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "alarm of the mail server's connections");
            thread.setDaemon(true);
            return thread;
        });
        alarm.setRemoveOnCancelPolicy(true);
        return alarm;
    }

    /**
     * What the server said.
     *
     * @param code RFC 5321, 4.2.1
     * @param text all of it with its codes, in one line
     */
    record Reply(int code, String text) {
        private static final int FIRST_DIGIT = 100;

        /** Whether the code begins with this digit. */
        boolean is(int digit) {
            return code / FIRST_DIGIT == digit;
        }
    }

    /** Whether the server has said nothing that it was not asked for, as far as is known. */
    boolean isQuiet() {
        return next == filled;
    }

    /** Writes all at once. */
    void write(byte[] bytes, int length) throws IOException {
        Future<?> late = ALARM.schedule(this::close, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            out.write(bytes, 0, length);
        } finally {
            late.cancel(false);
        }
    }

    private void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Waits for the next reply.
     *
     * @throws IOException when none comes, or what comes is none
     */
    Reply reply() throws IOException {
        StringBuilder text = new StringBuilder();
        String line = line();
        while (line.length() > CODE_LENGTH && line.charAt(CODE_LENGTH) == '-') {
            text.append(line.strip()).append(' ');
            if (text.length() > LONGEST_REPLY) {
                throw new ProtocolException("the server's reply does not end");
            }
            line = line();
        }
        return new Reply(code(line), text.append(line.strip()).toString());
    }

    private static int code(String line) throws ProtocolException {
        if (line.length() < CODE_LENGTH || !line.chars().limit(CODE_LENGTH).allMatch(c -> c >= '0' && c <= '9')) {
            throw new ProtocolException("this is no reply of a mail server: " + line);
        }
        return Integer.parseInt(line.substring(0, CODE_LENGTH));
    }

    private String line() throws IOException {
        byte[] line = new byte[BUFFER];
        int length = 0;
        for (int octet = read(); octet != '\n'; octet = read()) {
            if (length == line.length) {
                throw new ProtocolException("the server's reply does not end");
            }
            line[length++] = (byte) octet;
        }
        return new String(line, 0, length, StandardCharsets.UTF_8).stripTrailing();
    }

    private int read() throws IOException {
        if (next == filled) {
            next = 0;
            filled = Math.max(0, in.read(buffer));
            if (filled == 0) {
                throw new EOFException("the server closed the connection");
            }
        }
        return buffer[next++];
    }
}
