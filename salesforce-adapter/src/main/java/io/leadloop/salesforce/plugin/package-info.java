/** What do we bring into an org, is it whole, and how far is it there? */
@NullMarked
package io.leadloop.salesforce.plugin;

import org.jspecify.annotations.NullMarked;
