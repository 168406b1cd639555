package io.leadloop.app.loop;

import io.leadloop.ledger.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store that does not answer for a while, or whose process is killed at a commit. */
final class FlakyStore {

    /** What a database says that cannot be reached. */
    static final class Away extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final Store store;
    private int away;
    private int deadly;
    private DyingStore.Moment moment = DyingStore.Moment.AFTER;

    FlakyStore(Store store) {
        this.store = store;
    }

    /** The next calls fail. */
    void goAway(int calls) {
        away = calls;
    }

    /** The process is killed at this commit, counted from 1. */
    void die(int commit, DyingStore.Moment when) {
        deadly = commit;
        moment = when;
    }

    boolean isHurt() {
        return away > 0 || deadly > 0;
    }

    void heal() {
        away = 0;
        deadly = 0;
    }

    Store store() {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    if (away > 0) {
                        away--;
                        throw new Away();
                    }
                    boolean dies = method.getName().equals("commit") && deadly > 0 && --deadly == 0;
                    if (dies && moment == DyingStore.Moment.BEFORE) {
                        throw new DyingStore.Killed();
                    }
                    Object result;
                    try {
                        result = method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    if (dies) {
                        throw new DyingStore.Killed();
                    }
                    return result;
                });
    }
}
