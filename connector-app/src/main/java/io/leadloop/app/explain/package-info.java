/** Who is it, and why does a person stand where it stands? */
@NullMarked
package io.leadloop.app.explain;

import org.jspecify.annotations.NullMarked;
