package io.leadloop.salesforce;

import io.leadloop.canonical.FieldName;
import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.fixtures.contract.SimulatedSandbox;
import io.leadloop.fixtures.contract.Subject;
import io.leadloop.fixtures.contract.VendorError;
import io.leadloop.fixtures.simulator.Fault;
import io.leadloop.spi.VendorAdapter;
import io.leadloop.spi.WriteOutcome;
import io.leadloop.spi.WriteRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leads in a simulated org. */
final class SalesforceSandbox extends SimulatedSandbox {

    private static final ObjectType LEAD = new ObjectType("Lead");
    private static final FieldName OPT_OUT = new FieldName("HasOptedOutOfEmail");
    private static final FieldName TITLE = new FieldName("Title");

    private final SimulatedOrg org;

    private SalesforceSandbox(SimulatedOrg org) {
        super(
                org.control,
                SimulatedOrg.CRM,
                new Subject(
                        LEAD,
                        new FieldName("LeadLoop_Key__c"),
                        TITLE,
                        new FieldName("LeadLoop_Reason__c"),
                        "F-ENGAGE",
                        "TOO-COLD",
                        Optional.of(new FieldName("LastName"))),
                new FieldName("Id"));
        this.org = org;
    }

    static SalesforceSandbox open() {
        return new SalesforceSandbox(SimulatedOrg.usual());
    }

    @Override
    public VendorAdapter adapter() {
        return org.adapter;
    }

    @Override
    public Map<FieldName, FieldValue> minimum(String mark) {
        return Map.of(
                new FieldName("LastName"), new FieldValue.Text("Lead " + mark),
                new FieldName("Company"), new FieldValue.Text("Acme"),
                new FieldName("Email"), new FieldValue.Text(mark + "@person.example"));
    }

    @Override
    public RecordRef missing() {
        return new RecordRef(SimulatedOrg.CRM, LEAD, "00Q000000000999EAA");
    }

    /** Salesforce names none; this is the adapter's own for a used-up daily limit. */
    @Override
    public Optional<Duration> hint() {
        return Optional.of(Duration.ofMinutes(15));
    }

    @Override
    public Set<String> secrets() {
        return Set.of("sim-secret", "sim-client");
    }

    @Override
    public List<VendorError> errors() {
        return List.of(
                new VendorError("UNABLE_TO_LOCK_ROW", FailureKind.TRANSIENT, () -> {
                    RecordRef ref = create("locked", Map.of());
                    control().faults(List.of(Fault.once("row-lock", "Lead", Map.of())));
                    return rejected(ref, TITLE, "x");
                }),
                new VendorError("CANNOT_UPDATE_CONVERTED_LEAD", FailureKind.NOT_FOUND, () -> {
                    RecordRef ref = create("converted", Map.of());
                    control().act("convert", "Robin Admin", Map.of("leadId", ref.id()));
                    return rejected(ref, TITLE, "x");
                }),
                new VendorError("ENTITY_IS_DELETED", FailureKind.NOT_FOUND, () -> {
                    RecordRef ref = create("deleted", Map.of());
                    delete(ref);
                    return rejected(ref, TITLE, "x");
                }),
                new VendorError(
                        "STRING_TOO_LONG",
                        FailureKind.INVALID,
                        () -> rejected(create("long", Map.of()), TITLE, "x".repeat(500))),
                new VendorError(
                        "INVALID_FIELD",
                        FailureKind.MISCONFIGURED,
                        () -> rejected(create("unknown", Map.of()), new FieldName("Nonsense__c"), "x")),
                new VendorError(
                        "INVALID_CROSS_REFERENCE_KEY",
                        FailureKind.INVALID,
                        () -> rejected(create("owner", Map.of()), new FieldName("OwnerId"), "005000000000999EAA")));
    }

    private Failure rejected(RecordRef ref, FieldName field, String text) {
        WriteOutcome outcome = org.adapter
                .writer()
                .write(List.of(
                        new WriteRequest.Update(ref, Map.of(field, new FieldValue.Text(text)), Optional.empty())))
                .get(0);
        if (outcome instanceof WriteOutcome.Rejected rejected) {
            return rejected.failure();
        }
        throw new AssertionError("expected Rejected, got " + outcome);
    }

    @Override
    public String address(RecordRef ref) {
        return stored(ref, new FieldName("Email"));
    }

    @Override
    public boolean permitsMail(RecordRef ref) {
        return !stored(ref, OPT_OUT).equals("true");
    }

    /** The org's daily limit; the host plays it as a fault of the SOAP service. */
    @Override
    protected Fault throttle() {
        return new Fault("status", "", 0, 1_000, Map.of("status", "429"));
    }

    @Override
    protected Map<String, String> deleteArguments(RecordRef ref) {
        return Map.of("id", ref.id());
    }

    @Override
    protected Map<String, String> mergeArguments(RecordRef survivor, RecordRef loser) {
        return Map.of("masterId", survivor.id(), "mergedIds", loser.id());
    }

    @Override
    public void close() {
        org.close();
    }
}
