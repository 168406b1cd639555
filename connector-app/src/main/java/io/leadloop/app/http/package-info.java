/** How is LeadLoop asked over HTTP? Alone in knowing Spring MVC, Spring Security and the web server. */
@NullMarked
package io.leadloop.app.http;

import org.jspecify.annotations.NullMarked;
