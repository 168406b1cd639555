package io.leadloop.app.announce;

import java.time.Instant;

/**
 * A webhook on its way to one endpoint.
 *
 * @param id the same for the same fact and endpoint, however often it is told
 * @param endpoint its address
 * @param body as it is signed and sent, each time the same
 * @param due the next try
 */
public record Message(String id, String endpoint, String event, String body, Instant madeAt, Instant due, int tries) {

    Message again(Instant next) {
        return new Message(id, endpoint, event, body, madeAt, next, tries + 1);
    }
}
