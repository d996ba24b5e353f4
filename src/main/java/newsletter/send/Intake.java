package newsletter.send;

import com.google.gson.Gson;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import newsletter.model.Recipient;

/** A list on its way into the ledger. Lives as long as the task of a scribe. */
final class Intake {
    private static final int ROWS_AT_ONCE = 1_000;
    private static final Gson GSON = new Gson();

    private final Scribe scribe;
    private final long send;

    /** @param send the number of what is sent to the list */
    Intake(Scribe scribe, long send) {
        this.scribe = scribe;
        this.send = send;
    }

    /** Adds who is new on the list, and sees to it that who is gone gets nothing. */
    Mailing.Loaded load(Iterator<Recipient> recipients) throws SQLException {
        scribe.update(
                "CREATE TEMPORARY TABLE incoming"
                        + " (mailbox TEXT PRIMARY KEY, position BIGINT NOT NULL, address TEXT NOT NULL, personal TEXT NOT NULL)");
        long rows = receive(recipients);
        // Also takes the row's lock: two senders that load at once do so one after the other.
        scribe.update("UPDATE send SET loads = loads + 1 WHERE id = ?", send);
        long distinct = scribe.count("SELECT COUNT(*) FROM incoming");
        scribe.update(
                "INSERT INTO delivery (send, position, mailbox, address, personal, state, attempts, due, owner, lease, reply, changed)"
                        + " SELECT CAST(? AS BIGINT), position + (SELECT COALESCE(MAX(position) + 1, 0) FROM delivery WHERE send = ?),"
                        + " mailbox, address, personal, 0, 0, 0, '', 0, '', {now} FROM incoming"
                        + " WHERE NOT EXISTS (SELECT 1 FROM delivery WHERE send = ? AND delivery.mailbox = incoming.mailbox)",
                send,
                send,
                send);
        int withdrawn = move(State.WAITING, State.WITHDRAWN, "NOT EXISTS");
        move(State.WITHDRAWN, State.WAITING, "EXISTS");
        scribe.update("DROP TABLE incoming");
        return new Mailing.Loaded(distinct, rows - distinct, withdrawn);
    }

    private long receive(Iterator<Recipient> recipients) throws SQLException {
        long rows = 0;
        PreparedStatement insert = scribe.prepare("INSERT INTO incoming (mailbox, position, address, personal)"
                + " VALUES (?, ?, ?, ?) ON CONFLICT (mailbox) DO NOTHING");
        // A list that broke off before may have left rows behind.
        insert.clearBatch();
        while (recipients.hasNext()) {
            Recipient recipient = recipients.next();
            Scribe.bind(insert, recipient.key(), rows, recipient.address(), GSON.toJson(recipient.values()));
            insert.addBatch();
            rows++;
            if (rows % ROWS_AT_ONCE == 0) {
                insert.executeBatch();
            }
        }
        insert.executeBatch();
        return rows;
    }

    private int move(State from, State to, String where) throws SQLException {
        return scribe.update(
                "UPDATE delivery SET state = ?, changed = {now} WHERE send = ? AND state = ? AND " + where
                        + " (SELECT 1 FROM incoming WHERE incoming.mailbox = delivery.mailbox)",
                to.number(),
                send,
                from.number());
    }
}
