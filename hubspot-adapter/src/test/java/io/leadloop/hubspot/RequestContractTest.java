package io.leadloop.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.fixtures.wire.Findings;
import io.leadloop.fixtures.wire.HubSpotContract;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.WriteRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every request that we send is one that HubSpot's own description allows. */
class RequestContractTest {

    private static final HubSpotContract CONTRACT = HubSpotContract.shipped();

    @Test
    void everyRequestKeepsToHubSpotsDescription() {
        try (ScriptedPortal portal = new ScriptedPortal(asked -> ScriptedPortal.json(200, "{'results':[]}"));
                HubSpotAdapter adapter = portal.adapter()) {
            useEverything(adapter);
            List<String> problems = new ArrayList<>();
            portal.asked().forEach(asked -> problems.addAll(problems(asked)));

            assertThat(problems).isEmpty();
            assertThat(portal.asked()).hasSizeGreaterThan(12);
        }
    }

    @Test
    void everyCallOfASandboxIsHeldAgainstTheDescription() {
        try (HubSpotSandbox portal = HubSpotSandbox.open()) {
            useEverything(portal.adapter());

            long calls = portal.calls();
            assertThat(portal.judged()).isEqualTo(new Findings.Judged(calls, calls));
        }
    }

    /** HubSpot refuses offsets beyond 10,000, so none are used at all. */
    @Test
    void noSearchPagesByOffset() {
        try (ScriptedPortal portal = new ScriptedPortal(asked -> ScriptedPortal.json(
                        200,
                        "{'total':20000,'results':[{'id':'1','properties':{'lastmodifieddate':'2026-04-01T09:00:00Z'}}],"
                                + "'paging':{'next':{'after':'1'}}}"));
                HubSpotAdapter adapter = portal.adapter()) {
            ChangeSource source = adapter.changes(Projection.of(HubSpotSandbox.CONTACT, List.of()));
            ChangePage page = source.poll(source.start(Instant.parse("2026-04-01T08:00:00Z")), 1);
            for (int number = 0; number < 4; number++) {
                page = source.poll(page.next(), 1);
            }

            assertThat(portal.asked())
                    .filteredOn(asked -> asked.target().endsWith("/search"))
                    .hasSize(5)
                    .noneMatch(asked -> Json.parse(asked.body()).has("after"));
        }
    }

    private static void useEverything(HubSpotAdapter adapter) {
        RecordRef contact = new RecordRef(HubSpotSandbox.CONNECTION, HubSpotSandbox.CONTACT, "40000000001");
        RecordRef company = new RecordRef(HubSpotSandbox.CONNECTION, new ObjectType("company"), "50000000001");
        Projection what = new Projection(
                HubSpotSandbox.CONTACT, List.of(HubSpotSandbox.EMAIL, HubSpotSandbox.STATUS), List.of(company.type()));
        adapter.account();
        adapter.owners().read(false);
        adapter.subscriptions().of("ada+news@portal.example");
        adapter.schema().describe(HubSpotSandbox.CONTACT);
        adapter.reader().read(what, List.of(contact));
        adapter.reader().find(what, HubSpotSandbox.EMAIL, List.of("ada@portal.example"));
        adapter.reader().find(what, HubSpotSandbox.STATUS, List.of("NEW", "OPEN"));
        ChangeSource source = adapter.changes(what);
        ChangePage page = source.poll(source.start(Instant.EPOCH), 100);
        for (int number = 0; number < 3; number++) {
            page = source.poll(page.next(), 100);
        }
        source.poll(source.start(Instant.parse("2026-04-01T08:00:00Z")), 100);
        Map<FieldName, FieldValue> fields = Map.of(HubSpotSandbox.STATUS, FieldValue.BLANK);
        adapter.writer()
                .write(List.of(new WriteRequest.Create(HubSpotSandbox.CONTACT, HubSpotSandbox.KEY, "key-1", fields)));
        adapter.writer().write(List.of(new WriteRequest.Update(contact, fields, Optional.empty())));
        adapter.writer().write(List.of(new WriteRequest.Associate(contact, company, "primary")));
        adapter.writer().write(List.of(new WriteRequest.Withdraw(contact, "ada+news@portal.example")));
    }

    private static List<String> problems(ScriptedPortal.Asked asked) {
        String path = asked.target().replaceAll("\\?.*", "");
        Optional<HubSpotContract.Operation> found = CONTRACT.operation(asked.method(), path);
        if (found.isEmpty()) {
            return List.of("no operation " + asked.method() + " " + path);
        }
        List<String> problems = new ArrayList<>(found.get().unknownParameters(parameters(asked.target())));
        problems.addAll(CONTRACT.problems(found.get(), "requestBody", asked.body()));
        return problems;
    }

    private static List<String> parameters(String target) {
        int query = target.indexOf('?');
        return query < 0
                ? List.of()
                : Stream.of(target.substring(query + 1).split("&"))
                        .map(pair -> pair.replaceAll("=.*", ""))
                        .toList();
    }
}
