package io.leadloop.state;

import java.util.List;

/** Canonical fields by which an aggregate can be found; the store keeps them beside the document. */
public final class Lookup {

    public static final List<String> FIELDS = List.of("email", "domain", "companyRef");

    private Lookup() {}
}
