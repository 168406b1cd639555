package io.leadloop.canonical;

/** One connected account of a vendor, by the name that {@code leadloop.yaml} gives it, such as {@code crm}. */
public record ConnectionId(String value) implements Comparable<ConnectionId> {

    @Override
    public int compareTo(ConnectionId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
