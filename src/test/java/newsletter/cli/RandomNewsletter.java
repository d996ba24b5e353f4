package newsletter.cli;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** A publication of words and settings drawn by lot, without a mistake in it: what is strange in it, an editor may want. */
final class RandomNewsletter {
    private static final List<String> TYPES = List.of("news", "event", "call", "interview", "quote", "notice");

    private static final List<String> LAYOUTS = List.of("story", "list", "cards", "quote", "notice");
    private static final LocalDate DAY = LocalDate.of(2018, 9, 3);
    private static final String LONG_WORD =
            "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";

    private final Path folder;
    private final Random random;
    private final Tongue tongue;
    private int serial;

    RandomNewsletter(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
        this.tongue = Tongue.values()[(int) (seed % Tongue.values().length)];
    }

    /** A language and some words of it; those in the middle are as unwieldy as words get. */
    private enum Tongue {
        EN(
                "en",
                "clusters partners energy Internationalisation-and-competitiveness visit 🚀 markets digital 100% small firms"),
        DE("de", "Netzwerk Partner Energie " + LONG_WORD + " lädt ein 🎉 Märkte Größe für neue Straße"),
        FR(
                "fr",
                "réseaux partenaires énergie anticonstitutionnellement façonnent 🌍 marchés l’avenir œuvre noël entreprises"),
        AR("ar", "التجمعات الشركاء الطاقة والاستراتيجيات تزور 🌙 الأسواق الرقمية المشاريع الصغيرة"),
        HE("he", "אשכולות שותפים אנרגיה והתפתחויותיהם מבקרים ✨ שווקים דיגיטלי חברות קטנות"),
        IT("it", "reti partner energia precipitevolissimevolmente visitano 中文字 mercati città più imprese");

        private final String tag;
        private final String words;

        Tongue(String tag, String words) {
            this.tag = tag;
            this.words = words;
        }

        List<String> words() {
            return List.of(words.split(" ", -1));
        }
    }

    /** Writes all of it. */
    void write() throws IOException {
        boolean crowded = chance(8);
        writeSettings(crowded);
        writeIssue();
        writeWords();
        if (crowded) {
            for (int entry = 0; entry < 200; entry++) {
                text("content/news/%d.yaml".formatted(entry), "title: " + title(4) + "\ndate: 2018-08-30\n");
            }
            return;
        }
        for (String type : TYPES) {
            int entries = random.nextInt(4);
            for (int entry = 0; entry < entries; entry++) {
                writeEntry(type);
            }
        }
        writeEntry("news");
    }

    private void writeSettings(boolean crowded) throws IOException {
        StringBuilder settings =
                new StringBuilder("""
                name: %s
                language: %s
                url: https://news.example.org/
                address: %s
                sender: {name: Courier, email: courier@example.org}
                theme: {accent: "#%06X"}
                lists: {members: {to: members@lists.example.org, unsubscribe: "https://lists.example.org/leave"}}
                """.formatted(title(2), tongue.tag, title(3), random.nextInt(0x1000000)));
        if (chance(2)) {
            picture("content/logo.png", 240, 80);
            settings.append("logo: {image: logo.png, alt: Courier}\n");
        }
        if (chance(2)) {
            settings.append("links: {utm: {source: courier, medium: email}}\n");
        }
        if (chance(2)) {
            settings.append("social: [{name: LinkedIn, url: \"https://www.linkedin.com/\"}]\n");
        }
        settings.append("sections:\n");
        for (String type : crowded ? List.of("news") : TYPES) {
            String layout = crowded ? "list" : LAYOUTS.get(random.nextInt(LAYOUTS.size()));
            settings.append("  - {heading: %s, select: %s, layout: %s}\n".formatted(title(3), type, layout));
        }
        text("newsletter.yaml", settings.toString());
    }

    /** The theme's own words, so that it has some in every language. */
    private void writeWords() throws IOException {
        text("templates/words/" + tongue.tag + ".yaml", Files.readString(Path.of("templates/words/en.yaml")));
    }

