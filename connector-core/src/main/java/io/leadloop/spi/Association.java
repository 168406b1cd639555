package io.leadloop.spi;

import io.leadloop.canonical.RecordRef;

/** A tie to another record; {@code label} is the vendor's word, empty for the plain one. */
public record Association(RecordRef to, String label) {}
