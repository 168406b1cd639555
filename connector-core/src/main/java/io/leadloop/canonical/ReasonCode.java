package io.leadloop.canonical;

/** A reason's stable code, such as {@code F-ENGAGE}; labels may change, codes never do. */
public record ReasonCode(String value) implements Comparable<ReasonCode> {

    /** Nobody acted in time; set by the system, never blamed on the definition. */
    public static final ReasonCode EXPIRED = new ReasonCode("S-EXPIRED");

    /** An answer without a reason: asked once, then counted as such. */
    public static final ReasonCode NO_REASON = new ReasonCode("S-NOREASON");

    @Override
    public int compareTo(ReasonCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
