package io.leadloop.mapping;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.View;
import io.leadloop.language.Location;
import io.leadloop.language.Words;
import io.leadloop.spi.RecordVersion;
import io.leadloop.spi.VendorRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * An example in a mapping file that is run as a test. Without {@code to}: vendor fields are given, canonical ones
 * expected, vendor ones written back. With it: a view is given and the fields of that object type are expected.
 *
 * @param given by object type or by thing; an empty text is blank
 * @param expect every field that must be there, and no other
 * @param back what writing the read values gives, if it is to be checked
 * @param review vendor fields whose value cannot be read
 */
public record MappingCase(
        String name,
        Location where,
        ObjectType target,
        boolean outward,
        Map<String, Map<String, String>> given,
        Map<String, String> expect,
        Optional<Map<String, String>> back,
        Optional<String> answer,
        List<String> touches,
        Map<String, String> references,
        List<String> review,
        Map<String, Map<String, FieldType>> types) {

    /** What differs, one sentence each; empty if the example holds. */
    public List<String> differences(Mapping mapping) {
        List<String> found = new ArrayList<>();
        if (outward) {
            compare("written", expect, written(mapping, view()), found);
            return found;
        }
        Reading reading = mapping.read(record());
        compare("read", expect, texts(reading.values()), found);
        compare("answer", answer.orElse("none"), answer(reading), found);
        compare("references", references, references(reading), found);
        compare("review", review.stream().sorted().toList(), reviewed(reading), found);
        compare(
                "touches",
                touches,
                reading.touches().stream().map(Touchpoint::type).toList(),
                found);
        back.ifPresent(fields ->
                compare("back", fields, written(mapping, View.of(mapping.kind().word(), reading.values())), found));
        return found;
    }

    private static void compare(String what, Object expected, Object actual, List<String> found) {
        if (!expected.equals(actual)) {
            found.add(what + ": expected " + expected + ", was " + actual);
        }
    }

    private VendorRecord record() {
        Map<FieldName, FieldValue> fields = new HashMap<>();
        given.getOrDefault(target.value(), Map.of())
                .forEach((name, text) -> fields.put(new FieldName(name), FieldValue.ofText(text)));
        RecordRef ref = new RecordRef(new ConnectionId("case"), target, "1");
        return new VendorRecord(
                ref, new RecordVersion(1), Instant.EPOCH, fields, Map.of(), List.of(), Optional.empty());
    }

    private View view() {
        View view = new View(Map.of());
        for (Map.Entry<String, Map<String, String>> thing : given.entrySet()) {
            Map<String, FieldType> known = types.getOrDefault(thing.getKey(), Map.of());
            Map<String, FieldValue> fields = new HashMap<>();
            thing.getValue()
                    .forEach((name, text) -> fields.put(
                            name, known.getOrDefault(name, FieldType.TEXT).parse(text)));
            view = view.and(thing.getKey(), fields);
        }
        return view;
    }

    private Map<String, String> written(Mapping mapping, View view) {
        Map<String, String> texts = new TreeMap<>();
        mapping.write(view, target)
                .forEach((field, writing) ->
                        texts.put(field.value(), writing.value().text()));
        return texts;
    }

    private static Map<String, String> texts(Map<String, FieldValue> values) {
        Map<String, String> texts = new TreeMap<>();
        values.forEach((name, value) -> texts.put(name, value.text()));
        return texts;
    }

    private static String answer(Reading reading) {
        return reading.signal().map(signal -> Words.of(signal.kind())).orElse("none");
    }

    private static Map<String, String> references(Reading reading) {
        Map<String, String> texts = new TreeMap<>();
        reading.references().forEach((name, ref) -> texts.put(name, ref.type() + "/" + ref.id()));
        return texts;
    }

    private static List<String> reviewed(Reading reading) {
        return reading.unknown().keySet().stream()
                .map(FieldName::value)
                .sorted()
                .toList();
    }
}
