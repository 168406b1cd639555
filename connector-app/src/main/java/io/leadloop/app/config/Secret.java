package io.leadloop.app.config;

/** A password or key; prints as stars wherever it is put. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