    private void writeIssue() throws IOException {
        String intro = chance(2) ? "intro: |\n  " + paragraph() + "\n" : "";
        text("issues/2018-09.yaml", """
                title: %s
                date: %s
                subject: "%s"
                preheader: "%s"
                %s""".formatted(
                        title(2), DAY, cut(words(5), 60), cut(words(12) + " " + words(12), 140), intro));
    }

    private void writeEntry(String type) throws IOException {
        String name = type + ++serial;
        String place = type.equals("news") ? "content/news/" : "content/" + type + "s/";
        List<String> lines = new ArrayList<>(List.of("---", "title: " + title(1 + random.nextInt(9))));
        lines.addAll(fields(type));
        if (chance(2)) {
            lines.add("url: https://example.org/" + name);
        }
        if (chance(3)) {
            picture(place + name + ".png", 1072, 300 + random.nextInt(600));
            lines.add("image: " + name + ".png");
            lines.add("alt: \"" + words(4) + "\"");
        }
        if (chance(4)) {
            lines.add("summary: \"" + words(12) + "\"");
        }
        lines.add("---");
        lines.add(text());
        text(place + name + ".md", String.join("\n", lines) + "\n");
    }

    private List<String> fields(String type) {
        List<String> lines = new ArrayList<>();
        switch (type) {
            case "event" -> {
                LocalDate start = DAY.plusDays(10 + random.nextInt(200));
                lines.add("start: " + start);
                optional(lines, "end: " + start.plusDays(2));
                optional(lines, "place: \"" + words(2) + "\"");
                optional(lines, "organiser: \"" + words(3) + "\"");
            }
            case "call" -> {
                lines.add("deadline: " + DAY.plusDays(5 + random.nextInt(200)));
                optional(lines, "programme: \"" + words(2) + "\"");
                optional(lines, "budget: \"€ 1,000,000\"");
            }
            case "quote", "interview" -> {
                lines.add("date: 2018-08-30");
                lines.add("person: \"" + words(2) + "\"");
                optional(lines, "role: \"" + words(3) + "\"");
                optional(lines, "organisation: \"" + words(3) + "\"");
            }
            default -> lines.add("date: " + DAY.minusDays(random.nextInt(20)));
        }
        return lines;
    }

    private void optional(List<String> lines, String line) {
        if (chance(2)) {
            lines.add(line);
        }
    }

    private String text() {
        return switch (random.nextInt(6)) {
            case 0 -> paragraph() + "\n\n- " + words(6) + "\n- **" + words(3) + "** " + words(3) + "\n\n" + paragraph();
            case 1 -> paragraph() + "\n\n1. " + words(6) + "\n2. *" + words(3) + "*\n";
            case 2 -> "> " + words(12) + "\n\n" + paragraph();
            case 3 -> words(9);
            default -> paragraph() + "\n\n" + paragraph();
        };
    }

    private String paragraph() {
        String link = "[" + words(4) + " " + ++serial + "](https://example.org/" + serial + "?a=1&b=2#c)";
        return words(12) + " " + link + " " + words(14) + ".";
    }

    /** Words that no other title has, so that nothing seems to be said twice. */
    private String title(int words) {
        return "\"" + words(words) + " " + ++serial + "\"";
    }

    private String words(int count) {
        List<String> drawn = new ArrayList<>();
        List<String> known = tongue.words();
        for (int word = 0; word < count; word++) {
            drawn.add(known.get(random.nextInt(known.size())));
        }
        return String.join(" ", drawn);
    }

    private static String cut(String text, int most) {
        int end = text.offsetByCodePoints(0, Math.min(most, text.codePointCount(0, text.length())));
        return text.substring(0, end).strip();
    }

    /** True once in so many times. */
    private boolean chance(int many) {
        return random.nextInt(many) == 0;
    }

    private void picture(String name, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = image.createGraphics();
        brush.setColor(new Color(random.nextInt(0x1000000)));
        brush.fillRect(0, 0, width, height / 2);
        brush.dispose();
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        ImageIO.write(image, "png", file.toFile());
    }

    private void text(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
