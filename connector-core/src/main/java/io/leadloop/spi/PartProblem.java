package io.leadloop.spi;

/**
 * Why a part cannot be, or is not, as it should be.
 *
 * @param where the part, or file:line:column of ours
 * @param fix begins with a verb
 */
public record PartProblem(String where, String what, String fix) {}
