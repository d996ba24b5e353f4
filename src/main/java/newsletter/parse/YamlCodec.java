package newsletter.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import newsletter.cache.Codec;
import newsletter.cache.Packer;
import newsletter.cache.Unpacker;
import newsletter.finding.Location;
import newsletter.finding.Source;

/** YAML values, with their places but without their source. */
final class YamlCodec implements Codec<Yaml> {
    private final Source source;

    /** For what stands in a source. */
    YamlCodec(Source source) {
        this.source = source;
    }

    private enum Kind {
        SCALAR,
        SEQUENCE,
        MAPPING
    }

    @Override
    public void pack(Yaml yaml, Packer to) {
        if (yaml instanceof Yaml.Scalar scalar) {
            to.constant(Kind.SCALAR);
            to.flag(scalar.quoted());
            scalar.passage().pack(to);
        } else if (yaml instanceof Yaml.Sequence sequence) {
            to.constant(Kind.SEQUENCE);
            pack(sequence.at(), to);
            to.all(sequence.items(), item -> pack(item, to));
        } else if (yaml instanceof Yaml.Mapping mapping) {
            to.constant(Kind.MAPPING);
            pack(mapping.at(), to);
            to.all(mapping.members().entrySet(), member -> pack(member, to));
        }
    }

    private void pack(Map.Entry<String, Yaml.Member> member, Packer to) {
        to.text(member.getKey());
        pack(member.getValue().keyAt(), to);
        pack(member.getValue().value(), to);
    }

    private void pack(Location at, Packer to) {
        to.number(at.line());
        to.number(at.column());
    }

    @Override
    public Yaml unpack(Unpacker from) {
        return switch (from.constant(Kind.values())) {
            case SCALAR -> {
                boolean quoted = from.flag();
                yield new Yaml.Scalar(Passage.unpack(from, source), quoted);
            }
            case SEQUENCE -> {
                Location at = location(from);
                List<Yaml> items = from.all(() -> unpack(from));
                yield new Yaml.Sequence(items, at);
            }
            case MAPPING -> {
                Location at = location(from);
                yield new Yaml.Mapping(members(from), at);
            }
        };
    }

    private Map<String, Yaml.Member> members(Unpacker from) {
        Map<String, Yaml.Member> members = new LinkedHashMap<>();
        for (int rest = from.number(); rest > 0; rest--) {
            String key = from.text();
            Location keyAt = location(from);
            members.put(key, new Yaml.Member(keyAt, unpack(from)));
        }
        return members;
    }

    private Location location(Unpacker from) {
        int line = from.number();
        return new Location(source, line, from.number());
    }
}
