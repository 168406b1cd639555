package io.leadloop.app.cli;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.engine.Rules;
import io.leadloop.app.install.MappedReasons;
import io.leadloop.app.install.ReasonMatch;
import io.leadloop.app.install.ReasonMatching;
import io.leadloop.app.install.ValueTableDraft;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.spi.Adoption;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.Plugin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Fields of the account that are used in place of ours: what their values mean, and a table for the mapping. */
final class Adopting {

    private final Path folder;
    private final ReasonCatalogue reasons;
    private final Map<String, List<ReasonMatch>> fields = new LinkedHashMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Map<String, String> tables = new LinkedHashMap<>();

    private Adopting(Path folder, ReasonCatalogue reasons) {
        this.folder = folder;
        this.reasons = reasons;
    }

    /**
     * @param names as somebody asked for them; where nobody did, what the mappings take for the reason and is not ours
     *     stays adopted
     */
    static Adopting of(Configuration configuration, Plugin plugin, String vendor, List<String> names) {
        Rules rules = Rules.of(configuration);
        MappedReasons mapped = new MappedReasons(rules.mappings(), vendor);
        Adopting adopting = new Adopting(configuration.folder(), rules.reasons());
        for (String name : names) {
            ObjectSchema.Field field = plugin.adoptable(name)
                    .orElseThrow(() -> Complaint.input(
                            "There is no field '" + name + "' with a list of values that could be adopted",
                            "--adopt " + name,
                            "Write the API name of a picklist that our user may read"));
            adopting.add(field, mapped);
        }
        if (names.isEmpty()) {
            mapped.fields().forEach(name -> plugin.adoptable(name).ifPresent(field -> adopting.add(field, mapped)));
        }
        return adopting;
    }

    private void add(ObjectSchema.Field field, MappedReasons mapped) {
        String name = field.name().value();
        fields.put(name, mapped.corrected(name, new ReasonMatching(reasons).of(field.allowed())));
        if (mapped.fields().contains(name)) {
            known.add(name);
        }
    }

    Set<String> names() {
        return fields.keySet();
    }

    List<Adoption> order() {
        List<Adoption> order = new ArrayList<>();
        fields.forEach((field, matches) -> order.add(new Adoption(
                field,
                matches.stream()
                        .filter(match -> match.code().isPresent())
                        .collect(Collectors.toMap(
                                match -> match.value().value(),
                                match -> match.code().orElseThrow())))));
        return order;
    }

    void say(Common common) {
        fields.forEach((field, matches) -> {
            long mapped =
                    matches.stream().filter(match -> match.code().isPresent()).count();
            common.say("Adopting " + field + ": " + matches.size() + " values, " + mapped + " mapped, "
                    + (matches.size() - mapped) + " not; no reason field of ours beside it");
            for (ReasonMatch match : matches) {
                common.say(match.code()
                        .map(code -> String.format(
                                "  %-32s %-12s %3.0f %%", match.value().label(), code, match.confidence() * 100))
                        .orElseGet(() -> String.format(
                                "  %-32s not mapped", match.value().label())));
            }
        });
    }

    /** Into the folder of the configuration; what is there stays, and what the mappings know needs none. */
    void write(Common common, boolean good) {
        if (!good) {
            return;
        }
        List<String> codes =
                reasons.all().stream().map(reason -> reason.code().value()).toList();
        fields.forEach((field, matches) -> {
            if (known.contains(field)) {
                return;
            }
            ValueTableDraft draft = new ValueTableDraft(field, matches);
            Path file = folder.resolve(draft.name() + ".draft.yaml");
            tables.put(field, file.toString());
            common.say(
                    draft.write(file, codes)
                            ? "Wrote " + file
                                    + ": read it, correct it, and put it into the mappings as its first lines say"
                            : "Kept " + file + " as it is; delete it to have a new draft written");
        });
    }

    List<Object> document() {
        List<Object> all = new ArrayList<>();
        fields.forEach((field, matches) -> {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("field", field);
            one.put("table", tables.getOrDefault(field, ""));
            one.put("values", matches.stream().map(Adopting::document).toList());
            all.add(one);
        });
        return all;
    }

    private static Map<String, Object> document(ReasonMatch match) {
        return Map.of(
                "value", match.value().value(),
                "label", match.value().label(),
                "reason", match.code().orElse(""),
                "confidence", Math.round(match.confidence() * 100) / 100.0);
    }
}
