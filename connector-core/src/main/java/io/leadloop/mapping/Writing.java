package io.leadloop.mapping;

import io.leadloop.canonical.FieldValue;
import io.leadloop.canonical.WritePolicy;
import io.leadloop.language.Location;
import java.util.List;

/**
 * What would stand in one vendor field.
 *
 * @param value the vendor's wire text, or blank
 * @param canonical the canonical field that it comes from
 * @param where the line of the mapping
 * @param revision of the mapping
 * @param lossy whether the vendor's word means something else when it is read back
 * @param forwardOnly the vendor's values in their order; empty if any may follow any
 */
public record Writing(
        FieldValue value,
        String canonical,
        WritePolicy policy,
        Location where,
        int revision,
        boolean lossy,
        List<String> forwardOnly) {

    public Writing {
        forwardOnly = List.copyOf(forwardOnly);
    }

    /**
     * Whether it may stand in place of what stands there now. A write-once field passes only while blank; that we wrote
     * it before is for the caller to know.
     */
    public boolean mayReplace(FieldValue current) {
        if (current.isBlank()) {
            return true;
        }
        if (policy != WritePolicy.ALWAYS) {
            return false;
        }
        int now = forwardOnly.indexOf(current.text());
        return forwardOnly.isEmpty() || (now >= 0 && forwardOnly.indexOf(value.text()) > now);
    }
}
