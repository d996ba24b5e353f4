package newsletter.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;
import newsletter.model.Color;
import newsletter.model.EntryType;
import newsletter.model.PictureDelivery;
import newsletter.model.PictureRef;
import newsletter.model.Publication;
import newsletter.parse.Addresses;
import newsletter.parse.Binder;
import newsletter.parse.MarkdownParser;
import newsletter.parse.SourceDecoder;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;
import newsletter.parse.YamlParser;

/** Reads {@code newsletter.yaml}. */
final class PublicationReader {
    private static final Color USUAL_ACCENT = new Color(0x00, 0x44, 0x94);
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[A-Za-z_][A-Za-z0-9_]*}");
    private static final String BUILT_IN_TYPES = "/newsletter/types.yaml";

    private final Findings findings;

    PublicationReader(Findings findings) {
        this.findings = findings;
    }

    /**
     * The publication with what reads its texts.
     *
     * @param values bound to the publication's language and timezone
     */
    record Settings(Publication publication, ValueReader values) {}

    /** The settings, or findings and nothing. */
    Optional<Settings> read(Source source) {
        Optional<Yaml> root = YamlParser.parse(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            return Optional.of(settings(new Binder(mapping, Workspace.SETTINGS, findings)));
        }
        if (root.isPresent() || source.text().isBlank()) {
            findings.add(
                    Code.WRONG_KIND,
                    source.start(),
                    Workspace.SETTINGS + " must be keys with values",
                    "begin with 'name: …'");
        }
        return Optional.empty();
    }

    private Settings settings(Binder binder) {
        Optional<String> name = binder.required("name").map(ValueReader::text);
        Locale language = binder.scalar("language").map(this::language).orElse(Locale.ENGLISH);
        ZoneId zone = binder.scalar("timezone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        ValueReader values = new ValueReader(new MarkdownParser(language), zone);
        Map<String, EntryType> types = types(binder);
        Optional<URI> home = binder.scalar("url").flatMap(this::home);
        Publication publication = new Publication(
                name.orElse(""),
                binder.scalar("organisation").map(ValueReader::text),
                language,
                zone,
                home,
                binder.group("sender").flatMap(this::sender),
                binder.scalar("address").map(ValueReader::text),
                binder.group("logo").flatMap(group -> logo(group, name)),
                social(binder),
                pictures(binder),
                binder.group("theme").flatMap(this::accent).orElse(USUAL_ACCENT),
                unsubscribe(binder),
                types,
                new SectionReader(types, values, findings).blueprint(binder));
        binder.group("smtp").ifPresent(this::rejectSecret);
        List.of("smtp", "dkim", "links").forEach(binder::skip);
        binder.rejectOthers();
        return new Settings(publication, values);
    }

    private Map<String, EntryType> types(Binder settings) {
        TypeReader reader = new TypeReader(findings);
        Binder builtIn = new Binder(builtInTypes(), "types.yaml", findings);
        builtIn.group("common").ifPresent(reader::readCommon);
        builtIn.group("types").ifPresent(reader::read);
        settings.group("types").ifPresent(reader::read);
        return reader.types();
    }

    private Yaml.Mapping builtInTypes() {
        try (InputStream in = PublicationReader.class.getResourceAsStream(BUILT_IN_TYPES)) {
            byte[] bytes = java.util.Objects.requireNonNull(in, BUILT_IN_TYPES).readAllBytes();
            Source source = SourceDecoder.decode("types.yaml", bytes, findings).orElseThrow();
            return (Yaml.Mapping) YamlParser.parse(source, findings).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Locale language(Yaml.Scalar written) {
        try {
            Locale locale =
                    new Locale.Builder().setLanguageTag(written.text().strip()).build();
            if (Arrays.asList(Locale.getISOLanguages()).contains(locale.getLanguage())) {
                return locale;
            }
        } catch (IllformedLocaleException e) {
            // Said below, as for a language that does not exist.
        }
        String message = "'" + written.text() + "' is not a language";
        findings.add(
                Code.BAD_LANGUAGE,
                written.at(),
                message,
                "write its short name: en, fr, de, es, it, or en-GB for a region");
        return Locale.ENGLISH;
    }

    private Optional<ZoneId> zone(Yaml.Scalar written) {
        String name = written.text().strip();
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException e) {
            String hint = Suggestion.nearest(name, ZoneId.getAvailableZoneIds())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("write continent and city, like Europe/Brussels");
            findings.add(Code.BAD_TIMEZONE, written.at(), "'" + name + "' is not a timezone", hint);
            return Optional.empty();
        }
    }

    /** As asked for; else hosted where there is a place for them. */
    private PictureDelivery pictures(Binder settings) {
        boolean hasHome = settings.has("url");
        Optional<Yaml.Scalar> written = settings.scalar("pictures");
        if (written.isEmpty()) {
            return hasHome ? PictureDelivery.HOSTED : PictureDelivery.EMBEDDED;
        }
        String word = ValueReader.text(written.get());
        Optional<PictureDelivery> delivery = PictureDelivery.of(word);
        if (delivery.isEmpty()) {
            String hint = Suggestion.hint(word, PictureDelivery.words(), "the ways");
            findings.add(Code.BAD_CHOICE, written.get().at(), "pictures cannot be '" + word + "'", hint);
        } else if (delivery.get() == PictureDelivery.HOSTED && !hasHome) {
            findings.add(
                    Code.MISSING_FIELD,
                    written.get().at(),
                    "hosted pictures need 'url', the address where they lie",
                    "add a line 'url: https://…', or write pictures: embedded");
        }
        return delivery.orElse(PictureDelivery.EMBEDDED);
    }

    private Optional<URI> home(Yaml.Scalar written) {
        Optional<URI> address = ValueReader.address(written, findings);
        if (address.isPresent() && !"https".equalsIgnoreCase(address.get().getScheme())) {
            findings.add(Code.BAD_URL, written.at(), "'url' must be an https address", "write it with https://");
            return Optional.empty();
        }
        return address.map(uri -> uri.toString().endsWith("/") ? uri : URI.create(uri + "/"));
    }

    private Optional<Publication.Sender> sender(Yaml.Mapping group) {
        Binder binder = new Binder(group, "'sender'", findings);
        Optional<String> email = binder.required("email").flatMap(this::email);
        Optional<String> name = binder.required("name").map(ValueReader::text);
        Optional<String> replyTo = binder.scalar("reply-to").flatMap(this::email);
        binder.rejectOthers();
        return email.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : Optional.of(new Publication.Sender(name.get(), email.get(), replyTo));
    }

    private Optional<String> email(Yaml.Scalar written) {
        String text = written.text().strip();
        if (Addresses.isEmail(text)) {
            return Optional.of(text);
        }
        findings.add(
                Code.BAD_EMAIL,
                written.at(),
                "'" + text + "' is not an e-mail address",
                "write it like news@example.org");
        return Optional.empty();
    }

    /** @param name what a logo says where nothing else is told of it */
    private Optional<PictureRef> logo(Yaml.Mapping group, Optional<String> name) {
        Binder binder = new Binder(group, "'logo'", findings);
        Optional<Yaml.Scalar> image = binder.required("image");
        Optional<String> alt = binder.scalar("alt").map(ValueReader::text);
        binder.rejectOthers();
        return image.map(written -> new PictureRef(written.text().strip(), alt.or(() -> name), written.at()));
    }

    private List<Publication.Social> social(Binder settings) {
        List<Publication.Social> social = new ArrayList<>();
        for (Yaml item : settings.list("social")) {
            if (item instanceof Yaml.Mapping group) {
                Binder binder = new Binder(group, "a social link", findings);
                Optional<String> name = binder.required("name").map(ValueReader::text);
                Optional<URI> url = binder.required("url").flatMap(written -> ValueReader.address(written, findings));
                binder.rejectOthers();
                name.ifPresent(text -> url.ifPresent(uri -> social.add(new Publication.Social(text, uri))));
            } else {
                findings.add(
                        Code.WRONG_KIND,
                        item.at(),
                        "a social link must be a group of keys",
                        "write '- {name: LinkedIn, url: https://…}'");
            }
        }
        return social;
    }

    private Optional<Color> accent(Yaml.Mapping theme) {
        Binder binder = new Binder(theme, "'theme'", findings);
        Optional<Yaml.Scalar> written = binder.scalar("accent");
        binder.rejectOthers();
        Optional<Color> color = written.flatMap(text -> Color.parse(text.text().strip()));
        if (written.isPresent() && color.isEmpty()) {
            String message = "'" + written.get().text() + "' is not a colour";
            findings.add(
                    Code.BAD_COLOR,
                    written.get().at(),
                    message,
                    "write it in quotes with six digits, like \"#004494\"");
        }
        return color;
    }

    private Optional<URI> unsubscribe(Binder settings) {
        List<Optional<URI>> addresses = new ArrayList<>();
        settings.group("lists")
                .ifPresent(lists -> lists.members().forEach((name, member) -> {
                    if (member.value() instanceof Yaml.Mapping list) {
                        addresses.add(new Binder(list, "a list", findings)
                                .scalar("unsubscribe")
                                .flatMap(written -> ValueReader.address(written, findings)));
                    } else {
                        findings.add(
                                Code.WRONG_KIND,
                                member.value().at(),
                                "the list '" + name + "' must be a group of keys",
                                "write '" + name + ": {to: …}'");
                    }
                }));
        return addresses.stream().flatMap(Optional::stream).findFirst();
    }

    /** A password in the file would end in git. The finding shows no line of the file, so that it is not printed either. */
    private void rejectSecret(Yaml.Mapping smtp) {
        Yaml.Member password = smtp.members().get("password");
        if (password != null && password.value() instanceof Yaml.Scalar written && !written.isEmpty()) {
            if (!VARIABLE.matcher(written.text()).matches()) {
                Location at = written.at();
                Location hidden = new Location(new Source(at.source().path(), ""), at.line(), at.column());
                findings.add(
                        Code.SECRET_IN_FILE,
                        hidden,
                        "a password stands in the file",
                        "write password: \"${SMTP_PASSWORD}\" and set that variable where the newsletter is sent");
            }
        }
    }
}
