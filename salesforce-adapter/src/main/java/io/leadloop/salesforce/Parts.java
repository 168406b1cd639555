package io.leadloop.salesforce;

import io.leadloop.failure.CallFailed;
import io.leadloop.spi.WriteOutcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Rows of more than one call, sent side by side. Five long calls at a time is what the smallest org allows
 * (salesforce.md 6).
 */
final class Parts implements AutoCloseable {

    /** Rows that one call takes (salesforce.md 2.9). */
    static final int ROWS = 200;

    static final int AT_A_TIME = 5;

    private final ExecutorService threads;

    Parts(String connection) {
        threads = Executors.newFixedThreadPool(AT_A_TIME, named("salesforce-" + connection + "-write-"));
    }

    /**
     * One outcome for each row, in order. A call that certainly did nothing refuses its rows alone; if all calls did
     * nothing, the first one's {@code CallFailed} is thrown.
     *
     * @param call one outcome for each of its rows
     */
    <T> List<WriteOutcome> write(List<T> rows, Function<List<T>, List<WriteOutcome>> call) {
        if (rows.size() <= ROWS) {
            return rows.isEmpty() ? List.of() : call.apply(rows);
        }
        List<List<T>> parts = of(rows, ROWS);
        List<CompletableFuture<List<WriteOutcome>>> running = parts.stream()
                .map(part -> CompletableFuture.supplyAsync(() -> call.apply(part), threads))
                .toList();
        List<WriteOutcome> outcomes = new ArrayList<>();
        List<CallFailed> failed = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            try {
                outcomes.addAll(running.get(i).join());
            } catch (CompletionException e) {
                if (!(e.getCause() instanceof CallFailed why)) {
                    throw e;
                }
                failed.add(why);
                outcomes.addAll(refused(parts.get(i).size(), why));
            }
        }
        if (failed.size() == parts.size()) {
            throw failed.get(0);
        }
        return outcomes;
    }

    static List<WriteOutcome> refused(int rows, CallFailed why) {
        return Collections.nCopies(rows, new WriteOutcome.Rejected(why.failure()));
    }

    static <T> List<List<T>> of(List<T> all, int size) {
        List<List<T>> parts = new ArrayList<>();
        for (int from = 0; from < all.size(); from += size) {
            parts.add(all.subList(from, Math.min(all.size(), from + size)));
        }
        return parts;
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
