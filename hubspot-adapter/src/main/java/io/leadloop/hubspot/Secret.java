package io.leadloop.hubspot;

/** A credential; prints as stars wherever it is put. */
public record Secret(String reveal) {

    @Override
    public String toString() {
        return "***";
    }
}
