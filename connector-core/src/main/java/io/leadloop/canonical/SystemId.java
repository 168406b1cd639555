package io.leadloop.canonical;

/** A vendor's product, such as {@code salesforce}; chooses adapter and vocabulary, never an account. */
public record SystemId(String value) implements Comparable<SystemId> {

    @Override
    public int compareTo(SystemId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
