package newsletter.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The header fields that HTTP/2 names by number: fixed ones, and before all others the latest that came (RFC 7541, section 2.3). */
final class HeaderTable {
    /** Appendix A: a name, and after a blank its value; the first is number 1. */
    private static final List<Field> FIXED = fixed("""
                    :authority
                    :method GET
                    :method POST
                    :path /
                    :path /index.html
                    :scheme http
                    :scheme https
                    :status 200
                    :status 204
                    :status 206
                    :status 304
                    :status 400
                    :status 404
                    :status 500
                    accept-charset
                    accept-encoding gzip, deflate
                    accept-language
                    accept-ranges
                    accept
                    access-control-allow-origin
                    age
                    allow
                    authorization
                    cache-control
                    content-disposition
                    content-encoding
                    content-language
                    content-length
                    content-location
                    content-range
                    content-type
                    cookie
                    date
                    etag
                    expect
                    expires
                    from
                    host
                    if-match
                    if-modified-since
                    if-none-match
                    if-range
                    if-unmodified-since
                    last-modified
                    link
                    location
                    max-forwards
                    proxy-authenticate
                    proxy-authorization
                    range
                    referer
                    refresh
                    retry-after
                    server
                    set-cookie
                    strict-transport-security
                    transfer-encoding
                    user-agent
                    vary
                    via
                    www-authenticate
                    """);

    /** Each field counts so much more than its characters (section 4.1). */
    private static final int OVERHEAD = 32;

    private final List<Field> latest = new ArrayList<>();
    private final int largest;
    private int most;
    private int size;

    /** @param largest how large it may be at most, as we told the server */
    HeaderTable(int largest) {
        this.largest = largest;
        this.most = largest;
    }

    /** A header field. */
    record Field(String name, String value) {
        int size() {
            return name.length() + value.length() + OVERHEAD;
        }
    }

    private static List<Field> fixed(String lines) {
        return lines.lines()
                .map(line -> line.split(" ", 2))
                .map(parts -> new Field(parts[0], parts.length > 1 ? parts[1] : ""))
                .toList();
    }

    /**
     * A field by its number.
     *
     * @throws IOException when there is none
     */
    Field get(int number) throws IOException {
        int behind = number - FIXED.size();
        if (number < 1 || behind > latest.size()) {
            throw new IOException("there is no header field " + number);
        }
        return behind <= 0 ? FIXED.get(number - 1) : latest.get(latest.size() - behind);
    }

    /** Takes a field in; the oldest go. */
    void add(Field field) {
        latest.add(field);
        size += field.size();
        shrink();
    }

    /**
     * Changes how large it may be.
     *
     * @throws IOException when that is more than we allow
     */
    void resize(int newMost) throws IOException {
        if (newMost > largest) {
            throw new IOException("the table of header fields is larger than was allowed");
        }
        most = newMost;
        shrink();
    }

    private void shrink() {
        while (size > most) {
            size -= latest.remove(0).size();
        }
    }
}
