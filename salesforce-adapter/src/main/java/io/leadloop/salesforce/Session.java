package io.leadloop.salesforce;

import io.leadloop.failure.CallFailed;
import io.leadloop.failure.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The one session of a connection, shared by all threads. Whoever finds it refused asks for a newer one; one login serves
 * all who ask meanwhile, and they share its failure too. A login that needs a person is not tried again for a while.
 */
final class Session {

    private static final Duration PAUSE = Duration.ofSeconds(30);

    /** @param generation counts logins, so that a login that gives the same token again is still a new one */
    record Held(int generation, AccessToken token) {}

    private final Supplier<AccessToken> login;
    private final InstantSource clock;
    private @Nullable Held held;
    private @Nullable CompletableFuture<Held> running;
    private @Nullable CallFailed refused;
    private Instant pausedUntil = Instant.MIN;
    private int generation;

    Session(Supplier<AccessToken> login, InstantSource clock) {
        this.login = login;
        this.clock = clock;
    }

    Held current() {
        return newerThan(0);
    }

    /** A session that was made after this one was. */
    Held after(Held expired) {
        return newerThan(expired.generation());
    }

    /** One of a later login than the {@code seen}th. */
    Held newerThan(int seen) {
        CompletableFuture<Held> shared;
        boolean mine;
        synchronized (this) {
            if (held != null && held.generation() > seen) {
                return held;
            }
            if (refused != null && clock.instant().isBefore(pausedUntil)) {
                throw new CallFailed(refused.failure());
            }
            mine = running == null;
            if (running == null) {
                running = new CompletableFuture<>();
            }
            shared = running;
        }
        if (mine) {
            logIn(shared);
        }
        try {
            return shared.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof CallFailed failed) {
                throw new CallFailed(failed.failure());
            }
            throw e;
        }
    }

    private void logIn(CompletableFuture<Held> shared) {
        try {
            AccessToken token = login.get();
            Held fresh;
            synchronized (this) {
                fresh = new Held(++generation, token);
                held = fresh;
                refused = null;
                running = null;
            }
            shared.complete(fresh);
        } catch (RuntimeException e) {
            synchronized (this) {
                held = null;
                running = null;
                if (e instanceof CallFailed failed
                        && failed.failure().kind().disposition() == Disposition.HOLD_CONNECTION) {
                    refused = failed;
                    pausedUntil = clock.instant().plus(PAUSE);
                }
            }
            shared.completeExceptionally(e);
        }
    }
}
