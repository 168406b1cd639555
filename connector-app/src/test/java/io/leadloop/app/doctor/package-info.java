@NullMarked
package io.leadloop.app.doctor;

import org.jspecify.annotations.NullMarked;
