package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.fixtures.hubspot.HubSpotOptions;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.fixtures.simulator.UserEdit;
import io.leadloop.hubspot.HubSpotFootprint.Option;
import io.leadloop.hubspot.HubSpotFootprint.Property;
import io.leadloop.spi.Adoption;
import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.PartChange;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.Plugin;
import io.leadloop.spi.PluginPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our group and properties in a portal, over HTTP, from a bare one and back. */
class HubSpotPluginTest {

    private static final Property KEY = new Property("leadloop_key", "Key", "", "string", "text", true, List.of());
    private static final Property REASON = new Property(
            "leadloop_reason_code",
            "Reason",
            "Why sales said no",
            "enumeration",
            "select",
            false,
            List.of(new Option("F-SIZE", "Company too small or too big"), new Option("R-DUP", "Duplicate")));
    private static final Property CYCLE =
            new Property("leadloop_cycle", "Cycle", "", "number", "number", false, List.of());
    private static final HubSpotFootprint FOOTPRINT =
            new HubSpotFootprint("0.1.0", "leadloop", "LeadLoop", List.of(KEY, REASON, CYCLE));

    private HubSpotSandbox portal;
    private HubSpotAdapter adapter;
    private Plugin plugin;

    @BeforeEach
    void start() {
        portal = HubSpotSandbox.open();
        portal.simulator().inject(Fault.once("bare", "", Map.of()));
        adapter = new HubSpotAdapter(portal.config(), portal.clock(), secret -> {}, FOOTPRINT);
        plugin = adapter.plugin().orElseThrow();
    }

    @AfterEach
    void end() {
        adapter.close();
        portal.close();
    }

    @Test
    void anAdapterThatBringsNothingHasNoPlugin() {
        assertThat(portal.adapter().plugin()).isEmpty();
    }

    @Test
    void aCheckOfABarePortalSaysWhatWouldComeAndChangesNothing() {
        InstallReport report = plugin.install(InstallOrder.plain().checking(), step -> {});

        assertThat(effects(report))
                .containsExactly(
                        "ADDED property-groups leadloop",
                        "ADDED properties leadloop_key",
                        "ADDED properties leadloop_reason_code",
                        "ADDED properties leadloop_cycle");
        assertThat(report.notes()).singleElement().asString().contains("crm.schemas.contacts.write");
        assertThat(plugin.look(Set.of()).standing()).isEqualTo(Installed.Standing.ABSENT);
    }

    @Test
    void anInstallationMakesThemWithTheirOptionsAndASecondOneChangesNothing() {
        List<String> steps = new ArrayList<>();
        assertThat(plugin.install(InstallOrder.plain(), steps::add).good()).isTrue();

        assertThat(steps).containsExactly("group leadloop", "3 properties");
        assertThat(plugin.look(Set.of()))
                .isEqualTo(new Installed(Installed.Standing.CURRENT, "", 4, List.of(), List.of()));
        assertThat(plugin.install(InstallOrder.plain().checking(), step -> {}).notes())
                .isEmpty();
        long calls = portal.calls();
        InstallReport again = plugin.install(InstallOrder.plain(), step -> {});
        assertThat(again.count(PartChange.Effect.SAME)).isEqualTo(4);
        assertThat(again.notes()).isEmpty();
        assertThat(portal.calls() - calls).as("reads only").isEqualTo(2);
        assertThat(portal.adapter()
                        .schema()
                        .describe(HubSpotSandbox.CONTACT)
                        .orElseThrow()
                        .fields())
                .hasEntrySatisfying(
                        HubSpotSandbox.KEY, key -> assertThat(key.unique()).isTrue());
    }

    @Test
    void whatLacksIsAddedAndWhatPeopleRenamedOrAddedStays() {
        plugin.install(InstallOrder.plain(), step -> {});
        patch("leadloop_reason_code", """
                {"label":"Why not","options":[{"label":"Too small","value":"F-SIZE"},{"label":"Ours","value":"OWN"}]}""");
        call("DELETE", "leadloop_cycle", "");

        Installed found = plugin.look(Set.of());
        assertThat(found.standing()).isEqualTo(Installed.Standing.HALF);
        assertThat(found.missing()).containsExactly(new PluginPart("properties", "leadloop_cycle"));
        assertThat(found.drift())
                .extracting(PartProblem::what)
                .singleElement()
                .asString()
                .contains("R-DUP");
        InstallReport report = plugin.install(InstallOrder.plain(), step -> {});

        assertThat(effects(report))
                .contains("CHANGED properties leadloop_reason_code", "ADDED properties leadloop_cycle");
        String reason = call("GET", "leadloop_reason_code", "");
        assertThat(reason).contains("\"label\":\"Why not\"", "Too small", "OWN", "R-DUP");
        assertThat(plugin.look(Set.of()).drift()).isEmpty();
    }

    @Test
    void aPropertyOfAnotherTypeIsNamedAndNothingIsSent() {
        call("POST", "groups", "{\"name\":\"leadloop\",\"label\":\"LeadLoop\"}");
        call("POST", "", """
                {"name":"leadloop_cycle","label":"x","groupName":"leadloop","type":"string","fieldType":"text"}""");
        call("POST", "", """
                {"name":"leadloop_key","label":"y","groupName":"leadloop","type":"string","fieldType":"text"}""");

        InstallReport report = plugin.install(InstallOrder.plain(), step -> {});

        assertThat(report.problems())
                .extracting(PartProblem::what)
                .containsExactly(
                        "leadloop_key lets two contacts have the same value",
                        "leadloop_cycle is a property of type string, not number");
        assertThat(plugin.look(Set.of()).missing()).hasSize(1);
        assertThat(plugin.look(Set.of()).drift()).hasSize(2);
    }

