package newsletter.content;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import newsletter.finding.Code;
import newsletter.finding.Findings;
import newsletter.finding.Location;
import newsletter.finding.Source;
import newsletter.finding.Suggestion;
import newsletter.model.Color;
import newsletter.model.EntryType;
import newsletter.model.LinkPolicy;
import newsletter.model.MailingList;
import newsletter.model.Palette;
import newsletter.model.PictureDelivery;
import newsletter.model.PictureRef;
import newsletter.model.Publication;
import newsletter.model.Utm;
import newsletter.parse.Binder;
import newsletter.parse.Parsers;
import newsletter.parse.ValueReader;
import newsletter.parse.Yaml;

/** Reads {@code newsletter.yaml}. */
final class PublicationReader {
    private static final Color USUAL_ACCENT = new Color(0x00, 0x44, 0x94);

    private final Parsers parsers;
    private final Findings findings;

    PublicationReader(Parsers parsers, Findings findings) {
        this.parsers = parsers;
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
        Optional<Yaml> root = parsers.yaml(source, findings);
        if (root.isPresent() && root.get() instanceof Yaml.Mapping mapping) {
            return Optional.of(settings(mapping));
        }
        if (root.isPresent() || !findings.hasErrorsIn(source.path()::equals)) {
            String hint = root.filter(Yaml::isGlued).isPresent()
                    ? "write a blank after each colon: 'name: …'"
                    : "begin with 'name: …'";
            findings.add(Code.WRONG_KIND, source.start(), Workspace.SETTINGS + " must be keys with values", hint);
        }
        return Optional.empty();
    }

    private Settings settings(Yaml.Mapping mapping) {
        Binder binder = new Binder(mapping, Workspace.SETTINGS, findings);
        Locale language = binder.scalar("language").map(this::language).orElse(Locale.ENGLISH);
        ZoneId zone = binder.scalar("timezone").flatMap(this::zone).orElse(ZoneOffset.UTC);
        ValueReader values = new ValueReader(parsers, language, zone);
        Optional<String> name = binder.required("name").map(values::line);
        Map<String, EntryType> types = types(binder);
        Optional<Publication.Sender> sender = binder.group("sender").flatMap(this::sender);
        Optional<Yaml.Mapping> links = binder.group("links");
        Publication publication = new Publication(
                name.orElse(""),
                binder.scalar("organisation").map(values::line),
                language,
                zone,
                binder.scalar("url").flatMap(written -> web("url", written)).map(PublicationReader::asFolder),
                binder.scalar("website").flatMap(written -> web("website", written)),
                sender,
                binder.scalar("address").map(values::line),
                binder.group("logo").flatMap(group -> logo(group, name, values)),
                social(binder),
                pictures(binder),
                binder.group("theme").flatMap(this::accent).orElse(USUAL_ACCENT),
                lists(binder, sender),
                links.flatMap(this::utm),
                links.map(new LinkPolicyReader(values, findings)::read).orElseGet(LinkPolicy::usual),
                types,
                new SectionReader(types, values, findings).blueprint(binder),
                values.written(withoutLinks(mapping)));
        new SmtpReader(findings).check(binder);
        binder.group("ledger").ifPresent(this::checkLedger);
        binder.group("dkim").ifPresent(new DkimReader(sender, findings)::check);
        binder.rejectOthers();
        return new Settings(publication, values);
    }

    private List<MailingList> lists(Binder settings, Optional<Publication.Sender> sender) {
        Optional<Yaml.Mapping> lists = settings.group("lists");
        lists.ifPresent(group -> Secrets.reject(group, findings));
        return lists.map(new ListReader(sender, findings)::read).orElse(List.of());
    }

    private void checkLedger(Yaml.Mapping ledger) {
        Secrets.reject(ledger, findings);
        Binder binder = new Binder(ledger, "'ledger'", findings);
        new DatabaseReader(findings).read(binder);
        binder.rejectOthers();
    }

    /** What is said of a link under {@code links: check:} is not the place where it is written. */
    private static Yaml.Mapping withoutLinks(Yaml.Mapping settings) {
        Map<String, Yaml.Member> members = new LinkedHashMap<>(settings.members());
        members.remove("links");
        return new Yaml.Mapping(members, settings.at());
    }

    private Map<String, EntryType> types(Binder settings) {
        TypeReader reader = new TypeReader(findings);
        Binder builtIn = new Binder(BuiltIn.read(BuiltIn.TYPES, parsers), BuiltIn.TYPES, findings);
        builtIn.group("common").ifPresent(reader::readCommon);
        builtIn.group("types").ifPresent(reader::read);
        settings.group("types").ifPresent(reader::read);
        return reader.types();
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
                languageHint(written.text().strip()));
        return Locale.ENGLISH;
    }

    private static String languageHint(String text) {
        if (text.matches("[a-z]{2}_[A-Z]{2}")) {
            return "did you mean '" + text.replace('_', '-') + "'?";
        }
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> Locale.forLanguageTag(code)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .equalsIgnoreCase(text))
                .findFirst()
                .map(code -> "did you mean '" + code + "'?")
                .orElse("write its short name: en, fr, de, es, it, or en-GB for a region");
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

    private Optional<URI> web(String key, Yaml.Scalar written) {
        Optional<URI> address = ValueReader.address(written, findings);
        if (address.isPresent() && !"https".equalsIgnoreCase(address.get().getScheme())) {
            findings.add(
                    Code.BAD_URL, written.at(), "'" + key + "' must be an https address", "write it with https://");
            return Optional.empty();
        }
        return address;
    }

    private static URI asFolder(URI address) {
        return address.toString().endsWith("/") ? address : URI.create(address + "/");
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
        return EmailAddress.read(written, findings);
    }

    /** @param name what a logo says where nothing else is told of it */
    private Optional<PictureRef> logo(Yaml.Mapping group, Optional<String> name, ValueReader values) {
        Binder binder = new Binder(group, "'logo'", findings);
        Optional<Yaml.Scalar> image = binder.required("image");
        Optional<String> alt = binder.scalar("alt").map(values::line);
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
                    "write it in straight quotes with six digits, like \"#004494\"");
        }
        return color.map(given -> palette(given, written.get().at()).accent());
    }

    private Palette palette(Color given, Location at) {
        Palette palette = Palette.of(given);
        Color text = palette.text();
        if (!text.hex().equals(given.hex())) {
            String message = given.hex() + " is too light for text: titles and links take " + text.hex();
            findings.add(
                    Code.ACCENT_ADJUSTED, at, message, "write \"" + text.hex() + "\" to have one colour everywhere");
        }
        return palette;
    }

    private Optional<Utm> utm(Yaml.Mapping links) {
        Binder binder = new Binder(links, "'links'", findings);
        Optional<Yaml.Mapping> group = binder.group("utm");
        binder.skip("check");
        binder.rejectOthers();
        return group.flatMap(this::tags);
    }

    private Optional<Utm> tags(Yaml.Mapping utm) {
        Binder binder = new Binder(utm, "'utm'", findings);
        Optional<String> source = binder.required("source").map(ValueReader::text);
        Optional<String> medium = binder.required("medium").map(ValueReader::text);
        Optional<String> campaign = binder.scalar("campaign").map(ValueReader::text);
        binder.rejectOthers();
        return source.flatMap(from -> medium.map(by -> new Utm(from, by, campaign)));
    }
}
