package newsletter.content;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells whether a text names a day of the week at all, which is far sooner told than whether a date with one stands there. */
final class WeekdaySearch {
    /** The names by their first letter, in both cases. */
    private final Map<Character, List<String>> byLetter = new HashMap<>();

    WeekdaySearch(DayNames names) {
        names.days().forEach(same -> same.forEach(this::add));
    }

    private void add(String name) {
        char first = name.charAt(0);
        for (char letter : new char[] {Character.toLowerCase(first), Character.toUpperCase(first)}) {
            byLetter.computeIfAbsent(letter, any -> new ArrayList<>()).add(name);
        }
    }

    /** Never wrongly false: a name in any case counts, also where the abbreviation is a word of its own. */
    boolean finds(String text) {
        boolean inWord = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            boolean letter = Character.isLetter(c);
            if (letter && !inWord && isDay(text, at, byLetter.getOrDefault(c, List.of()))) {
                return true;
            }
            inWord = letter;
        }
        return false;
    }

    private static boolean isDay(String text, int at, List<String> names) {
        for (String name : names) {
            int end = at + name.length();
            if (text.regionMatches(true, at, name, 0, name.length())
                    && (end == text.length() || !Character.isLetter(text.charAt(end)))) {
                return true;
            }
        }
        return false;
    }
}
