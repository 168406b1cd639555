package io.leadloop.mapping;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldType;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Seen;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.Truth;
import io.leadloop.spi.VendorRecord;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The engagements that fields of one record tell of. */
final class TouchReading {

    private final VendorRecord record;
    private final Optional<RecordRef> campaign;
    private final Map<String, Touchpoint> touches = new TreeMap<>();
    private final Map<FieldName, UnknownValue> unknown = new HashMap<>();

    TouchReading(Mapping mapping, VendorRecord record, Optional<RecordRef> campaign, Seen raw) {
        this.record = record;
        this.campaign = campaign;
        for (TouchRule rule : mapping.touchpoints()) {
            boolean wanted =
                    rule.when().map(when -> when.test(raw) == Truth.TRUE).orElse(true);
            if (rule.target().equals(record.ref().type()) && wanted) {
                read(rule);
            }
        }
    }

    List<Touchpoint> touches() {
        Collection<Touchpoint> found = touches.values();
        return found.stream().sorted(Touchpoint.ORDER).toList();
    }

    Map<FieldName, UnknownValue> unknown() {
        return unknown;
    }

    private void read(TouchRule rule) {
        FieldValue label = record.value(rule.label());
        FieldValue at = record.value(rule.at());
        Optional<String> type = label.isBlank() ? Optional.empty() : rule.type(label.text());
        if (type.isEmpty() || at.isBlank()) {
            return;
        }
        boolean precise = !at.text().matches("\\d{4}-\\d{2}-\\d{2}");
        try {
            add(rule, type.get(), label.text(), time(at, precise), precise);
        } catch (IllegalArgumentException e) {
            unknown.put(
                    rule.at(),
                    new UnknownValue("touchpoint", at.text(), UnknownValue.Problem.NOT_READABLE, rule.where()));
        }
    }

    /** A day alone counts as its noon, UTC. */
    private static Instant time(FieldValue at, boolean precise) {
        FieldValue value = (precise ? FieldType.MOMENT : FieldType.DAY).parse(at.text());
        return value instanceof FieldValue.Day day
                ? day.value().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC)
                : Instant.parse(value.text());
    }

    private void add(TouchRule rule, String type, String label, Instant at, boolean precise) {
        String channel = rule.channel().map(record::value).map(FieldValue::text).orElse("");
        String id = id(record.ref() + "|" + type + "|" + label + "|" + at);
        touches.putIfAbsent(id, new Touchpoint(id, type, channel, label, campaign, at, precise, record.ref()));
    }

    private static String id(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "t" + HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
