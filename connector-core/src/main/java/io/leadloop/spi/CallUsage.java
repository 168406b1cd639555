package io.leadloop.spi;

/**
 * Calls of an account within a day, by all of its clients together, as the vendor told with its newest answer.
 *
 * @param used since the vendor's day began, or within its rolling day
 * @param limit the most that the vendor allows
 */
public record CallUsage(long used, long limit) {}
