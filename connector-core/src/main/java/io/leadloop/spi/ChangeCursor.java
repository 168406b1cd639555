package io.leadloop.spi;

/** Where a poll stands; opaque to all but its source, safe to store. */
public record ChangeCursor(String text) {}
