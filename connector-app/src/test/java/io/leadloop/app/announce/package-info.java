/** Webhooks to others. */
@org.jspecify.annotations.NullMarked
package io.leadloop.app.announce;
