package io.leadloop.app.control;

import java.util.List;

/** Runs a command in the process that serves. */
@FunctionalInterface
public interface CommandRunner {

    /** @param arguments as they were typed */
    Done run(List<String> arguments);
}
