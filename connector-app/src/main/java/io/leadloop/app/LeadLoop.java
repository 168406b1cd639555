package io.leadloop.app;

import io.leadloop.app.cli.Commands;

/** The program. */
public final class LeadLoop {

    private LeadLoop() {}

    public static void main(String[] arguments) {
        System.exit(Commands.commandLine().execute(arguments));
    }
}
