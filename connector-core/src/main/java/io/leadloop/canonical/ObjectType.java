package io.leadloop.canonical;

/** A vendor's object type in the vendor's own spelling: {@code Lead}, {@code contact}. */
public record ObjectType(String value) implements Comparable<ObjectType> {

    @Override
    public int compareTo(ObjectType other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
