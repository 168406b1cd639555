package io.leadloop.app.loop;

import io.leadloop.ledger.Store;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A store whose process is killed at one of its commits: just before it or just after it. */
final class DyingStore {

    /** Nothing may catch it, as nothing catches a kill. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    enum Moment {
        BEFORE,
        AFTER
    }

    private final Store store;
    private final int deadly;
    private final Moment moment;
    private int commits;

    /** @param deadly the number of the commit, counted from 1 */
    DyingStore(Store store, int deadly, Moment moment) {
        this.store = store;
        this.deadly = deadly;
        this.moment = moment;
    }

    int commits() {
        return commits;
    }

    Store store() {
        return (Store) Proxy.newProxyInstance(
                Store.class.getClassLoader(), new Class<?>[] {Store.class}, (proxy, method, arguments) -> {
                    boolean deadlyNow = method.getName().equals("commit") && ++commits == deadly;
                    if (deadlyNow && moment == Moment.BEFORE) {
                        throw new Killed();
                    }
                    Object result;
                    try {
                        result = method.invoke(store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                    if (deadlyNow) {
                        throw new Killed();
                    }
                    return result;
                });
    }
}
