package io.leadloop.app.install;

import io.leadloop.spi.ObjectSchema;
import java.util.Optional;

/**
 * A value that an account has, and the reason that it probably means.
 *
 * @param code of the reason; absent if none is near enough
 * @param confidence 0 to 1; 1 if the words are the same
 */
public record ReasonMatch(ObjectSchema.AllowedValue value, Optional<String> code, double confidence) {}
