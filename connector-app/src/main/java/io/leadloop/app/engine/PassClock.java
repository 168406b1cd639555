package io.leadloop.app.engine;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Failure;
import io.leadloop.failure.FailureKind;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The machine's time; or that of simulators, which is asked for at the beginning of a pass and then stands still. */
public final class PassClock implements InstantSource {

    private static final int PATIENCE_MILLIS = 5_000;

    private final Optional<URI> simulators;
    private volatile Optional<Instant> standing = Optional.empty();

    public PassClock(Optional<URI> simulators) {
        this.simulators = simulators;
    }

    public boolean isSimulated() {
        return simulators.isPresent();
    }

    /** @throws CallFailed TRANSIENT if the simulators do not answer */
    public void begin() {
        standing = simulators.map(PassClock::ask);
    }

    @Override
    public Instant instant() {
        if (simulators.isEmpty()) {
            return Instant.now();
        }
        if (standing.isEmpty()) {
            begin();
        }
        return standing.orElseThrow();
    }

    private static Instant ask(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_MILLIS);
            connection.setReadTimeout(PATIENCE_MILLIS);
            try (InputStream body = connection.getInputStream()) {
                return Instant.parse(
                        JsonMapper.builder().build().readTree(body).path("now").asString());
            }
        } catch (IOException e) {
            throw new CallFailed(
                    Failure.of(
                            FailureKind.TRANSIENT, "LL-CLOCK", "the simulators' clock does not answer at " + address),
                    e);
        }
    }
}
