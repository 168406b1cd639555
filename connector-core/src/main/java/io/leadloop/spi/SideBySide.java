package io.leadloop.spi;

import io.leadloop.failure.CallFailed;
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

/** Rows of more than one call, sent side by side on threads of their own. Any thread may use it. */
public final class SideBySide implements AutoCloseable {

    private final int rows;
    private final ExecutorService threads;

    /**
     * @param name of the threads, before their number
     * @param rows that one call takes
     * @param calls at a time
     */
    public SideBySide(String name, int rows, int calls) {
        this.rows = rows;
        threads = Executors.newFixedThreadPool(calls, named(name));
    }

    /**
     * One outcome for each row, in order. A call that certainly did nothing refuses its rows alone; if all calls did
     * nothing, the first one's {@code CallFailed} is thrown.
     *
     * @param call one outcome for each of its rows
     */
    public <T> List<WriteOutcome> write(List<T> all, Function<List<T>, List<WriteOutcome>> call) {
        if (all.size() <= rows) {
            return all.isEmpty() ? List.of() : call.apply(all);
        }
        List<List<T>> parts = parts(all, rows);
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
                outcomes.addAll(Collections.nCopies(parts.get(i).size(), new WriteOutcome.Rejected(why.failure())));
            }
        }
        if (failed.size() == parts.size()) {
            throw failed.get(0);
        }
        return outcomes;
    }

    /** Of this size each, the last one smaller. */
    public static <T> List<List<T>> parts(List<T> all, int size) {
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
