package io.leadloop.app.explain;

import io.leadloop.app.config.Account;
import io.leadloop.app.config.Configuration;
import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.ledger.Store;
import io.leadloop.state.AggregateState;
import io.leadloop.state.Link;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds people by what a person types: a mail address, {@code hubspot:1042}, {@code salesforce:00Q...}, or our own id. */
public final class PersonSearch {

    private static final List<ObjectType> HUBSPOT = List.of(new ObjectType("contact"));
    private static final List<ObjectType> SALESFORCE = List.of(new ObjectType("Lead"), new ObjectType("Contact"));

    private final Configuration configuration;
    private final Store store;

    public PersonSearch(Configuration configuration, Store store) {
        this.configuration = configuration;
        this.store = store;
    }

    /** None, one, or several who share the address. Persons that were merged give the one that they became. */
    public List<AggregateState> find(String words) {
        String typed = words.trim();
        List<AggregateId> ids = typed.contains("@")
                ? store.find(Kind.PERSON, "email", List.of(typed.toLowerCase(Locale.ROOT))).values().stream()
                        .flatMap(List::stream)
                        .toList()
                : typed.contains(":") ? byRecord(typed) : List.of(new AggregateId(Kind.PERSON, typed));
        return survivors(ids);
    }

    private List<AggregateId> byRecord(String typed) {
        String vendor = typed.substring(0, typed.indexOf(':')).toLowerCase(Locale.ROOT);
        String id = typed.substring(typed.indexOf(':') + 1);
        List<RecordRef> refs = new ArrayList<>();
        for (Account account : configuration.accounts()) {
            boolean isHubSpot = account instanceof Account.HubSpot;
            if (vendor.equals(isHubSpot ? "hubspot" : "salesforce")) {
                (isHubSpot ? HUBSPOT : SALESFORCE).forEach(type -> refs.add(new RecordRef(account.id(), type, id)));
            }
        }
        return store.links(refs).values().stream().map(Link::aggregate).toList();
    }

    private List<AggregateState> survivors(List<AggregateId> ids) {
        List<AggregateState> found = new ArrayList<>();
        Map<AggregateId, AggregateState> states = store.load(ids);
        for (AggregateState state : states.values()) {
            AggregateState survivor = state.mergedInto()
                    .map(into -> store.load(List.of(into)).getOrDefault(into, state))
                    .orElse(state);
            if (found.stream().noneMatch(known -> known.id().equals(survivor.id()))) {
                found.add(survivor);
            }
        }
        return found;
    }
}
