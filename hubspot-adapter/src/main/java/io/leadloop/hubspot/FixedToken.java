package io.leadloop.hubspot;

/** A token that does not change. */
record FixedToken(Secret token) implements TokenSource {

    @Override
    public String bearer() {
        return token.reveal();
    }

    @Override
    public boolean renew(String refused) {
        return false;
    }
}
