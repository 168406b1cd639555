package io.leadloop.pipeline;

import io.leadloop.attribution.Attribution;
import io.leadloop.attribution.Credit;
import io.leadloop.attribution.Fraction;
import io.leadloop.attribution.Model;
import io.leadloop.attribution.Money;
import io.leadloop.attribution.PersonTouch;
import io.leadloop.attribution.TouchPath;
import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.Lane;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.canonical.Role;
import io.leadloop.canonical.Touchpoint;
import io.leadloop.canonical.View;
import io.leadloop.identity.Identity;
import io.leadloop.mapping.Mapping;
import io.leadloop.mapping.Writing;
import io.leadloop.plan.Diff;
import io.leadloop.plan.PlannedField;
import io.leadloop.plan.PlannedWrite;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Facet;
import io.leadloop.state.Fact;
import io.leadloop.state.Slot;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Who earned a won deal: one row for each model and thing that is credited, and one number for each person. */
final class CreditPlan {

    private static final FieldValue TRUE = new FieldValue.Flag(true);
    private static final String UNATTRIBUTED = "unattributed";

    /** What one thing earned of one deal under one model. */
    private record Earned(Model model, String label, Optional<RecordRef> campaign, Fraction share, Money money) {
        Earned plus(Credit credit) {
            Money sum = new Money(money.minor() + credit.money().minor(), money.currency());
            return new Earned(model, label, campaign, share.plus(credit.share()), sum);
        }
    }

    private final Setup setup;
    private final Identity identity;

    CreditPlan(Setup setup, Identity identity) {
        this.setup = setup;
        this.identity = identity;
    }

    List<PlannedWrite> plan(Desk desk, AggregateState deal) {
        List<PlannedWrite> planned = new ArrayList<>();
        Optional<Connected> crm = setup.connected(Role.CRM);
        Optional<Mapping> mapping = crm.flatMap(found -> setup.mappings().mapping(found.system(), Kind.CREDIT));
        if (mapping.isEmpty() || !isWon(deal)) {
            return planned;
        }
        for (Earned earned : earned(desk, deal)) {
            row(desk, deal, crm.orElseThrow(), mapping.get(), earned).ifPresent(planned::add);
        }
        return planned;
    }

    /** The person's share of its deals under the linear model, as a fact. */
    AggregateState credited(Desk desk, AggregateState person, List<AggregateState> deals, Instant now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (AggregateState deal : deals) {
            if (isWon(deal)) {
                for (Credit credit : credits(desk, deal, Model.LINEAR, person)) {
                    boolean own = credit.touch()
                            .filter(touch -> touch.person().equals(person.id()))
                            .isPresent();
                    sum = own ? sum.add(credit.money().amount()) : sum;
                }
            }
        }
        FieldValue value = new FieldValue.Number(sum);
        if (value.equals(person.value("creditAmount"))
                || (sum.signum() == 0 && person.value("creditAmount").isBlank())) {
            return person;
        }
        return person.withFact(
                "creditAmount",
                new Fact(
                        value,
                        Optional.empty(),
                        now,
                        now,
                        now,
                        "linear credit over the person's touches",
                        "attribution"));
    }

    private List<Earned> earned(Desk desk, AggregateState deal) {
        Map<String, Earned> rows = new LinkedHashMap<>();
        for (Model model : Model.values()) {
            for (Credit credit : credits(desk, deal, model, deal)) {
                Optional<Touchpoint> touch = credit.touch().map(PersonTouch::touch);
                String label = touch.map(Touchpoint::label).orElse(UNATTRIBUTED);
                Earned nothing = new Earned(
                        model,
                        label,
                        touch.flatMap(Touchpoint::campaign),
                        Fraction.ZERO,
                        new Money(0, credit.money().currency()));
                rows.merge(model.word() + "|" + label, nothing.plus(credit), (known, more) -> known.plus(credit));
            }
        }
        return rows.values().stream()
                .filter(earned ->
                        earned.money().minor() != 0 || facet(deal, part(earned)).isPresent())
                .toList();
    }

