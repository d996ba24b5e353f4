package newsletter.email.style;

import java.util.List;
import newsletter.cache.Codec;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
import newsletter.finding.Location;
import newsletter.finding.Source;

/** Style sheets, with their places but without their source. */
final class StyleSheetCodec implements Codec<StyleSheet> {
    private final Source source;
    private final SelectorCodec selectors = new SelectorCodec();

    /** For what stands in a source. */
    StyleSheetCodec(Source source) {
        this.source = source;
    }

    @Override
    public void pack(StyleSheet sheet, Packer to) {
        to.all(sheet.rules(), rule -> pack(rule, to));
        to.all(sheet.named(), named -> {
            to.text(named.name());
            to.text(named.text());
        });
    }

    private void pack(Rule rule, Packer to) {
        to.text(rule.condition());
        selectors.packAll(rule.selectors(), to);
        to.all(rule.declarations(), declaration -> pack(declaration, to));
        to.number(rule.order());
    }

    private static void pack(Declaration declaration, Packer to) {
        to.text(declaration.property());
        to.text(declaration.value());
        to.flag(declaration.important());
        to.number(declaration.at().line());
        to.number(declaration.at().column());
    }

    @Override
    public StyleSheet unpack(Unpacker from) {
        List<Rule> rules = from.all(() -> rule(from));
        return new StyleSheet(rules, from.all(() -> new StyleSheet.Named(from.text(), from.text())));
    }

    private Rule rule(Unpacker from) {
        String condition = from.text();
        List<Selector> all = selectors.unpackAll(from);
        List<Declaration> declarations = from.all(() -> declaration(from));
        return new Rule(condition, all, declarations, from.number());
    }

    private Declaration declaration(Unpacker from) {
        String property = from.text();
        String value = from.text();
        boolean important = from.flag();
        int line = from.number();
        return new Declaration(property, value, important, new Location(source, line, from.number()));
    }
}
