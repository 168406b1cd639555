package io.leadloop.app.install;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A value table between our reasons and an account's own words, for a person to read and put into the mappings. */
public final class ValueTableDraft {

    private static final String OURS = "LeadLoop_Reason__c";

    private final String field;
    private final List<ReasonMatch> matches;

    public ValueTableDraft(String field, List<ReasonMatch> matches) {
        this.field = field;
        this.matches = List.copyOf(matches);
    }

    /** Such as {@code rejected-reason} for {@code Rejected_Reason__c}. */
    public String name() {
        return field.replaceFirst("__c$", "").toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** @param codes all reasons; those without a word of the account are written nowhere */
    public String text(List<String> codes) {
        Map<String, List<ReasonMatch>> byCode = new TreeMap<>();
        matches.forEach(match -> match.code()
                .ifPresent(code -> byCode.computeIfAbsent(code, unused -> new ArrayList<>())
                        .add(match)));
        StringBuilder text = new StringBuilder("# yaml-language-server: $schema=schema/values.schema.json\n");
        text.append("# Draft by 'leadloop install --adopt ")
                .append(field)
                .append("': read it and correct it. Then put it into the\n");
        text.append("# mappings folder as ")
                .append(name())
                .append(".yaml, and write the row 'reason' of salesforce/person.yaml so:\n");
        text.append("#   - { person: reason, Lead: ")
                .append(field)
                .append(", Contact: ")
                .append(OURS)
                .append(", direction: both, values: ")
                .append(name())
                .append(", answers: { decline: any } }\n");
        text.append(
                "# Where contacts have the field as well, write it behind Contact, too. A case of that file that names\n");
        text.append("# LeadLoop_Reason__c on a Lead needs one of your words instead.\n");
        text.append("values: ").append(name()).append("\nunknown: review\nrows:\n");
        Map<String, String> rows = new LinkedHashMap<>();
        for (String code : codes) {
            rows.put(code, words(byCode.getOrDefault(code, List.of())));
        }
        rows.forEach((code, words) ->
                text.append(String.format("  %-12s { %s: %s, %s: %s }%n", code + ":", field, words, OURS, code)));
        matches.stream()
                .filter(match -> match.code().isEmpty())
                .forEach(match -> text.append("# not mapped: ")
                        .append(quoted(match.value().value()))
                        .append('\n'));
        return text.toString().replace(System.lineSeparator(), "\n");
    }

    /** Writes it beside others; an existing file is left alone, and false given back. */
    public boolean write(Path file, List<String> codes) {
        try {
            Files.writeString(file, text(codes), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return true;
        } catch (FileAlreadyExistsException kept) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(List<ReasonMatch> found) {
        if (found.isEmpty()) {
            return "nothing";
        }
        List<String> values = found.stream()
                .sorted((one, other) -> Double.compare(other.confidence(), one.confidence()))
                .map(match -> quoted(match.value().value()))
                .toList();
        return values.size() == 1 ? values.get(0) : "[" + String.join(", ", values) + "]";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("[\\r\\n]", " ") + "\"";
    }
}
