package io.leadloop.pipeline;

import io.leadloop.failure.CallFailed;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Reads the next page of a source while the one before is being worked on. For one thread; reads on one of its own. */
final class ReadAhead implements AutoCloseable {

    private final ExecutorService reader = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "read-ahead");
        thread.setDaemon(true);
        return thread;
    });
    private Optional<Future<ChangePage>> coming = Optional.empty();

    /** The page at the cursor; it is at hand if it was begun. */
    ChangePage page(ChangeSource source, ChangeCursor cursor, int limit) {
        if (coming.isEmpty()) {
            return source.poll(cursor, limit);
        }
        Future<ChangePage> begun = coming.get();
        coming = Optional.empty();
        try {
            return begun.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CallFailed failed) {
                throw failed;
            }
            throw new IllegalStateException("a page could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a page was read", e);
        }
    }

    void begin(ChangeSource source, ChangeCursor cursor, int limit) {
        coming = Optional.of(reader.submit(() -> source.poll(cursor, limit)));
    }

    /** A page that is being read is left behind: reading changes nothing. */
    @Override
    public void close() {
        reader.shutdownNow();
    }
}
