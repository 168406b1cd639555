package io.leadloop.salesforce;

/** API calls of the org within the rolling 24 hours, by all of its clients, as the newest answer told. */
public record ApiUsage(long used, long limit) {}
