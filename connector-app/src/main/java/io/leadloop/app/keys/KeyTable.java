package io.leadloop.app.keys;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where keys are kept; a change counts at once, for every process. */
public interface KeyTable {

    void add(ApiKey key);

    /** Revoked ones, too; oldest first. */
    List<ApiKey> all();

    Optional<ApiKey> find(String id);

    /** False if there is no such key, or it was revoked before. */
    boolean revoke(String id, Instant at);
}
