package io.leadloop.canonical;

/**
 * What one criterion of a definition saw at the hand-off.
 *
 * @param name what people call it; empty if only its id is known
 * @param seen the evidence in words, such as {@code 240 employees}; no mail address, no name
 * @param points what it added to the score
 * @param pivotal whether the person would not have qualified without it
 */
public record CriterionResult(String id, String name, Truth result, String seen, double points, boolean pivotal) {

    /** Its name, else its id as words. */
    public String called() {
        return name.isBlank() ? Spoken.heading(id) : name;
    }
}
