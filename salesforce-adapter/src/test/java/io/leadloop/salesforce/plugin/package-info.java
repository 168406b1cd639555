/** Does the package come into an org, stay as it is there, and go again, and is every broken file found before it leaves? */
@NullMarked
package io.leadloop.salesforce.plugin;

import org.jspecify.annotations.NullMarked;
