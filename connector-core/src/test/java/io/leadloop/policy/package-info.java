@NullMarked
package io.leadloop.policy;

import org.jspecify.annotations.NullMarked;
