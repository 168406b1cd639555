package io.leadloop.app.loop;

import io.leadloop.canonical.ConnectionId;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.SystemId;
import io.leadloop.definition.LeadDefinition;
import io.leadloop.feedback.ReasonCatalogue;
import io.leadloop.hubspot.HubSpotAdapter;
import io.leadloop.hubspot.HubSpotConfig;
import io.leadloop.hubspot.HubSpotCredentials;
import io.leadloop.hubspot.Pacing;
import io.leadloop.hubspot.Polling;
import io.leadloop.hubspot.Secret;
import io.leadloop.language.Problems;
import io.leadloop.language.Source;
import io.leadloop.language.YamlFile;
import io.leadloop.lifecycle.BusinessCalendar;
import io.leadloop.lifecycle.Lifecycle;
import io.leadloop.lifecycle.LifecyclePolicy;
import io.leadloop.mapping.MappingSet;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Setup;
import io.leadloop.salesforce.SalesforceAdapter;
import io.leadloop.salesforce.SalesforceConfig;
import io.leadloop.salesforce.SalesforceCredentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the program is made of: shipped files, both adapters. */
final class Wiring implements AutoCloseable {

    static final ConnectionId CRM = new ConnectionId("crm");
    static final ConnectionId MARKETING = new ConnectionId("marketing");

    private final HubSpotAdapter hubSpot;
    private final SalesforceAdapter salesforce;

    /** @param patience how long an answer is waited for */
    Wiring(String hubSpotUrl, String salesforceUrl, InstantSource clock, Duration patience) {
        hubSpot = new HubSpotAdapter(
                HubSpotConfig.of(
                                MARKETING,
                                URI.create(hubSpotUrl),
                                new HubSpotCredentials.Token(new Secret("pat-sim-hubspot")))
                        .with(Pacing.unlimited())
                        .with(Polling.standard().withArchivedEvery(1))
                        .withResponseTimeout(patience),
                clock,
                any -> {});
        salesforce = new SalesforceAdapter(
                new SalesforceConfig(
                        CRM,
                        URI.create(salesforceUrl),
                        new SalesforceCredentials.ClientCredentials("sim-client", "sim-secret"),
                        Optional.empty(),
                        Duration.ofSeconds(5),
                        patience,
                        Duration.ofMinutes(2),
                        Duration.ofDays(365),
                        true,
                        Optional.empty()),
                clock);
    }

    Setup setup() {
        return setup(Source.of(shippedTexts()));
    }

    Setup setup(Source files) {
        MappingSet mappings = MappingSet.compile(files);
        Problems problems = new Problems();
        ReasonCatalogue reasons = ReasonCatalogue.read(
                YamlFile.read(files, "reasons.yaml", problems).orElseThrow(), problems);
        LeadDefinition definition = LeadDefinition.read(
                        YamlFile.read(files, "definitions/mql.yaml", problems).orElseThrow(),
                        mappings.names(),
                        code -> reasons.find(code).isPresent(),
                        problems)
                .orElseThrow();
        problems.throwIfAny();
        Lifecycle lifecycle = new Lifecycle(
                LifecyclePolicy.agreed(BusinessCalendar.weekdays(
                        ZoneId.of("Europe/Berlin"), LocalTime.of(9, 0), LocalTime.of(17, 30))),
                reasons);
        return new Setup(
                "test",
                mappings,
                List.of(
                        new Connected(CRM, new SystemId("salesforce"), Role.CRM, salesforce),
                        new Connected(MARKETING, new SystemId("hubspot"), Role.MARKETING, hubSpot)),
                definition,
                lifecycle,
                reasons,
                mappings.revision());
    }

    /** The shipped files, from the module beside this one. */
    static Map<String, String> shippedTexts() {
        Path folder = Path.of("..", "mappings");
        Map<String, String> texts = new LinkedHashMap<>();
        for (String part : List.of(".", "salesforce", "hubspot", "definitions")) {
            try (Stream<Path> files = Files.list(folder.resolve(part))) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                    texts.put(folder.relativize(file).normalize().toString(), Files.readString(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return texts;
    }

    @Override
    public void close() {
        hubSpot.close();
        salesforce.close();
    }
}
