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
            to.constant(Kind.ANY);
        } else if (test instanceof Simple.Type type) {
            to.constant(Kind.TYPE);
            to.text(type.name());
            to.text(type.text());
        } else if (test instanceof Simple.Id id) {
            to.constant(Kind.ID);
            to.text(id.id());
            to.text(id.text());
        } else if (test instanceof Simple.ClassName name) {
            to.constant(Kind.CLASS_NAME);
            to.text(name.name());
            to.text(name.text());
        } else if (test instanceof Simple.Place place) {
            to.constant(Kind.PLACE);
            to.text(place.text());
        } else if (test instanceof Simple.Link link) {
            to.constant(Kind.LINK);
            to.text(link.text());
        } else if (test instanceof Simple.Changing changing) {
            to.constant(Kind.CHANGING);
            to.text(changing.text());
        } else if (test instanceof Simple.Hook hook) {
            to.constant(Kind.HOOK);
            pack(hook.test(), to);
        } else if (test instanceof Simple.PseudoElement element) {
            to.constant(Kind.PSEUDO_ELEMENT);
            to.text(element.text());
        } else if (test instanceof Simple.AnyOf any) {
            to.constant(Kind.ANY_OF);
            to.text(any.name());
            packAll(any.selectors(), to);
        } else if (test instanceof Simple.NoneOf none) {
            to.constant(Kind.NONE_OF);
            packAll(none.selectors(), to);
        } else if (test instanceof AttributeTest attribute) {
            to.constant(Kind.ATTRIBUTE);
            to.text(attribute.name());
            to.text(attribute.operator());
            to.text(attribute.value());
            to.flag(attribute.anyCase());
            to.text(attribute.text());
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
            case ATTRIBUTE -> new AttributeTest(from.text(), from.text(), from.text(), from.flag(), from.text());
        };
    }

    List<Selector> unpackAll(Unpacker from) {
        return from.all(() -> unpack(from));
    }
}
