package io.leadloop.app.cli;

/** What the program ends with. */
final class ExitCode {

    static final int OK = 0;
    static final int INTERNAL = 1;
    /** Options, configuration, mapping files, or something named that does not exist. */
    static final int INPUT = 2;

    static final int VENDOR = 3;
    /** Waits for a person: a ceiling, a store in use, differences that nobody has explained. */
    static final int HELD = 4;

    private ExitCode() {}
}
