package io.leadloop.hubspot;

import java.util.Optional;

/** Calls of the day, which ends at midnight where the portal is, by all private apps together. */
public record DailyCalls(long used, long limit) {

    static Optional<DailyCalls> of(Reply reply) {
        String limit = reply.header("x-hubspot-ratelimit-daily");
        String left = reply.header("x-hubspot-ratelimit-daily-remaining");
        if (!limit.matches("[0-9]{1,12}") || !left.matches("[0-9]{1,12}")) {
            return Optional.empty();
        }
        long most = Long.parseLong(limit);
        return Optional.of(new DailyCalls(most - Long.parseLong(left), most));
    }
}
