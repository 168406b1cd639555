package io.leadloop.app.control;

/** What a command ended with, and what it printed. */
public record Done(int exitCode, String out, String err) {}