    private List<Credit> credits(Desk desk, AggregateState deal, Model model, AggregateState present) {
        List<PersonTouch> touches = new ArrayList<>();
        OpportunityFlow.people(deal).stream()
                .flatMap(ref -> desk.owner(ref).stream())
                .filter(owner -> owner.kind() == Kind.PERSON)
                .distinct()
                .map(owner -> owner.equals(present.id()) ? present : desk.state(owner))
                .forEach(person -> person.touches().forEach(touch -> touches.add(new PersonTouch(person.id(), touch))));
        Instant won = Optional.ofNullable(deal.facts().get("won")).map(Fact::at).orElse(Instant.EPOCH);
        return Attribution.credits(model, TouchPath.to(won, touches), amount(deal));
    }

    private static boolean isWon(AggregateState deal) {
        return deal.value("won").equals(TRUE) && deal.value("amount") instanceof FieldValue.Number;
    }

    private static Money amount(AggregateState deal) {
        BigDecimal amount = deal.value("amount") instanceof FieldValue.Number number ? number.value() : BigDecimal.ZERO;
        FieldValue code = deal.value("currency");
        return Money.of(amount, Currency.getInstance(code.isBlank() ? "USD" : code.text()));
    }

    private Optional<PlannedWrite> row(Desk desk, AggregateState deal, Connected crm, Mapping mapping, Earned earned) {
        ObjectType type = mapping.targets().get(0);
        Slot slot = new Slot(crm.id(), type, part(earned));
        String key = identity.key(deal.id(), part(earned));
        Map<FieldName, Writing> desired = mapping.write(view(deal, crm, earned, key), type);
        Optional<Facet> known = facet(deal, part(earned));
        Diff diff = new Diff(mapping, field -> setup.rule(mapping.kind(), field));
        Map<FieldName, PlannedField> fields = known.map(
                        facet -> diff.update(desired, facet, Entries.onTheWay(desk.open(deal.id()), slot)))
                .orElseGet(() -> diff.create(desired, type));
        return fields.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlannedWrite(slot, known.map(Facet::ref), key, Lane.ATTRIBUTION, "", false, fields));
    }

    private View view(AggregateState deal, Connected crm, Earned earned, String key) {
        Map<String, FieldValue> fields = new LinkedHashMap<>();
        fields.put("key", new FieldValue.Text(key));
        deal.facets().keySet().stream()
                .filter(ref -> ref.connection().equals(crm.id()))
                .filter(ref -> facetPart(deal, ref).isEmpty())
                .findFirst()
                .ifPresent(ref -> fields.put("opportunity", new FieldValue.Text(ref.id())));
        fields.put(
                "campaign",
                earned.campaign()
                        .filter(ref -> ref.connection().equals(crm.id()))
                        .map(ref -> FieldValue.ofText(ref.id()))
                        .orElse(FieldValue.BLANK));
        fields.put("label", new FieldValue.Text(earned.label()));
        fields.put("model", new FieldValue.Text(earned.model().word()));
        fields.put("amount", new FieldValue.Number(earned.money().amount()));
        fields.put("currency", new FieldValue.Text(earned.money().currency().getCurrencyCode()));
        fields.put("share", new FieldValue.Number(earned.share().percent(4)));
        fields.put("run", new FieldValue.Text(run(deal, earned)));
        return View.of("credit", fields);
    }

    /** The same inputs are the same run. */
    private static String run(AggregateState deal, Earned earned) {
        CRC32 crc = new CRC32();
        crc.update((deal.value("amount").text() + "|" + earned.share()).getBytes(StandardCharsets.UTF_8));
        return "run-" + Long.toString(crc.getValue(), 36);
    }

    private static String facetPart(AggregateState deal, RecordRef ref) {
        Facet facet = deal.facets().get(ref);
        return facet == null ? "" : facet.part();
    }

    private static String part(Earned earned) {
        CRC32 crc = new CRC32();
        crc.update(earned.label().getBytes(StandardCharsets.UTF_8));
        return earned.model().word() + "-" + Long.toString(crc.getValue(), 36);
    }

    private static Optional<Facet> facet(AggregateState deal, String part) {
        return deal.facets().values().stream()
                .filter(facet -> facet.part().equals(part))
                .findFirst();
    }
}
