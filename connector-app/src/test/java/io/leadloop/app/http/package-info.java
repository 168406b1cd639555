/** Over real HTTP, against simulators; every answer is held to docs/openapi.yaml. */
@org.jspecify.annotations.NullMarked
package io.leadloop.app.http;
