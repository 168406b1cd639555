package io.leadloop.salesforce.plugin;

import io.leadloop.canonical.FieldName;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.FailureKind;
import io.leadloop.spi.Adoption;
import io.leadloop.spi.Holding;
import io.leadloop.spi.InstallOrder;
import io.leadloop.spi.InstallReport;
import io.leadloop.spi.Installed;
import io.leadloop.spi.ObjectSchema;
import io.leadloop.spi.PartProblem;
import io.leadloop.spi.Plugin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/** The package in {@code sfdx}, deployed by the metadata REST API in one piece: all of it or nothing. */
public final class SalesforcePlugin implements Plugin {

    private static final List<String> PEOPLE = List.of("Lead", "Contact");

    private final SalesforceRest rest;
    private final OrgView org;
    private final Deploying deploying;
    private final SourceTree tree;

    /** @param between two questions about a deployment */
    public SalesforcePlugin(SalesforceRest rest, Duration between) {
        this(rest, pause -> LockSupport.parkNanos(pause.toNanos()), between, SourceTree.shipped());
    }

    SalesforcePlugin(SalesforceRest rest, Consumer<Duration> pause, Duration between, SourceTree tree) {
        this.rest = rest;
        this.org = new OrgView(rest);
        this.deploying = new Deploying(rest, pause, between);
        this.tree = tree;
    }

    @Override
    public String version() {
        return PackageVersion.of(new PackageSource(tree));
    }

    @Override
    public Installed look(Set<String> adopted) {
        SourceTree beside = tree;
        for (String field : adopted) {
            if (field.equals(Adopted.OURS)) {
                continue;
            }
            beside = new Adopted(new Adoption(field, Map.of()), owners(field)).of(beside);
        }
        return new Looking(new PackageSource(beside), org).look();
    }

    /** A picklist of leads; that of contacts is used as well if it has the same name. */
    @Override
    public Optional<ObjectSchema.Field> adoptable(String field) {
        return org.fields("Lead")
                .flatMap(fields -> Optional.ofNullable(fields.get(field)))
                .filter(found ->
                        found.type().equals("picklist") && !found.name().equals(Adopted.OURS))
                .map(SalesforcePlugin::schema);
    }

    @Override
    public InstallReport install(InstallOrder order, Consumer<String> progress) {
        List<PartProblem> problems = refusals(order);
        boolean influence = order.with().contains(SourceTree.CAMPAIGN_INFLUENCE);
        SourceTree beside = influence ? tree.and(SourceTree.influence()) : tree;
        Set<String> theirs = new TreeSet<>();
        for (Adoption adoption : order.adopted()) {
            Adopted adopted = new Adopted(adoption, owners(adoption.field()));
            beside = adopted.of(beside);
            theirs.addAll(adopted.fields());
        }
        problems.addAll(check(new PackageSource(beside), theirs));
        if (!problems.isEmpty()) {
            return InstallReport.refused(problems);
        }
        Installed before = new Looking(new PackageSource(beside), org).look();
        if (before.standing() == Installed.Standing.NEWER) {
            return InstallReport.refused(List.of(new PartProblem(
                    "version " + before.version(),
                    "The org has a newer package than this program brings, which is " + version(),
                    "Install it with a LeadLoop that is as new, or newer")));
        }
        List<String> notes = new ArrayList<>();
        if (before.standing() != Installed.Standing.ABSENT) {
            Choices choices = new Choices(org);
            beside = choices.keep(beside);
            notes.addAll(choices.notes());
        }
        return deploy(PackageZip.of(new PackageSource(beside)), order, notes, progress);
    }

    @Override
    public List<Holding> holdings() {
        return new Stock(new PackageSource(tree), org).holdings();
    }

    @Override
    public void export(String table, Consumer<Map<String, String>> row) {
        new Stock(new PackageSource(tree), org).rows(table, row);
    }

