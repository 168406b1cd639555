package io.leadloop.canonical;

/**
 * What one criterion of a definition saw at the hand-off.
 *
 * @param seen the evidence in words, such as {@code 240 employees}; no mail address, no name
 * @param points what it added to the score
 * @param pivotal whether the person would not have qualified without it
 */
public record CriterionResult(String id, Truth result, String seen, double points, boolean pivotal) {}
