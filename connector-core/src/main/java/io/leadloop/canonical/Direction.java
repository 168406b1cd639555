package io.leadloop.canonical;

/** Which way a mapped field travels, seen from us: in = vendor to us, out = we write the vendor. */
public enum Direction {
    IN,
    OUT,
    BOTH;

    public boolean reads() {
        return this != OUT;
    }

    public boolean writes() {
        return this != IN;
    }
}
