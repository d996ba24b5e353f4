package newsletter.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import newsletter.send.Ledger;
import newsletter.send.Mailing;
import newsletter.send.State;

/**
 * To whom an issue was sent. Lines are read as they are printed: there may be millions.
 *
 * @param each whether every delivery is shown
 */
record DeliveryReport(String issue, List<Send> sends, boolean each) {
    private static final int LINES_AT_ONCE = 1_000;
    private static final String ROW = "%-20s %-20s %9s %9s %9s %9s %9s%n";

    /** One list, and what became of it. */
    record Send(Ledger.Known known, Mailing mailing) {
        String name() {
            return known.list() + (known.test() ? " (test)" : "");
        }

        void each(Consumer<Mailing.Line> reader) {
            List<Mailing.Line> lines = mailing.lines(0, LINES_AT_ONCE);
            while (!lines.isEmpty()) {
                lines.forEach(reader);
                lines = mailing.lines(lines.get(lines.size() - 1).position() + 1, LINES_AT_ONCE);
            }
        }
    }

    /** Copies the list. */
    DeliveryReport {
        sends = List.copyOf(sends);
    }

    /** For people. */
    void printTable(PrintStream out) {
        if (sends.isEmpty()) {
            out.println(issue + " was not sent to anybody yet");
            return;
        }
        out.printf(Locale.ROOT, ROW, "list", "begun (UTC)", "sent", "failed", "unsure", "sending", "waiting");
        for (Send send : sends) {
            Map<State, Long> counts = send.mailing().counts();
            out.printf(
                    Locale.ROOT,
                    ROW,
                    send.name(),
                    minute(send.known().begun()),
                    counts.get(State.SENT),
                    counts.get(State.FAILED),
                    counts.get(State.UNSURE),
                    counts.get(State.SENDING),
                    counts.get(State.WAITING));
            if (each) {
                send.each(line -> out.printf(
                        Locale.ROOT, "  %-9s %s%s%n", word(line.state()), line.address(), answer(line.reply())));
            }
        }
    }

    private static String answer(String reply) {
        return reply.isEmpty() ? "" : ": " + reply.replaceAll("\\p{Cntrl}", " ");
    }

    private static String minute(long millis) {
        return Instant.ofEpochMilli(millis)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString()
                .replace('T', ' ')
                .replace(":00Z", "");
    }

    private static String word(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    /** For spreadsheets (RFC 4180). */
    void printCsv(PrintStream out) {
        out.print(each ? "list,address,state,attempts,changed,answer\r\n" : "list,state,deliveries\r\n");
        for (Send send : sends) {
            if (each) {
                send.each(line -> out.print(row(
                        send.known().list(),
                        line.address(),
                        word(line.state()),
                        Integer.toString(line.attempts()),
                        Instant.ofEpochMilli(line.changed()).toString(),
                        line.reply())));
            } else {
                send.mailing()
                        .counts()
                        .forEach(
                                (state, number) -> out.print(row(send.known().list(), word(state), number.toString())));
            }
        }
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append(row.isEmpty() ? "" : ",").append(cell(cell));
        }
        return row.append("\r\n").toString();
    }

    /** Spreadsheets take a cell that begins so for a formula, and a server's answer may be anything. */
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return safe.matches("[\\w.@: -]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    /** For programs. */
    void printJson(PrintStream out) {
        try {
            StringWriter text = new StringWriter();
            JsonWriter json = new JsonWriter(text);
            json.setIndent("  ");
            json.beginObject().name("issue").value(issue).name("sends").beginArray();
            for (Send send : sends) {
                write(send, json);
                out.print(text);
                text.getBuffer().setLength(0);
            }
            json.endArray().endObject();
            out.println(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Send send, JsonWriter json) throws IOException {
        json.beginObject().name("list").value(send.known().list());
        json.name("test").value(send.known().test());
        json.name("begun").value(Instant.ofEpochMilli(send.known().begun()).toString());
        for (Map.Entry<State, Long> count : send.mailing().counts().entrySet()) {
            json.name(word(count.getKey())).value(count.getValue());
        }
        if (each) {
            json.name("deliveries").beginArray();
            send.each(line -> write(line, json));
            json.endArray();
        }
        json.endObject();
    }

    private static void write(Mailing.Line line, JsonWriter json) {
        try {
            json.beginObject().name("address").value(line.address());
            json.name("state").value(word(line.state())).name("attempts").value(line.attempts());
            json.name("changed").value(Instant.ofEpochMilli(line.changed()).toString());
            json.name("answer").value(line.reply()).endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
