package io.leadloop.hubspot;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the vendor said to a call that it understood.
 *
 * @param refusal present if the whole call was refused for what it carries
 */
record Answer(JsonNode body, Optional<VendorError> refusal) {}
