package newsletter.email.style;

import java.util.List;
import newsletter.cache.Codec;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;

/** Selectors as they were read. */
final class SelectorCodec implements Codec<Selector> {
    private enum Kind {
        ANY,
        TYPE,
        ID,
        CLASS_NAME,
        PLACE,
        LINK,
        CHANGING,
        HOOK,
        PSEUDO_ELEMENT,
        ANY_OF,
        NONE_OF,
        ATTRIBUTE
    }

    @Override
    public void pack(Selector selector, Packer to) {
        to.all(selector.compounds(), compound -> to.all(compound.tests(), test -> pack(test, to)));
        to.all(selector.combinators(), to::constant);
    }

    private void pack(Simple test, Packer to) {
        if (test instanceof Simple.Any) {
            pack(Kind.ANY, to);
        } else if (test instanceof Simple.Type type) {
            pack(Kind.TYPE, to, type.name(), type.text());
        } else if (test instanceof Simple.Id id) {
            pack(Kind.ID, to, id.id(), id.text());
        } else if (test instanceof Simple.ClassName name) {
            pack(Kind.CLASS_NAME, to, name.name(), name.text());
        } else if (test instanceof Simple.Place place) {
            pack(Kind.PLACE, to, place.text());
        } else if (test instanceof Simple.Link link) {
            pack(Kind.LINK, to, link.text());
        } else if (test instanceof Simple.Changing changing) {
            pack(Kind.CHANGING, to, changing.text());
        } else if (test instanceof Simple.Hook hook) {
            pack(Kind.HOOK, to);
            pack(hook.test(), to);
        } else if (test instanceof Simple.PseudoElement element) {
            pack(Kind.PSEUDO_ELEMENT, to, element.text());
        } else if (test instanceof Simple.AnyOf any) {
            pack(Kind.ANY_OF, to, any.name());
            packAll(any.selectors(), to);
        } else if (test instanceof Simple.NoneOf none) {
            pack(Kind.NONE_OF, to);
            packAll(none.selectors(), to);
        } else {
            AttributeTest attribute = (AttributeTest) test;
            pack(Kind.ATTRIBUTE, to, attribute.name(), attribute.operator(), attribute.value(), attribute.text());
            to.flag(attribute.anyCase());
        }
    }

    private static void pack(Kind kind, Packer to, String... texts) {
        to.constant(kind);
        for (String text : texts) {
            to.text(text);
        }
    }

    void packAll(List<Selector> selectors, Packer to) {
        to.all(selectors, selector -> pack(selector, to));
    }

    @Override
    public Selector unpack(Unpacker from) {
        List<Compound> compounds = from.all(() -> new Compound(from.all(() -> test(from))));
        return new Selector(compounds, from.all(() -> from.constant(Combinator.values())));
    }

    private Simple test(Unpacker from) {
        return switch (from.constant(Kind.values())) {
            case ANY -> new Simple.Any();
            case TYPE -> new Simple.Type(from.text(), from.text());
            case ID -> new Simple.Id(from.text(), from.text());
            case CLASS_NAME -> new Simple.ClassName(from.text(), from.text());
            case PLACE -> Simple.Place.of(from.text());
            case LINK -> new Simple.Link(from.text());
            case CHANGING -> new Simple.Changing(from.text());
            case HOOK -> new Simple.Hook(test(from));
            case PSEUDO_ELEMENT -> new Simple.PseudoElement(from.text());
            case ANY_OF -> new Simple.AnyOf(from.text(), unpackAll(from));
            case NONE_OF -> new Simple.NoneOf(unpackAll(from));
            case ATTRIBUTE -> {
                String name = from.text();
                String operator = from.text();
                String value = from.text();
                String text = from.text();
                yield new AttributeTest(name, operator, value, from.flag(), text);
            }
        };
    }

    List<Selector> unpackAll(Unpacker from) {
        return from.all(() -> unpack(from));
    }
}
