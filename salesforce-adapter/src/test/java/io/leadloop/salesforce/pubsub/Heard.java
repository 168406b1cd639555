package io.leadloop.salesforce.pubsub;

import io.leadloop.canonical.ObjectType;
import io.leadloop.canonical.RecordRef;
import io.leadloop.failure.Failure;
import io.leadloop.spi.PushListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Writes down what it is told, a line for each thing. */
class Heard implements PushListener {

    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    @Override
    public void opened(ObjectType type) {
        lines.add("opened " + type);
    }

    @Override
    public void rang(List<RecordRef> refs) {
        refs.forEach(ref -> lines.add("rang " + ref));
    }

    @Override
    public void overflowed(ObjectType type) {
        lines.add("overflowed " + type);
    }

    @Override
    public void closed(ObjectType type, Failure why) {
        lines.add("closed " + type + " " + why.code());
    }

    /** The next line; fails if none comes. */
    String next() {
        try {
            String line = lines.poll(15, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("nothing was told");
            }
            return line;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> next(int many) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(next());
        }
        return all;
    }

    /** Lines until this one, which is the last. */
    List<String> until(String wanted) {
        List<String> all = new ArrayList<>();
        do {
            all.add(next());
        } while (!all.get(all.size() - 1).equals(wanted));
        return all;
    }

    boolean isEmpty() {
        return lines.isEmpty();
    }
}
