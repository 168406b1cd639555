package io.leadloop.app.http;

import io.leadloop.app.config.HttpAddress;
import io.leadloop.app.control.Door;
import io.leadloop.app.serve.Serving;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The HTTP interface of a serving engine while it is open. */
public final class WebServer implements AutoCloseable {

    private final AnnotationConfigServletWebServerApplicationContext context;

    private WebServer(AnnotationConfigServletWebServerApplicationContext context) {
        this.context = context;
    }

    /** Answers when this returns. @throws PortTaken if another process listens there */
    public static WebServer start(Serving serving, HttpAddress address, Door door) {
        if (!SLF4JBridgeHandler.isInstalled()) {
            SLF4JBridgeHandler.removeHandlersForRootLogger();
            SLF4JBridgeHandler.install();
        }
        AnnotationConfigServletWebServerApplicationContext context =
                new AnnotationConfigServletWebServerApplicationContext();
        context.registerBean(Serving.class, () -> serving, definition -> definition.setDestroyMethodName(""));
        context.registerBean(HttpAddress.class, () -> address);
        context.registerBean(Door.class, () -> door);
        context.register(WebWiring.class, SecurityWiring.class);
        try {
            context.refresh();
        } catch (RuntimeException e) {
            context.close();
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof PortInUseException) {
                    throw new PortTaken(address, e);
                }
            }
            throw e;
        }
        return new WebServer(context);
    }

    /** Another process listens where we should. */
    public static final class PortTaken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        PortTaken(HttpAddress address, Throwable cause) {
            super("Port " + address.port() + " of " + address.bind() + " is taken by another process", cause);
        }
    }

    /** The port that was given, or the one that was found for 0. */
    public int port() {
        return Objects.requireNonNull(context.getWebServer(), "closed").getPort();
    }

    /** Every route, as method and pattern. */
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        context.getBean(RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues()
                        .forEach(pattern -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + pattern))));
        return routes;
    }

    @Override
    public void close() {
        context.close();
    }
}
