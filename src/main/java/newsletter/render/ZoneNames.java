package newsletter.render;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import newsletter.model.Moment;

/**
 * Short names of timezones that readers know. The JDK's own depend on its version and on the machine's locale, so the few that
 * are common are listed here; all others are written as their distance from UTC, which nobody can mistake.
 */
final class ZoneNames {
    private static final Map<String, String> STANDARD = Map.of(
            "Europe/London", "GMT",
            "America/New_York", "EST",
            "America/Chicago", "CST",
            "America/Denver", "MST",
            "America/Los_Angeles", "PST");
    private static final Map<String, String> SUMMER = Map.of(
            "Europe/London", "BST",
            "America/New_York", "EDT",
            "America/Chicago", "CDT",
            "America/Denver", "MDT",
            "America/Los_Angeles", "PDT");
    /** European time by the hours of its standard time. */
    private static final Map<Integer, String> EUROPEAN = Map.of(0, "WE", 1, "CE", 2, "EE");

    private final ZoneId home;

    ZoneNames(ZoneId home) {
        this.home = home;
    }

    /** The name of the time in which a moment is given: {@code CEST}, {@code UTC+9}. */
    String of(Moment moment) {
        ZonedDateTime time = moment.start();
        boolean atHome = home.getRules().getOffset(time.toInstant()).equals(time.getOffset());
        return atHome ? name(home, time.toInstant()) : distance(time.getOffset());
    }

    private static String name(ZoneId zone, Instant at) {
        boolean summer = zone.getRules().isDaylightSavings(at);
        String listed = (summer ? SUMMER : STANDARD).get(zone.getId());
        if (listed != null) {
            return listed;
        }
        ZoneOffset standard = zone.getRules().getStandardOffset(at);
        String european = EUROPEAN.get(standard.getTotalSeconds() / 3600);
        boolean named = zone.getId().startsWith("Europe/")
                && european != null
                && !zone.getId().equals("Europe/Dublin");
        return named
                ? european + (summer ? "ST" : "T")
                : distance(zone.getRules().getOffset(at));
    }

    private static String distance(ZoneOffset offset) {
        Duration ahead = Duration.ofSeconds(Math.abs(offset.getTotalSeconds()));
        if (ahead.isZero()) {
            return "UTC";
        }
        String minutes = ahead.toMinutesPart() == 0 ? "" : ":" + ahead.toMinutesPart();
        return "UTC" + (offset.getTotalSeconds() < 0 ? "−" : "+") + ahead.toHours() + minutes;
    }
}
