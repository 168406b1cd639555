package io.leadloop.app.http;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** What the web server refuses before a filter or route sees it, as a problem like any other. Made by Tomcat, by its name. */
public final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        if (response.getStatus() < Code.BAD_REQUEST.status()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        Code code = code(response.getStatus());
        response.setStatus(code.status());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding("utf-8");
        try (PrintWriter writer = response.getReporter()) {
            writer.write(Json.MAPPER.writeValueAsString(Problem.of(code, code.title(), "the address", List.of())));
        } catch (IOException e) {
            LoggerFactory.getLogger(ProblemValve.class).warn("problem not sent code={}", code.word());
        }
    }

    private static Code code(int status) {
        if (status >= Code.INTERNAL.status()) {
            return Code.INTERNAL;
        }
        return status == Code.NO_SUCH_ROUTE.status()
                ? Code.NO_SUCH_ROUTE
                : status == Code.METHOD_NOT_ALLOWED.status() ? Code.METHOD_NOT_ALLOWED : Code.BAD_REQUEST;
    }
}
