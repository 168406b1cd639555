package io.leadloop.app.config;

/** Where {@code serve} listens. */
public record HttpAddress(String bind, int port) {}
