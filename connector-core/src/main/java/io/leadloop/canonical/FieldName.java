package io.leadloop.canonical;

/** A vendor field by its API name: {@code LeadLoop_Reason__c}, {@code hs_lead_status}. */
public record FieldName(String value) implements Comparable<FieldName> {

    @Override
    public int compareTo(FieldName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
