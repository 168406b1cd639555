package io.leadloop.merge;

import io.leadloop.state.Fact;
import io.leadloop.state.Loss;
import java.util.Optional;

/**
 * What became of an observation.
 *
 * @param fact the value that holds now
 * @param loss the value that did not win, if there were two
 * @param changed whether the value that holds is another than before
 */
public record Verdict(Fact fact, Optional<Loss> loss, boolean changed) {}