    @Test
    void whatHubSpotRefusesIsToldAndNoneOfThePropertiesIsMade() {
        for (int i = 1; i <= 10; i++) {
            call("POST", "", """
                    {"name":"key%d","label":"key%d","groupName":"contactinformation","type":"string","fieldType":"text",\
                    "hasUniqueValue":true}""".formatted(i, i));
        }

        InstallReport report = plugin.install(InstallOrder.plain(), step -> {});

        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.what()).isEqualTo("HubSpot refuses it: VALIDATION_ERROR");
            assertThat(problem.fix()).isNotBlank();
        });
        assertThat(plugin.look(Set.of()).missing()).hasSize(3);
    }

    @Test
    void anAppWithoutTheScopeIsToldWhichOneItLacks() {
        portal.simulator().inject(Fault.once("missing-scopes", "", Map.of("scopes", "crm.schemas.contacts.write")));

        InstallReport report = plugin.install(InstallOrder.plain(), step -> {});

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("crm.schemas.contacts.write"));
        assertThat(plugin.look(Set.of()).standing()).isEqualTo(Installed.Standing.ABSENT);
    }

    @Test
    void nothingIsAdoptedInHubSpot() {
        InstallReport report = plugin.install(
                new InstallOrder(false, List.of(new Adoption("lost_reason", Map.of())), Set.of("campaign-influence")),
                step -> {});

        assertThat(report.asked()).isFalse();
        assertThat(report.problems()).hasSize(2);
        assertThat(plugin.adoptable("hs_lead_status")).isEmpty();
    }

    @Test
    void whatARemovalDestroysIsCountedAndExported() {
        plugin.install(InstallOrder.plain(), step -> {});
        contact("a@acme.example", Map.of("leadloop_key", "k-1", "leadloop_reason_code", "F-SIZE"));
        contact("b@acme.example", Map.of("leadloop_key", "k-2"));
        contact("c@acme.example", Map.of());
        List<Map<String, String>> rows = new ArrayList<>();

        List<Holding> holdings = plugin.holdings();
        plugin.export("contact", rows::add);

        assertThat(holdings)
                .containsExactly(
                        new Holding("contact", new PluginPart("properties", "leadloop_key"), 2),
                        new Holding("contact", new PluginPart("properties", "leadloop_reason_code"), 1));
        assertThat(rows).extracting(row -> row.get("leadloop_key")).containsExactlyInAnyOrder("k-1", "k-2");
        assertThat(rows)
                .allMatch(row ->
                        row.keySet().stream().allMatch(name -> name.equals("id") || name.startsWith("leadloop_")));
    }

    @Test
    void aRemovalArchivesOursAndTheGroupAndNothingElse() {
        plugin.install(InstallOrder.plain(), step -> {});
        InstallReport check = plugin.remove(true, step -> {});
        assertThat(plugin.look(Set.of()).standing()).isEqualTo(Installed.Standing.CURRENT);

        InstallReport removed = plugin.remove(false, step -> {});

        assertThat(effects(removed))
                .isEqualTo(effects(check))
                .hasSize(4)
                .allMatch(effect -> effect.startsWith("REMOVED"));
        assertThat(plugin.look(Set.of()).standing()).isEqualTo(Installed.Standing.ABSENT);
        assertThat(plugin.remove(false, step -> {}).changes()).isEmpty();
        assertThat(plugin.install(InstallOrder.plain(), step -> {}).good()).isTrue();
    }

    @Test
    void aPropertyInUseKeepsAllOfThemAndOneOfTheirsKeepsTheGroup() {
        plugin.install(InstallOrder.plain(), step -> {});
        call("POST", "", """
                {"name":"theirs","label":"x","groupName":"leadloop","type":"string","fieldType":"text"}""");
        portal.simulator().inject(Fault.once("in-use", "", Map.of("property", "leadloop_reason_code")));

        InstallReport refused = plugin.remove(false, step -> {});

        assertThat(refused.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.fix()).contains("lists, forms, workflows"));
        assertThat(refused.notes()).singleElement().asString().contains("theirs");
        assertThat(plugin.look(Set.of()).missing()).isEmpty();
    }

    @Test
    void withoutOptionsAWorkingPortalStaysAsItIs() {
        HubSpotSandbox usual = HubSpotSandbox.open(HubSpotOptions.defaults(), config -> config);
        try (HubSpotAdapter other = new HubSpotAdapter(usual.config(), usual.clock(), secret -> {}, FOOTPRINT)) {
            assertThat(other.plugin().orElseThrow().look(Set.of()).standing()).isEqualTo(Installed.Standing.CURRENT);
        } finally {
            usual.close();
        }
    }

    private void patch(String property, String body) {
        call("PATCH", property, body);
    }

    private void contact(String email, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("email", email);
        portal.simulator().edit(new UserEdit("Mara Keller", "contact", Optional.empty(), all, false));
    }

    /** As another app of the portal. */
    private String call(String method, String path, String body) {
        URI address = portal.config()
                .baseUrl()
                .resolve("/crm/properties/2026-09/contacts" + (path.isEmpty() ? "" : "/" + path));
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + HubSpotOptions.defaults().token())
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static List<String> effects(InstallReport report) {
        return report.changes().stream()
                .map(change -> change.effect() + " " + change.part())
                .toList();
    }
}
