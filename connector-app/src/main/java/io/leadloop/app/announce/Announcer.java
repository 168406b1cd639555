package io.leadloop.app.announce;

import io.leadloop.canonical.AggregateId;
import io.leadloop.canonical.Answer;
import io.leadloop.canonical.Handoff;
import io.leadloop.canonical.Kind;
import io.leadloop.canonical.ReasonCode;
import io.leadloop.ledger.Changes;
import io.leadloop.lifecycle.Decision;
import io.leadloop.state.AggregateState;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/** Turns what a commit changes into messages, before it is committed, so that both are written or none. */
public final class Announcer implements Function<Changes, List<Message>> {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int ID_BYTES = 16;

    private final List<Endpoint> endpoints;
    private final Function<Collection<AggregateId>, Map<AggregateId, AggregateState>> load;
    private final InstantSource clock;

    /** @param load people as they are before the commit */
    public Announcer(
            List<Endpoint> endpoints,
            Function<Collection<AggregateId>, Map<AggregateId, AggregateState>> load,
            InstantSource clock) {
        this.endpoints = List.copyOf(endpoints);
        this.load = load;
        this.clock = clock;
    }

    @Override
    public List<Message> apply(Changes changes) {
        List<AggregateState> people = changes.states().values().stream()
                .filter(state ->
                        state.id().kind() == Kind.PERSON && state.mergedInto().isEmpty())
                .filter(state -> state.version() > 0 || state.journey().cycle() > 0)
                .toList();
        if (people.isEmpty()) {
            return List.of();
        }
        Map<AggregateId, AggregateState> before =
                load.apply(people.stream().map(AggregateState::id).toList());
        Instant now = clock.instant();
        List<Message> messages = new ArrayList<>();
        for (AggregateState person : people) {
            for (Happened fact : Happened.between(Optional.ofNullable(before.get(person.id())), person, now)) {
                endpoints.stream()
                        .filter(endpoint -> endpoint.events().contains(fact.event()))
                        .forEach(endpoint -> messages.add(message(fact, endpoint, now)));
            }
        }
        return messages;
    }

    private static Message message(Happened fact, Endpoint endpoint, Instant now) {
        String url = endpoint.url().toString();
        String what = fact.person().id() + "|" + fact.event() + "|" + fact.number() + "|"
                + fact.handoff()
                        .map(Handoff::qualifiedAt)
                        .map(Instant::toString)
                        .orElse(fact.at().toString());
        return new Message(
                "msg_" + hash(url + "|" + what), url, fact.event().word(), body(fact, endpoint), now, now, 0);
    }

    private static String body(Happened fact, Endpoint endpoint) {
        Map<String, Object> data = new LinkedHashMap<>();
        String person = fact.person().id().value();
        data.put("person", person);
        if (endpoint.withEmail()) {
            data.put("email", fact.person().value("email").text());
        }
        fact.handoff().ifPresent(handoff -> {
            data.put("handoff", person + "-" + handoff.cycle());
            data.put("cycle", handoff.cycle());
            data.put("state", handoff.state().name());
            data.put("decision", Decision.of(handoff).name());
            handoff.answerBy().ifPresent(at -> data.put("answerBy", at.toString()));
            handoff.reason().map(ReasonCode::value).ifPresent(reason -> data.put("reason", reason));
            handoff.answer().flatMap(Answer::revisitOn).ifPresent(day -> data.put("revisitOn", day.toString()));
        });
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", fact.event().word());
        body.put("timestamp", fact.at().toString());
        body.put("data", data);
        return JSON.writeValueAsString(body);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
