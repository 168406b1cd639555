package io.leadloop.ledger;

/** Another engine has the lease of this store; this one must stop. */
public final class FenceLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FenceLost() {
        super("another engine works on this store");
    }
}
