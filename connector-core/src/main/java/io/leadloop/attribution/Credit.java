package io.leadloop.attribution;

import java.util.Optional;

/**
 * One share of a deal under one model.
 *
 * @param touch empty = unattributed: a real row, never spread over campaigns
 * @param share exact; the shares of one deal and model sum to one
 * @param money the amounts of one deal and model sum to the deal's
 */
public record Credit(Model model, Optional<PersonTouch> touch, Fraction share, Money money) {}
