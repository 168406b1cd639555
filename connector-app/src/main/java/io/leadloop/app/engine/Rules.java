package io.leadloop.app.engine;

import io.leadloop.app.config.Configuration;
import io.leadloop.app.config.Qualify;
import io.leadloop.definition.DelegatedRule;
import io.leadloop.definition.LeadDefinition;
import io.leadloop.definition.LeadRule;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.YamlFile;
import io.leadloop.language.YamlTable;
import io.leadloop.mapping.MappingSet;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the files of marketing operations say.
 *
 * @param files where they come from
 */
public record Rules(Source files, MappingSet mappings, ReasonCatalogue reasons, LeadRule lead) {

    private static final String REASONS = "reasons.yaml";

    /** @throws io.leadloop.language.InvalidFiles with every mistake */
    public static Rules of(Configuration configuration) {
        Source files = configuration.mappings().<Source>map(FolderFiles::new).orElseGet(ShippedFiles::new);
        MappingSet mappings = MappingSet.compile(files);
        Problems problems = new Problems();
        ReasonCatalogue reasons = reasons(files, problems);
        Optional<LeadRule> rule = rule(configuration, files, mappings, reasons, problems);
        problems.throwIfAny();
        return new Rules(files, mappings.reading(rule.orElseThrow().reads()), reasons, rule.orElseThrow());
    }

    /** The folder's own list of reasons, or the shipped one. */
    static ReasonCatalogue reasons(Source files, Problems problems) {
        Source source = files.names().contains(REASONS) ? files : new ShippedFiles();
        return YamlFile.read(source, REASONS, problems)
                .map(table -> ReasonCatalogue.read(table, problems))
                .orElseGet(() -> new ReasonCatalogue(List.of()));
    }

    private static Optional<LeadRule> rule(
            Configuration configuration,
            Source files,
            MappingSet mappings,
            ReasonCatalogue reasons,
            Problems problems) {
        if (configuration.qualify() instanceof Qualify.When when) {
            return mappings.expressions().condition(when.text(), problems).map(DelegatedRule::new);
        }
        Qualify.Definition named = (Qualify.Definition) configuration.qualify();
        Optional<YamlTable> file = named.isFile()
                ? file(configuration.folder().resolve(named.name()), problems)
                : shipped(named, files, problems);
        return file.flatMap(table -> LeadDefinition.read(
                table, mappings.names(), code -> reasons.find(code).isPresent(), problems));
    }

    private static Optional<YamlTable> file(Path path, Problems problems) {
        Path folder = Optional.ofNullable(path.getParent()).orElse(path);
        return YamlFile.read(new FolderFiles(folder), path.getFileName().toString(), problems);
    }

    private static Optional<YamlTable> shipped(Qualify.Definition named, Source files, Problems problems) {
        String name = "definitions/" + named.name() + ".yaml";
        for (Source source : List.of(files, new ShippedFiles())) {
            if (source.names().contains(name)) {
                return YamlFile.read(source, name, problems);
            }
        }
        problems.add(
                "There is no definition '" + named.name() + "'",
                named.text().where(),
                "Write mql, or the path of a file that ends in .yaml");
        return Optional.empty();
    }

    /** As entries carry them. */
    String revisions() {
        return mappings.revision() + " " + lead.label();
    }
}