    @Override
    public InstallReport remove(boolean checkOnly, Consumer<String> progress) {
        if (look(Set.of()).standing() == Installed.Standing.ABSENT) {
            return new InstallReport(true, List.of(), List.of(), List.of());
        }
        try {
            SourceTree there = hasInfluence() ? tree.and(SourceTree.influence()) : tree;
            return new Removal(new PackageSource(there), org, rest, deploying).run(checkOnly, progress);
        } catch (CallFailed e) {
            return forbidden(e);
        }
    }

    /** An org without Campaign Influence knows no such object. */
    private boolean hasInfluence() {
        try {
            return org.count("SELECT COUNT() FROM CampaignInfluenceModel WHERE DeveloperName = 'LeadLoop_Linear'") > 0;
        } catch (CallFailed e) {
            if (e.failure().kind() == FailureKind.TRANSIENT || e.failure().kind() == FailureKind.THROTTLED) {
                throw e;
            }
            return false;
        }
    }

    private InstallReport deploy(PackageZip zip, InstallOrder order, List<String> notes, Consumer<String> progress) {
        try {
            Deployment done = deploying.run(zip, order.checkOnly(), progress);
            if (done.good() && order.with().contains(SourceTree.CAMPAIGN_INFLUENCE)) {
                notes.add("The model LeadLoop Linear stays empty: LeadLoop writes no rows of Campaign Influence yet,"
                        + " its credit is in LeadLoop_Credit__c.");
            }
            if (done.good() && !order.checkOnly()) {
                notes.add(new Rights(rest, org).give());
                notes.add(
                        "Still yours to do: give reps LeadLoop Rep, put the panel on your pages (docs/admin-salesforce.md).");
            }
            return new InstallReport(true, done.changes(), done.reasons(), done.good() ? notes : List.of());
        } catch (CallFailed e) {
            return forbidden(e);
        }
    }

    private static InstallReport forbidden(CallFailed e) {
        if (e.failure().kind() != FailureKind.FORBIDDEN) {
            throw e;
        }
        return new InstallReport(
                true,
                List.of(),
                List.of(new PartProblem(
                        e.failure().code(),
                        "The user that LeadLoop logs in as may not change the org's set-up",
                        "Give it 'Modify Metadata Through Metadata API Functions' for the time of this command,"
                                + " or run the command with an administrator's login in --config FILE")),
                List.of());
    }

    private static List<PartProblem> refusals(InstallOrder order) {
        List<PartProblem> problems = new ArrayList<>();
        for (String part : new TreeSet<>(order.with())) {
            if (!part.equals(SourceTree.CAMPAIGN_INFLUENCE)) {
                problems.add(new PartProblem("--with " + part, "There is no part '" + part + "'", "Leave it out"));
            }
        }
        if (order.adopted().size() > 1) {
            problems.add(
                    new PartProblem("--adopt", "Only one field can stand for our reason field", "Name one of them"));
        }
        return problems;
    }

    /** All that is wrong in the files themselves. */
    static List<PartProblem> check(PackageSource source, Set<String> theirs) {
        List<PartProblem> problems = new ArrayList<>(source.problems());
        problems.addAll(new SchemaCheck(MetadataTable.shipped()).of(source));
        problems.addAll(new ReferenceCheck(source, theirs).problems());
        problems.addAll(new TargetConfigCheck().of(source));
        return problems;
    }

    private Set<String> owners(String field) {
        Set<String> owners = new TreeSet<>();
        for (String object : PEOPLE) {
            org.fields(object)
                    .map(fields -> fields.get(field))
                    .filter(found -> found.type().equals("picklist"))
                    .ifPresent(found -> owners.add(object));
        }
        return owners;
    }

    private static ObjectSchema.Field schema(OrgField field) {
        return new ObjectSchema.Field(
                new FieldName(field.name()),
                field.label(),
                field.type(),
                field.length(),
                field.writable(),
                false,
                field.unique(),
                field.restricted(),
                field.values().stream()
                        .map(value -> new ObjectSchema.AllowedValue(value.name(), value.label(), value.active()))
                        .toList());
    }
}
