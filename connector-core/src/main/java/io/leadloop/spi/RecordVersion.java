package io.leadloop.spi;

/** Grows with each change of one record; says nothing across records. Two contents may share one version. */
public record RecordVersion(long value) implements Comparable<RecordVersion> {

    @Override
    public int compareTo(RecordVersion other) {
        return Long.compare(value, other.value);
    }
}
