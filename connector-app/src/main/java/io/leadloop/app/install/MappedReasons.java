package io.leadloop.app.install;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.MappingSet;
import io.leadloop.spi.ObjectSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What the mappings say about reason fields of one vendor: which they are, and what their values mean. */
public final class MappedReasons {

    private static final String REASON = "reason";

    private final List<Mapping> people;

    /** @param vendor such as {@code salesforce} */
    public MappedReasons(MappingSet mappings, String vendor) {
        people = mappings.mappings().stream()
                .filter(mapping -> mapping.system().value().equals(vendor) && mapping.kind() == Kind.PERSON)
                .toList();
    }

    /** Names of the fields that are taken for the reason; one that is not ours was adopted. */
    public Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        for (Mapping mapping : people) {
            mapping.targets()
                    .forEach(type -> mapping.field(type, REASON).ifPresent(field -> fields.add(field.value())));
        }
        return fields;
    }

    /** What people have written into the mapping counts, with certainty. */
    ReasonMatch corrected(String field, ReasonMatch guess) {
        return meaning(field, guess.value())
                .map(code -> new ReasonMatch(guess.value(), Optional.of(code), 1))
                .orElse(guess);
    }

    private Optional<String> meaning(String field, ObjectSchema.AllowedValue value) {
        FieldName name = new FieldName(field);
        for (Mapping mapping : people) {
            for (ObjectType type : mapping.targets()) {
                boolean reason =
                        mapping.field(type, REASON).filter(name::equals).isPresent();
                Optional<FieldValue> meant =
                        reason ? mapping.meaning(type, name, FieldValue.ofText(value.value())) : Optional.empty();
                if (meant.isPresent() && meant.get() instanceof FieldValue.Text text) {
                    return Optional.of(text.text());
                }
            }
        }
        return Optional.empty();
    }

    /** With what the mappings say in place of guesses. */
    public List<ReasonMatch> corrected(String field, List<ReasonMatch> guesses) {
        return guesses.stream().map(guess -> corrected(field, guess)).toList();
    }
}
