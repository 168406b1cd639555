package io.leadloop.spi;

import java.util.Map;

/**
 * A field of the account that stands for our reason field.
 *
 * @param field its name
 * @param reasons by the field's own value: the reason code that it means; a value that means none is left out
 */
public record Adoption(String field, Map<String, String> reasons) {

    public Adoption {
        reasons = Map.copyOf(reasons);
    }
}
