package io.leadloop.salesforce.pubsub;

import com.salesforce.eventbus.protobuf.TopicInfo;
import com.salesforce.eventbus.protobuf.TopicRequest;
import io.grpc.StatusRuntimeException;
import io.leadloop.canonical.ObjectType;
import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import io.leadloop.salesforce.plugin.SalesforceRest;
import io.leadloop.spi.CallUsage;
import io.leadloop.spi.PushStanding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Asks for each topic, for what is selected in Setup, and for what was delivered today. The second needs View Setup and
 * Configuration; without it the topics alone decide.
 */
final class Standing {

    private static final String SELECTED =
            "SELECT SelectedEntity FROM PlatformEventChannelMember WHERE EventChannel = 'ChangeEvents'";

    private final SalesforceSessions sessions;
    private final SalesforceRest rest;
    private final Line line;

    Standing(SalesforceSessions sessions, SalesforceRest rest, Line line) {
        this.sessions = sessions;
        this.rest = rest;
        this.line = line;
    }

    PushStanding of(Set<ObjectType> types) {
        Map<ObjectType, Failure> refused = new TreeMap<>();
        Set<String> selected = selected();
        for (ObjectType type : new TreeSet<>(types)) {
            refusal(type)
                    .or(() -> isMissing(type, selected) ? Optional.of(Refusals.notSelected()) : Optional.empty())
                    .ifPresent(why -> refused.put(type, why));
        }
        return new PushStanding(refused, delivered());
    }

    private Optional<Failure> refusal(ObjectType type) {
        SalesforceAccess access = sessions.current();
        Optional<Failure> refusal = asked(type, access);
        if (refusal.filter(why -> why.kind() == FailureKind.UNAUTHENTICATED).isPresent()) {
            refusal = asked(type, sessions.after(access));
        }
        refusal.filter(why -> why.kind() != FailureKind.FORBIDDEN && !isAboutTheObject(why))
                .ifPresent(why -> {
                    throw new CallFailed(why);
                });
        return refusal;
    }

    private static boolean isAboutTheObject(Failure why) {
        return why.code().equals(Refusals.notSelected().code());
    }

    private Optional<Failure> asked(ObjectType type, SalesforceAccess access) {
        try {
            TopicInfo topic = line.asking(access)
                    .getTopic(TopicRequest.newBuilder()
                            .setTopicName(Topics.topic(type))
                            .build());
            return topic.getCanSubscribe() ? Optional.empty() : Optional.of(Refusals.forbidden());
        } catch (StatusRuntimeException e) {
            return Optional.of(Refusals.of(e));
        }
    }

    /** Empty if the user may not see it. */
    private Set<String> selected() {
        try {
            JsonNode answer = rest.get("/tooling/query?q=" + URLEncoder.encode(SELECTED, StandardCharsets.UTF_8));
            Set<String> names = new HashSet<>();
            answer.path("records")
                    .forEach(record -> names.add(record.path("SelectedEntity").asString("")));
            return names.isEmpty() ? Set.of("nothing") : names;
        } catch (CallFailed e) {
            return Set.of();
        }
    }

    /** A custom object may be listed by an id, which tells us nothing. */
    private static boolean isMissing(ObjectType type, Set<String> selected) {
        boolean opaque =
                type.value().endsWith("__c") && selected.stream().noneMatch(name -> name.endsWith("__ChangeEvent"));
        return !selected.isEmpty() && !opaque && !selected.contains(Topics.event(type));
    }

    private Optional<CallUsage> delivered() {
        JsonNode today = rest.get("/limits").path("DailyDeliveredPlatformEvents");
        return today.has("Max")
                ? Optional.of(new CallUsage(
                        today.path("Max").asLong() - today.path("Remaining").asLong(),
                        today.path("Max").asLong()))
                : Optional.empty();
    }
}
