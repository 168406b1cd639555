package io.leadloop.app.loop;

import io.leadloop.canonical.Role;
import io.leadloop.pipeline.Connected;
import io.leadloop.pipeline.Setup;
import io.leadloop.spi.ChangeCursor;
import io.leadloop.spi.ChangePage;
import io.leadloop.spi.ChangeSource;
import io.leadloop.spi.Projection;
import io.leadloop.spi.VendorAdapter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;

/** A set-up whose polls do not see what changes in one object of the CRM; it can be read by id all the same. */
final class Blind {

    private Blind() {}

    static Setup to(String type, Setup setup) {
        List<Connected> blind = setup.connections().stream()
                .map(connected -> connected.role() == Role.CRM
                        ? new Connected(
                                connected.id(), connected.system(), connected.role(), to(type, connected.adapter()))
                        : connected)
                .toList();
        return setup.through(blind);
    }

    private static VendorAdapter to(String type, VendorAdapter adapter) {
        return (VendorAdapter) Proxy.newProxyInstance(
                VendorAdapter.class.getClassLoader(),
                new Class<?>[] {VendorAdapter.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("changes")
                            && ((Projection) arguments[0]).type().value().equals(type)) {
                        return new Silence();
                    }
                    try {
                        return method.invoke(adapter, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    /** Nothing new, and the cursor stays where it is. */
    private static final class Silence implements ChangeSource {

        @Override
        public ChangeCursor start(Instant from) {
            return new ChangeCursor("");
        }

        @Override
        public ChangePage poll(ChangeCursor cursor, int limit) {
            return new ChangePage(List.of(), cursor, Instant.EPOCH, false, false);
        }
    }
}
